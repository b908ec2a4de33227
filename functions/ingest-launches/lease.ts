import { setTimeout as sleep } from 'node:timers/promises';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { StateStore } from '../../domain/launches/repository/state-store.ts';
import { StateChangedError } from '../../domain/launches/repository/state-store.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import { emptyState } from '../../domain/launches/state.ts';
import type { Deadline } from './deadline.ts';

/** Another run of the source holds the lease and kept it for as long as this one could wait. */
export class LeaseHeldError extends Error {
  override readonly name = 'LeaseHeldError';

  constructor(source: LaunchSource) {
    super(`Another ingestion of ${source} is under way`);
  }
}

/** A lease outlives the process that took it by this much, so that two never write at once. */
const GRACE_MS = 30_000;
const PAUSE_MS = 1000;

export interface Lease {
  /** The state as stored, the lease in it. */
  state: SourceState;
  /** The state as it was before; null when nothing was ever read from the source. */
  before: SourceState | null;
}

const isFree = (state: SourceState | null): boolean =>
  state === null || state.lease === null || Date.parse(state.lease.expires_at) <= Date.now();

const tryToSave = async (store: StateStore, state: SourceState): Promise<SourceState | null> => {
  try {
    return await store.save(state);
  } catch (error) {
    if (error instanceof StateChangedError) return null;
    throw error;
  }
};

/**
 * Takes a source's lease, waiting for the run that holds it.
 * @param prepare what else to write with the lease, given the state before
 * @throws LeaseHeldError when the lease is not free before the run has to stop; TableError
 */
export const takeLease = async (
  { reader, store }: { reader: LaunchReader; store: StateStore },
  { source, owner }: { source: LaunchSource; owner: string },
  deadline: Deadline,
  prepare: (before: SourceState) => Promise<Partial<SourceState>>,
): Promise<Lease> => {
  const expires_at = new Date(deadline.endsAt + GRACE_MS).toISOString();
  for (;;) {
    const before = await reader.getState(source, { consistent: true });
    if (isFree(before)) {
      const known = before ?? emptyState(source);
      const wanted = { ...known, ...(await prepare(known)), lease: { owner, expires_at } };
      const state = await tryToSave(store, wanted);
      if (state !== null) return { state, before };
    }
    if (Date.now() + PAUSE_MS >= deadline.stopAt) throw new LeaseHeldError(source);
    await sleep(PAUSE_MS * (0.5 + Math.random() / 2));
  }
};
