import type { IngestionRun } from '../../domain/launches/state.ts';

/** A run that ended well; every count is another number. */
export const run = (fields: Partial<IngestionRun> = {}): IngestionRun => ({
  started_at: '2026-05-16T13:00:00.000Z',
  ended_at: '2026-05-16T13:00:07.400Z',
  trigger: 'schedule',
  from: '2026-04-16T13:00:00.000Z',
  to: null,
  complete: true,
  inserted_items: 2,
  updated_items: 3,
  unchanged_items: 61,
  moved_items: 1,
  missing_items: 4,
  rejected_items: 5,
  error: null,
  ...fields,
});
