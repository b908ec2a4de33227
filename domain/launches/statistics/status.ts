import type { Counted, StatusCounts } from './counts.ts';
import { addCounts, countByStatus, noLaunches, successRate } from './counts.ts';
import type { StatusRows } from './status-rows.ts';

/** Launches by status; `success_rate` is 0 to 1 of those with a known outcome, null when there is none. */
export type StatusStatistics = StatusCounts & { success_rate: number | null };

const withRate = (counts: StatusCounts): StatusStatistics => ({
  ...counts,
  success_rate: successRate(counts),
});

/** @param parts what was counted of launches, in whatever parts */
export const statusOf = (
  parts: readonly { launchpads: StatusRows<unknown> }[],
): StatusStatistics => {
  const sum = noLaunches();
  for (const { launchpads } of parts) launchpads.each((_pad, counts) => addCounts(sum, counts));
  return withRate(sum);
};

export const statusStatistics = (launches: Iterable<Counted>): StatusStatistics =>
  withRate(countByStatus(launches));
