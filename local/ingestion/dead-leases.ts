import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { StateStore } from '../../domain/launches/repository/state-store.ts';

/**
 * Lets leases expire that a killed run left behind: the store's lock says that nothing else runs on this
 * table, so at start every lease is of a dead run, and waiting minutes for it would help nobody. It is not
 * removed, since the next run learns from it that there was a crash.
 * @throws TableError
 */
export const expireDeadLeases = async (
  reader: LaunchReader,
  store: StateStore,
  sources: readonly LaunchSource[],
): Promise<void> => {
  for (const source of sources) {
    const state = await reader.getState(source, { consistent: true });
    if (state === null || state.lease === null) continue;
    const expires_at = new Date().toISOString();
    await store.save({ ...state, lease: { ...state.lease, expires_at } });
  }
};
