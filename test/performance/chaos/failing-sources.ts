import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { IngestionRun } from '../../../domain/launches/state.ts';
import type { Fault } from '../../../local/recorded-sources/index.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import { call, startIngestionFixture, storedItems, storedState } from '../../helpers/ingestion.ts';
import { seededRandom } from '../../helpers/random.ts';
import { changingLaunchLibrary, changingSource } from './changing-source.ts';
import type { ChaosResult } from './scenario.ts';
import { resultOf } from './scenario.ts';
import { someFaultPlans } from './source-faults.ts';
import { contentsOf, differences } from './table-contents.ts';

export interface FailingSourcesOptions {
  /** Ways to fail that are tried with each source; 153 are all. */
  plans: number;
  seed: number;
}

/** A run may read for three seconds; what is left of its time is for the last writes and the answer. */
const TIME_MS = 13_000;
/** A slow source is slower. */
const SOURCE_TIMEOUT_MS = 2500;

type Fresh = Awaited<ReturnType<IngestionFixture['fresh']>>;

/** A source that changed since it was read, and the table before and after an undisturbed run. */
interface Changed {
  source: LaunchSource;
  start: () => Promise<Fresh>;
  fail: (faults: readonly Fault[]) => void;
  before: string[];
  after: string[];
}

const backfill = (source: LaunchSource) => ({ backfill: true, source, report_failure: true });

const changedSource = async (fixture: IngestionFixture, source: LaunchSource): Promise<Changed> => {
  const server = source === 'spacex' ? fixture.spacex : fixture.launchLibrary;
  const says = source === 'spacex' ? changingSource(1) : changingLaunchLibrary();
  const start = async (): Promise<Fresh> => {
    const fresh = await fixture.fresh({ sourceTimeout: SOURCE_TIMEOUT_MS });
    server.setFaults([]);
    server.setLaunches(says.before as never);
    await call(fresh.ingestion, backfill(source));
    server.setLaunches(says.after as never);
    return fresh;
  };
  const undisturbed = await start();
  const before = await contentsOf(undisturbed.table, source);
  await call(undisturbed.ingestion, backfill(source));
  const after = await contentsOf(undisturbed.table, source);
  return { source, start, fail: server.setFaults, before, after };
};

/** The counts of a run against what it did to the table. */
const wrongCounts = (
  run: IngestionRun,
  read: unknown,
  before: readonly Record<string, unknown>[],
  now: readonly Record<string, unknown>[],
): string[] => {
  const dates = new Map(before.map(({ id, launch_date }) => [id, launch_date]));
  const inserted = now.filter(({ id }) => !dates.has(id)).length;
  const moved = now.filter(({ id, launch_date }) => (dates.get(id) ?? launch_date) !== launch_date);
  const sum =
    run.inserted_items +
    run.updated_items +
    run.unchanged_items +
    run.moved_items +
    run.rejected_items;
  return [
    ...(run.inserted_items === inserted ? [] : [`${run.inserted_items} of ${inserted} inserted`]),
    ...(run.moved_items === moved.length ? [] : [`${run.moved_items} of ${moved.length} moved`]),
    ...(read === undefined || !run.complete || read === sum ? [] : [`${sum} of ${read} counted`]),
  ];
};

const tryPlan = async (changed: Changed, plan: readonly Fault[]): Promise<string[]> => {
  const { source } = changed;
  const { ingestion, table } = await changed.start();
  const before = await storedItems(table);
  changed.fail(plan);
  const startedAt = performance.now();
  const { statusCode, body } = await call(ingestion, backfill(source), TIME_MS);
  const isLate = performance.now() - startedAt > TIME_MS;
  const state = await storedState(table, source);
  const possible = new Set([...changed.before, ...changed.after]);
  const [, ...now] = await contentsOf(table, source);
  changed.fail([]);
  const counts = wrongCounts(
    state!.runs[0]!,
    body['launch_items'],
    before,
    await storedItems(table),
  );
  const mended = await call(ingestion, backfill(source));
  return [
    ...(isLate ? ['the run takes too long'] : []),
    ...([200, 502].includes(statusCode) ? [] : [`it answers ${statusCode}`]),
    ...(now.length >= before.length ? [] : ['launches are lost']),
    ...now.filter((item) => !possible.has(item)).map((item) => `the failing run stored ${item}`),
    ...counts,
    ...(mended.body['complete'] === true ? [] : ['the next run is incomplete']),
    ...differences(changed.after, await contentsOf(table, source)),
  ];
};

/**
 * Sources that fail in every way the recorded servers can, at once or on a later page, for a while or for good: the run
 * ends in time, nothing stored is lost, the counts are right, and the next run makes the table that of an undisturbed one.
 */
export const failingSources = async (options: FailingSourcesOptions): Promise<ChaosResult> => {
  const fixture = await startIngestionFixture();
  const faults: string[] = [];
  try {
    for (const source of ['spacex', 'launch-library'] as const) {
      const changed = await changedSource(fixture, source);
      for (const plan of someFaultPlans(options.plans, seededRandom(options.seed))) {
        const wrong = await tryPlan(changed, plan);
        faults.push(...wrong.map((fault) => `${source} ${JSON.stringify(plan)}: ${fault}`));
      }
    }
    return resultOf('failing sources', faults, { ...options });
  } finally {
    await fixture.stop();
  }
};
