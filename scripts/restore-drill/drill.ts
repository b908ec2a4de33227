import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Comparison } from './compare.ts';
import { compareTables } from './compare.ts';
import type { Counterpart, DrillOptions } from './options.ts';
import { readTable } from './read-table.ts';
import type { Restorer } from './restorer.ts';

export interface Report extends Comparison {
  table: string;
  restored_table: string;
  /** Time the restored table is of, ISO 8601; null when it was there already. */
  restored_as_of: string | null;
  /** Seconds from the request to a table that can be read; null when it was there already. */
  restore_seconds: number | null;
  /** Seconds between that time and the drill's begin: what a loss at that moment would have cost. */
  lost_seconds: number | null;
  started_at: string;
  /** Whether the restored table is still there. */
  is_kept: boolean;
}

/** What the drill works with. */
export interface DrillTools {
  /** A client of a region; of the SDK's own when none is named. */
  clientOf: (region: string | undefined) => DynamoDBClient;
  restorer: Restorer;
  now: () => Date;
  say: (line: string) => void;
}

interface Prepared {
  asOf: Date | null;
  seconds: number | null;
}

const secondsBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / 1000);

const prepare = async (
  table: string,
  counterpart: Counterpart,
  { restorer, now, say }: DrillTools,
): Promise<Prepared> => {
  if (counterpart.kind === 'existing') return { asOf: null, seconds: null };
  say(`Restoring ${table} into ${counterpart.name}; AWS takes 20 to 40 minutes …`);
  const begin = now();
  const asOf = await restorer.restore(table, counterpart.from, counterpart.name);
  return { asOf, seconds: secondsBetween(begin, now()) };
};

/**
 * Holds the drill: restores, compares, and deletes what it restored where that is asked for, even when it
 * cannot be compared.
 */
export const holdDrill = async (
  { table, counterpart }: DrillOptions,
  tools: DrillTools,
): Promise<Report> => {
  const startedAt = tools.now();
  const isRemoved = counterpart.kind === 'restored' && counterpart.isDeleted;
  const region = counterpart.kind === 'existing' ? counterpart.region : undefined;
  const { asOf, seconds } = await prepare(table, counterpart, tools);
  try {
    tools.say(`Comparing ${table} with ${counterpart.name} …`);
    const [ours, theirs] = [
      await readTable(tools.clientOf(undefined), table),
      await readTable(tools.clientOf(region), counterpart.name),
    ];
    return {
      table,
      restored_table: counterpart.name,
      restored_as_of: asOf?.toISOString() ?? null,
      restore_seconds: seconds,
      lost_seconds: asOf === null ? null : secondsBetween(asOf, startedAt),
      started_at: startedAt.toISOString(),
      is_kept: !isRemoved,
      ...compareTables(ours, theirs, asOf),
    };
  } finally {
    if (isRemoved) await tools.restorer.remove(counterpart.name);
  }
};
