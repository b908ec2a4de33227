import { SourceBudget } from '../../domain/launches/sources/budget.ts';
import type { Rejection } from '../../domain/launches/sources/source-client.ts';
import type { IngestionRun } from '../../domain/launches/state.ts';
import { sourceAge } from '../../domain/launches/state.ts';
import { errorFields } from '../../domain/telemetry/error-fields.ts';
import type { Reach } from './chunk-line.ts';
import type { Counts } from './counts.ts';
import { log } from './log.ts';
import { emitMetrics } from './metrics.ts';
import { markMissing, storedUpcoming } from './missing.ts';
import { endPendingMoves } from './moves.ts';
import { readWindow } from './read-window.ts';
import type { Run, RunInput } from './run-setup.ts';
import { beginRun } from './run-setup.ts';
import { isUpToDate, nextFrom } from './window.ts';

/** Requests to a source in one run, each try counted: Launch Library allows 15 an hour. */
const MAX_SOURCE_CALLS = 10;

/** What a run did. */
export interface RunResult {
  complete: boolean;
  next_from: string | null;
  counts: Counts;
  rejected: Rejection[];
  start_time: string;
  end_time: string;
}

const read = async (
  { input, window, session, table, reconciler, counts, startedAt }: Run,
  reach: Reach,
): Promise<void> => {
  const { client, deadline } = input;
  await endPendingMoves(session, table);
  const upcoming = storedUpcoming({ ...table, session }, client.source, window);
  // Told when it is asked for, which a reading that does not come to its end never does.
  upcoming.catch(() => undefined);
  const budget = new SourceBudget(MAX_SOURCE_CALLS, deadline.stopAt - Date.now());
  await readWindow({ client, window, budget, reconciler, counts, now: startedAt }, reach);
  const isWhole = reach.progress === 'end' && reconciler.rejected.every(({ id }) => id !== null);
  if (!isWhole) return;
  await markMissing({ ...table, session, reconciler, counts, now: startedAt }, await upcoming);
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
  const last_success_at =
    complete && isUpToDate(run.window, before, run.startedAt)
      ? run.startedAt
      : before.last_success_at;
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

const readOrEnd = async (run: Run, reach: Reach): Promise<void> => {
  try {
    await read(run, reach);
  } catch (error) {
    // The fault that ended the run is the one to report, whatever this write meets.
    await end(run, reach, error).catch((second: unknown) =>
      log('error', 'state_not_written', errorFields(second)),
    );
    throw error;
  }
};

/** Says what the run did, and how old what is known of the source is after it. */
const report = ({ input, session, counts, reconciler }: Run): void => {
  const { source } = input.client;
  const age = sourceAge(session.lastSuccessAt, input.clock());
  emitMetrics(source, input.table.tableName, counts, age);
  for (const rejection of reconciler.rejected) {
    log('warn', 'launch_rejected', { source, ...rejection });
  }
};

/**
 * One ingestion of one source: takes the lease, ends what a run that died left half-made, reads the window,
 * brings the table to it and gives the lease back, also when the source or the table fails on the way.
 * @throws LeaseHeldError, SourceError, TableError
 */
export const runIngestion = async (input: RunInput): Promise<RunResult> => {
  const run = await beginRun(input);
  const reach: Reach = { progress: null };
  try {
    await readOrEnd(run, reach);
    return await end(run, reach);
  } finally {
    report(run);
  }
};
