import type { Counted, StatusCounts } from './counts.ts';
import { countByStatus, successRate } from './counts.ts';

/** Launches by status; `success_rate` is 0 to 1 of those with a known outcome, null when there is none. */
export type StatusStatistics = StatusCounts & { success_rate: number | null };

export const statusOf = (counts: StatusCounts): StatusStatistics => ({
  ...counts,
  success_rate: successRate(counts),
});

export const statusStatistics = (launches: Iterable<Counted>): StatusStatistics =>
  statusOf(countByStatus(launches));
