import { randomUUID } from 'node:crypto';
import type { Clock } from '../../domain/launches/clock.ts';
import type { LaunchTable } from '../../domain/launches/repository/client.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { LaunchWriter } from '../../domain/launches/repository/launch-writer.ts';
import { StateStore } from '../../domain/launches/repository/state-store.ts';
import type { SourceClient, SourceWindow } from '../../domain/launches/sources/source-client.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import type { Counts } from './counts.ts';
import { noCounts } from './counts.ts';
import type { Deadline } from './deadline.ts';
import type { Trigger } from './event.ts';
import type { Lease } from './lease.ts';
import { takeLease } from './lease.ts';
import { log } from './log.ts';
import { Reconciler } from './reconcile.ts';
import type { Reading } from './request.ts';
import { Session } from './session.ts';
import { oldestUpcoming } from './upcoming.ts';
import { nextFrom, windowOf } from './window.ts';

/** Time past its own deadline that a run gives a batch it has begun. */
const LAST_WRITES_MS = 3000;

/** How every run begins, and how it stands should it be killed. */
const NOTHING_READ = { progress: null, failed: true } as const;

/** One ingestion to be made. */
export interface RunInput {
  table: LaunchTable;
  client: SourceClient;
  clock: Clock;
  trigger: Trigger;
  reading: Reading;
  deadline: Deadline;
}

/** Everything one run works with, put together when it has the lease. */
export interface Run {
  input: RunInput;
  window: SourceWindow;
  lease: Lease;
  session: Session;
  table: { reader: LaunchReader; writer: LaunchWriter };
  reconciler: Reconciler;
  counts: Counts;
  startedAt: string;
}

const EVERYTHING: SourceWindow = { from: null, to: null, refresh: false };

const chooseWindow = async (
  reader: LaunchReader,
  state: SourceState,
  reading: Reading,
  now: string,
): Promise<SourceWindow> => {
  const oldest = reading.kind === 'refresh' ? await oldestUpcoming(reader, state) : null;
  return windowOf(reading, state, oldest, now);
};

const onInvalid = (reason: string): void => log('error', 'stored_launch_invalid', { reason });

/**
 * Takes the lease and puts a run together.
 * @throws LeaseHeldError, TableError
 */
export const beginRun = async (input: RunInput): Promise<Run> => {
  const { table, client, clock, reading, deadline } = input;
  const startedAt = clock();
  const store = new StateStore(table);
  const reader = new LaunchReader(table, onInvalid);
  let window: SourceWindow = EVERYTHING;
  const lease = await takeLease(
    { reader, store },
    { source: client.source, owner: randomUUID() },
    deadline,
    async (before) => {
      window = await chooseWindow(reader, before, reading, startedAt);
      return { next_from: nextFrom(window, before, NOTHING_READ) };
    },
  );
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
