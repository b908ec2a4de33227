import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { StatusCounts } from '../../../domain/launches/statistics/counts.ts';
import { countByStatus } from '../../../domain/launches/statistics/counts.ts';
import type { LaunchStatus, ShortStatus } from '../../../domain/launches/status.ts';
import { fellShort, OUTCOME_STATUSES } from '../../../domain/launches/status.ts';
import { isUnconfirmed } from '../../../domain/launches/upcoming.ts';

/** Outcomes as pages name them, in the order of legends and tables. */
export const OUTCOMES = [
  'success',
  'partial_failure',
  'failed',
  'upcoming',
  'unconfirmed',
  'unknown',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Launches by outcome; `upcoming` leaves the unconfirmed out, `total` counts them all. */
export type OutcomeCounts = StatusCounts & { unconfirmed: number };

/** Names the unconfirmed among upcoming launches. */
export const withUnconfirmed = <T extends StatusCounts>(
  counts: T,
  unconfirmed: number,
): T & { unconfirmed: number } => ({
  ...counts,
  upcoming: counts.upcoming - unconfirmed,
  unconfirmed,
});

/**
 * The outcome that pages name: an upcoming launch that nobody confirms is told apart.
 * @param now ISO 8601 UTC
 */
export const outcomeOf = (launch: LaunchSummary, now: string): Outcome =>
  isUnconfirmed(launch, now) ? 'unconfirmed' : launch.launch_status;

/** @param now ISO 8601 UTC */
export const countOutcomes = (launches: readonly LaunchSummary[], now: string): OutcomeCounts =>
  withUnconfirmed(
    countByStatus(launches),
    launches.filter((launch) => isUnconfirmed(launch, now)).length,
  );

export const isKnownOutcome = (status: LaunchStatus): boolean =>
  OUTCOME_STATUSES.some((known) => known === status);

/** How many outcomes are known: what a success rate is a share of. */
export const knownOutcomes = (counts: StatusCounts): number =>
  OUTCOME_STATUSES.reduce((sum, status) => sum + counts[status], 0);

/** True for a launch that fell short of success. */
export const isMishap = <T extends Pick<LaunchSummary, 'launch_status'>>(
  launch: T,
): launch is T & { launch_status: ShortStatus } => fellShort(launch.launch_status);
