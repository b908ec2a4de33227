import { setTimeout as sleep } from 'node:timers/promises';
import type { SpacexLaunch } from '../../../local/recorded-sources/index.ts';
import type { IngestionWorld } from '../../helpers/ingestion-world.ts';
import { startIngestionWorld } from '../../helpers/ingestion-world.ts';
import { seededRandom } from '../../helpers/random.ts';
import { changingSource } from './changing-source.ts';
import type { ChaosResult } from './scenario.ts';
import { resultOf } from './scenario.ts';
import { contentsOf, differences } from './table-contents.ts';

export interface OverlappingIngestionsOptions {
  /** Times that two ingestions are started at once. */
  rounds: number;
  seed: number;
}

const WINDOWS = [
  { from: '2006-01-01', to: '2019-12-31', source: 'spacex' },
  { from: '2014-01-01', to: '2030-12-31', source: 'spacex' },
] as const;

/** Too short to wait for long, long enough to wait. */
const TIMEOUTS_MS = [11_500, 12_500, 60_000];
/** The second starts this much later, at most. */
const LATEST_START_MS = 500;

/** Calls until the window is read, as whoever asked for it would. @returns how often the lease was held */
const untilRead = async (
  world: IngestionWorld,
  tableName: string,
  window: object,
  timeoutMs: number,
): Promise<number> => {
  const ingestion = await world.startFunction(tableName);
  try {
    for (let refused = 0; ; refused += 1) {
      const { statusCode, body } = await ingestion.invoke(window, timeoutMs);
      if (statusCode === 200 && body['complete'] === true) return refused;
      if (statusCode !== 409 && statusCode !== 200) throw new Error(JSON.stringify(body));
    }
  } finally {
    await ingestion.stop();
  }
};

/** A new table with what the source said before, now that it says something else. */
const staleTable = async (
  world: IngestionWorld,
  { before, after }: { before: SpacexLaunch[]; after: SpacexLaunch[] },
): Promise<string> => {
  const tableName = await world.db.createTable();
  world.spacex.setLaunches(before);
  await untilRead(world, tableName, { backfill: true, source: 'spacex' }, 60_000);
  world.spacex.setLaunches(after);
  return tableName;
};

/** Two processes that ingest overlapping windows at once: the table is that of one after the other. */
export const overlappingIngestions = async (
  options: OverlappingIngestionsOptions,
): Promise<ChaosResult> => {
  const world = await startIngestionWorld();
  const random = seededRandom(options.seed);
  const contents = (tableName: string) => contentsOf({ client: world.db.client, tableName });
  const source = changingSource(2);
  try {
    const orderly = await staleTable(world, source);
    for (const window of WINDOWS) await untilRead(world, orderly, window, 60_000);
    const expected = await contents(orderly);
    const faults: string[] = [];
    let refused = 0;
    for (let round = 0; round < options.rounds; round += 1) {
      const tableName = await staleTable(world, source);
      const starts = random.pick([WINDOWS, [...WINDOWS].reverse()]).map(async (window, index) => {
        await sleep(index * random.between(0, LATEST_START_MS));
        return untilRead(world, tableName, window, random.pick(TIMEOUTS_MS));
      });
      for (const times of await Promise.all(starts)) refused += times;
      faults.push(...differences(expected, await contents(tableName)));
    }
    const launches = source.after.length;
    return resultOf('overlapping ingestions', faults, { ...options, launches, refused });
  } finally {
    await world.stop();
  }
};
