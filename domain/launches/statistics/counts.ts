import type { LaunchSummary } from '../launch.ts';
import type { LaunchStatus } from '../status.ts';
import { OUTCOME_STATUSES } from '../status.ts';

/** Number of launches of each status, and of all of them. */
export type StatusCounts = Record<LaunchStatus, number> & { total: number };

export type Counted = Pick<LaunchSummary, 'launch_status'>;

export const noLaunches = (): StatusCounts => ({
  success: 0,
  partial_failure: 0,
  failed: 0,
  upcoming: 0,
  unknown: 0,
  total: 0,
});

/** Adds counts to others, in place. */
export const addCounts = (sum: StatusCounts, counts: StatusCounts): void => {
  sum.success += counts.success;
  sum.partial_failure += counts.partial_failure;
  sum.failed += counts.failed;
  sum.upcoming += counts.upcoming;
  sum.unknown += counts.unknown;
  sum.total += counts.total;
};

/** Adds counts to those that a map has under a key; it keeps them where it has none yet. */
export const addTo = <K>(sums: Map<K, StatusCounts>, key: K, counts: StatusCounts): void => {
  const sum = sums.get(key);
  if (sum === undefined) sums.set(key, counts);
  else addCounts(sum, counts);
};

/** How many have left the pad, whatever became of them. */
export const flownOf = ({ total, upcoming }: StatusCounts): number => total - upcoming;

export const countByStatus = (launches: Iterable<Counted>): StatusCounts => {
  const counts = noLaunches();
  for (const { launch_status } of launches) {
    counts[launch_status] += 1;
    counts.total += 1;
  }
  return counts;
};

/**
 * Share of successes among launches with a known outcome, 0 to 1.
 * Upcoming and unknown launches count on neither side.
 * @returns null when no outcome is known
 */
export const successRate = (counts: StatusCounts): number | null => {
  const known = OUTCOME_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return known === 0 ? null : counts.success / known;
};
