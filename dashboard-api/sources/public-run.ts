import type { IngestionRun } from '../../domain/launches/state.ts';

/** What anyone may know of a run: when it was and what it did, not why it failed or what it was asked for. */
export type PublicRun = Omit<IngestionRun, 'trigger' | 'from' | 'to' | 'error'>;

export const publicRun = (run: IngestionRun): PublicRun => ({
  started_at: run.started_at,
  ended_at: run.ended_at,
  complete: run.complete,
  inserted_items: run.inserted_items,
  updated_items: run.updated_items,
  unchanged_items: run.unchanged_items,
  moved_items: run.moved_items,
  missing_items: run.missing_items,
  rejected_items: run.rejected_items,
});
