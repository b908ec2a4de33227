import { randomUUID } from 'node:crypto';
import type { Clock } from '../../domain/launches/clock.ts';
import type { LaunchTable } from '../../domain/launches/repository/client.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { LaunchWriter } from '../../domain/launches/repository/launch-writer.ts';
import { StateStore } from '../../domain/launches/repository/state-store.ts';
import { SourceBudget } from '../../domain/launches/sources/budget.ts';
import type {
  Rejection,
  SourceClient,
  SourceWindow,
} from '../../domain/launches/sources/source-client.ts';
import type { IngestionRun } from '../../domain/launches/state.ts';
import type { Counts } from './counts.ts';
import { noCounts } from './counts.ts';
import type { Deadline } from './deadline.ts';
import type { Trigger } from './event.ts';
import type { Lease } from './lease.ts';
import { takeLease } from './lease.ts';
import { errorFields, log } from './log.ts';
import { emitMetrics } from './metrics.ts';
import { markMissing } from './missing.ts';
import { endPendingMoves } from './moves.ts';
import type { Reach } from './read-window.ts';
import { readWindow } from './read-window.ts';
import { Reconciler } from './reconcile.ts';
import type { Reading } from './request.ts';
import { Session } from './session.ts';
import { nextFrom, windowOf } from './window.ts';

/** Requests to a source in one run, each try counted: Launch Library allows 15 an hour. */
const MAX_SOURCE_CALLS = 10;
/** Time past its own deadline that a run gives a batch it has begun. */
const LAST_WRITES_MS = 3000;

/** How every run begins, and how it stands should it be killed. */
const NOTHING_READ = { progress: null, failed: true } as const;

export interface RunInput {
  table: LaunchTable;
  client: SourceClient;
  clock: Clock;
  trigger: Trigger;
  reading: Reading;
  deadline: Deadline;
}

export interface RunResult {
  complete: boolean;
  next_from: string | null;
  counts: Counts;
  rejected: Rejection[];
  start_time: string;
  end_time: string;
}

/** Everything one run works with, put together when it has the lease. */
interface Run {
  input: RunInput;
  window: SourceWindow;
  lease: Lease;
  session: Session;
  table: { reader: LaunchReader; writer: LaunchWriter };
  reconciler: Reconciler;
  counts: Counts;
  startedAt: string;
}

const onInvalid = (reason: string): void => log('error', 'stored_launch_invalid', { reason });

const begin = async (input: RunInput): Promise<Run> => {
  const { table, client, clock, reading, deadline } = input;
  const startedAt = clock();
  const store = new StateStore(table);
  const lease = await takeLease(
    { reader: new LaunchReader(table, onInvalid), store },
    { source: client.source, owner: randomUUID() },
    deadline,
    (before) => ({
      next_from: nextFrom(windowOf(reading, before, startedAt), before, NOTHING_READ),
    }),
  );
  const window = windowOf(reading, lease.before ?? { next_from: null }, startedAt);
  const signal = AbortSignal.timeout(Math.max(0, deadline.stopAt - Date.now()) + LAST_WRITES_MS);
  const bounded = { ...table, signal };
  const readAndWrite = {
    reader: new LaunchReader(bounded, onInvalid),
    writer: new LaunchWriter(bounded),
  };
  const session = new Session(store, lease);
  const counts = noCounts();
  const reconciler = new Reconciler(readAndWrite, session, counts, startedAt);
  return { input, window, lease, session, table: readAndWrite, reconciler, counts, startedAt };
};

const read = async (
  { input, window, session, table, reconciler, counts, startedAt }: Run,
  reach: Reach,
): Promise<void> => {
  const { client, deadline } = input;
  await endPendingMoves(session, table);
  const budget = new SourceBudget(MAX_SOURCE_CALLS, deadline.stopAt - Date.now());
  await readWindow({ client, window, budget, reconciler, counts, now: startedAt }, reach);
  const isWhole = reach.progress === 'end' && reconciler.rejected.every(({ id }) => id !== null);
  if (!isWhole) return;
  const deps = { ...table, session, reconciler, counts, now: startedAt };
  await markMissing(deps, client.source, client.covers(window));
};

const runRecord = (run: Run, complete: boolean, error: unknown): IngestionRun => ({
  started_at: run.startedAt,
  ended_at: run.input.clock(),
  trigger: run.input.trigger,
  from: run.window.from,
  to: run.window.to,
  complete,
  inserted_items: run.counts.inserted,
  updated_items: run.counts.updated,
  unchanged_items: run.counts.unchanged,
  moved_items: run.counts.moved,
  missing_items: run.counts.missing,
  rejected_items: run.counts.rejected,
  error: error === undefined ? null : errorFields(error).error,
});

/** Writes what the run did and gives the lease back. */
const end = async (run: Run, { progress }: Reach, error?: unknown): Promise<RunResult> => {
  const failed = error !== undefined;
  const complete = progress === 'end' && !failed;
  const record = runRecord(run, complete, error);
  const before = run.lease.before ?? { next_from: null, last_success_at: null };
  const next_from = nextFrom(run.window, before, {
    progress: failed && progress === 'end' ? null : progress,
    failed,
  });
  const last_success_at = complete ? run.startedAt : before.last_success_at;
  await run.session.end(record, { next_from, last_success_at });
  const { counts, reconciler, startedAt } = run;
  return {
    complete,
    next_from,
    counts,
    rejected: reconciler.rejected,
    start_time: startedAt,
    end_time: record.ended_at,
  };
};

/**
 * One ingestion of one source: takes the lease, ends what a run that died left half-made, reads the window,
 * brings the table to it and gives the lease back, also when the source or the table fails on the way.
 * @throws LeaseHeldError, SourceError, TableError
 */
export const runIngestion = async (input: RunInput): Promise<RunResult> => {
  const run = await begin(input);
  const reach: Reach = { progress: null };
  try {
    await read(run, reach);
  } catch (error) {
    // The fault that ended the run is the one to report, whatever this write meets.
    await end(run, reach, error).catch((second: unknown) =>
      log('error', 'state_not_written', errorFields(second)),
    );
    throw error;
  } finally {
    emitMetrics(input.client.source, run.counts);
    for (const rejection of run.reconciler.rejected) log('warn', 'launch_rejected', rejection);
  }
  return end(run, reach);
};
