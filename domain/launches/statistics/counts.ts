import type { LaunchSummary } from '../launch.ts';
import type { LaunchStatus } from '../status.ts';
import { OUTCOME_STATUSES } from '../status.ts';
import type { Counter, Tally } from './tally.ts';
import { sumOf, tallyOf } from './tally.ts';

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

/** Adds one launch to counts, in place: statistics add up thousands of them. */
export const addTo = (counts: StatusCounts, launch: Counted): void => {
  counts[launch.launch_status] += 1;
  counts.total += 1;
};

/** Launches by status. */
export const statusTally = {
  none: noLaunches,
  add: addTo,
  sum: sumOf<StatusCounts>,
  merge: (parts: readonly StatusCounts[]) => parts.reduce(sumOf, noLaunches()),
} satisfies Tally<StatusCounts, Counted> & Counter<StatusCounts>;

export const countByStatus = (launches: Iterable<Counted>): StatusCounts =>
  tallyOf(statusTally, launches);

/**
 * Share of successes among launches with a known outcome, 0 to 1.
 * Upcoming and unknown launches count on neither side.
 * @returns null when no outcome is known
 */
export const successRate = (counts: StatusCounts): number | null => {
  const known = OUTCOME_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return known === 0 ? null : counts.success / known;
};
