import { setTimeout as sleep } from 'node:timers/promises';
import type { SpacexLaunch } from '../../../local/recorded-sources/index.ts';
import { expireLease, storedState } from '../../helpers/ingestion.ts';
import type { IngestionWorld } from '../../helpers/ingestion-world.ts';
import { startIngestionWorld, untilSettled } from '../../helpers/ingestion-world.ts';
import { seededRandom } from '../../helpers/random.ts';
import { changingSource } from './changing-source.ts';
import type { ChaosResult } from './scenario.ts';
import { resultOf } from './scenario.ts';
import { contentsOf, differences } from './table-contents.ts';

export interface KilledIngestionOptions {
  /** Times that a run is killed, half of them on an empty table, half where launches move. */
  points: number;
  seed: number;
  /** Copies of the 205 recorded launches the source has; 3 without it. */
  copies?: number;
}

const BACKFILL = { backfill: true, source: 'spacex' };

/** When the process was killed, as its table tells. */
type KilledAt = 'before its lease' | 'under its lease' | 'after its end';

/** A table to start from, and what a run does to it. */
interface Start {
  first: SpacexLaunch[] | null;
  then: SpacexLaunch[];
  /** The table after an undisturbed run. */
  contents: string[];
  /** How long that run took, its process being new. */
  millis: number;
}

const filledTable = async (world: IngestionWorld, first: Start['first']): Promise<string> => {
  const tableName = await world.db.createTable();
  if (first === null) return tableName;
  world.spacex.setLaunches(first);
  const fill = await world.startFunction(tableName);
  await fill.invoke(BACKFILL);
  await fill.stop();
  return tableName;
};

const undisturbed = async (
  world: IngestionWorld,
  first: Start['first'],
  then: SpacexLaunch[],
): Promise<Start> => {
  const tableName = await filledTable(world, first);
  world.spacex.setLaunches(then);
  const ingestion = await world.startFunction(tableName);
  const { millis } = await ingestion.invoke(BACKFILL);
  await ingestion.stop();
  const contents = await contentsOf({ client: world.db.client, tableName });
  return { first, then, contents, millis };
};

const killAfter = async (
  world: IngestionWorld,
  tableName: string,
  millis: number,
): Promise<KilledAt> => {
  const table = { client: world.db.client, tableName };
  const { version = 0 } = (await storedState(table, 'spacex')) ?? {};
  const victim = await world.startFunction(tableName);
  const end = victim.invoke(BACKFILL).then(
    () => 'answered',
    () => 'killed',
  );
  await sleep(millis);
  await victim.kill();
  await end;
  await untilSettled(table);
  const state = await storedState(table, 'spacex');
  if ((state?.version ?? 0) === version) return 'before its lease';
  if (state?.lease == null) return 'after its end';
  await expireLease(table, 'spacex');
  return 'under its lease';
};

/** Kills a run, runs once more and tells in what the table is not that of an undisturbed run. */
const disturb = async (
  world: IngestionWorld,
  start: Start,
  millis: number,
): Promise<{ killedAt: KilledAt; faults: string[] }> => {
  const tableName = await filledTable(world, start.first);
  world.spacex.setLaunches(start.then);
  const killedAt = await killAfter(world, tableName, millis);
  const again = await world.startFunction(tableName);
  const { body } = await again.invoke(BACKFILL);
  await again.stop();
  const contents = await contentsOf({ client: world.db.client, tableName });
  const faults = differences(start.contents, contents);
  return { killedAt, faults: body['complete'] === true ? faults : [...faults, 'is incomplete'] };
};

/**
 * A run of the deployed function, killed by SIGKILL at random moments of its time and run once more when its lease has
 * run out: the table is that of an undisturbed run, apart from times.
 */
export const killedIngestion = async (options: KilledIngestionOptions): Promise<ChaosResult> => {
  const { points, seed, copies = 3 } = options;
  const world = await startIngestionWorld();
  const random = seededRandom(seed);
  const killed: Record<KilledAt, number> = {
    'before its lease': 0,
    'under its lease': 0,
    'after its end': 0,
  };
  const faults: string[] = [];
  try {
    const { before, after } = changingSource(copies);
    const starts = [
      await undisturbed(world, null, after),
      await undisturbed(world, before, after),
    ] as const;
    for (let point = 0; point < points; point += 1) {
      const start = starts[point % 2]!;
      const millis = random.between(0, Math.round(start.millis));
      const outcome = await disturb(world, start, millis);
      killed[outcome.killedAt] += 1;
      faults.push(...outcome.faults.map((fault) => `killed after ${millis} ms: ${fault}`));
    }
    const undisturbed_ms = starts.map(({ millis }) => Math.round(millis));
    const launches = after.length;
    return resultOf('ingestion killed', faults, { points, seed, launches, undisturbed_ms, killed });
  } finally {
    await world.stop();
  }
};
