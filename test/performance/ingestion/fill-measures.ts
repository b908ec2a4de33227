import { join } from 'node:path';
import { WRITES_AT_ONCE } from '../../../domain/launches/repository/launch-writer.ts';
import type { FunctionProcess, Invoked } from '../../helpers/function-process.ts';
import { storedItems } from '../../helpers/ingestion.ts';
import type { IngestionWorld } from '../../helpers/ingestion-world.ts';

const RAW_WRITES = join(import.meta.dirname, 'raw-writes.ts');
const BACKFILL = { backfill: true, source: 'spacex' };
/** As long as Lambda gives the deployed function. */
const TIMEOUT_MS = 300_000;

/** @throws Error when a run did not do all it was asked to */
const complete = (invoked: Invoked): Invoked => {
  if (invoked.body['complete'] === true) return invoked;
  throw new Error(`A run is not complete: ${JSON.stringify(invoked.body)}`);
};

/** What one round of a fill shows, told as it comes. */
export interface FillNotes {
  maxRssBytes: number[];
  /** Launches that a second fill wrote. */
  rewritten: number[];
}

/**
 * Three measures of the same launches, to be made in turn, each in milliseconds: plain writes, a first fill and a
 * second one, every round on tables and in processes of its own.
 */
export const fillMeasures = (world: IngestionWorld, count: number, notes: FillNotes) => {
  let filled: { tableName: string; process: FunctionProcess } | null = null;
  return {
    raw: async (): Promise<number> => {
      const process = await world.startFunction(await world.db.createTable(), RAW_WRITES);
      const event = { count, atOnce: WRITES_AT_ONCE.most };
      const { body } = await process.invoke(event, TIMEOUT_MS);
      await process.stop();
      return body['millis'] as number;
    },
    first: async (): Promise<number> => {
      const tableName = await world.db.createTable();
      filled = { tableName, process: await world.startFunction(tableName) };
      const invoked = complete(await filled.process.invoke(BACKFILL, TIMEOUT_MS));
      notes.maxRssBytes.push(invoked.maxRssBytes);
      return invoked.millis;
    },
    second: async (): Promise<number> => {
      const { tableName, process } = filled!;
      const table = { client: world.db.client, tableName };
      const before = (await storedItems(table)).map((item) => JSON.stringify(item));
      const { millis, maxRssBytes } = complete(await process.invoke(BACKFILL, TIMEOUT_MS));
      await process.stop();
      notes.maxRssBytes.push(maxRssBytes);
      const after = (await storedItems(table)).map((item) => JSON.stringify(item));
      notes.rewritten.push(after.filter((item, index) => item !== before[index]).length);
      return millis;
    },
  };
};

/** Fills a new table year by year, a run each. */
export const fillByYears = async (
  world: IngestionWorld,
  years: readonly string[],
): Promise<{ millis: number; maxRssBytes: number }> => {
  const process = await world.startFunction(await world.db.createTable());
  let [millis, maxRssBytes] = [0, 0];
  for (const year of years) {
    const event = { from: `${year}-01-01`, to: `${year}-12-31`, source: 'spacex' };
    const invoked = complete(await process.invoke(event, TIMEOUT_MS));
    millis += invoked.millis;
    maxRssBytes = invoked.maxRssBytes;
  }
  await process.stop();
  return { millis, maxRssBytes };
};
