import { addMillis } from '../../../domain/launches/dates.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { nextLaunch } from '../../../domain/launches/upcoming.ts';

const HOUR_MS = 3600 * 1000;
/** A run every six hours, and half of that for a run that is late. */
const LATE_AFTER_MS = 9 * HOUR_MS;
/** The longest pause between launches was 531 days, but then the next ones were announced. */
const FROZEN_AFTER_MS = 365 * 24 * HOUR_MS;

/** True when a source should have been read again by now. @param asOf, now ISO 8601 UTC */
export const isLate = (asOf: string, now: string): boolean =>
  Date.parse(now) - Date.parse(asOf) > LATE_AFTER_MS;

/**
 * True for a source that stopped: its newest launch is old, and it announces none that is still to come.
 * @param launches all of the source
 * @param newest of them that has flown
 * @param now ISO 8601 UTC
 */
export const isFrozen = (
  launches: readonly LaunchSummary[],
  newest: LaunchSummary,
  now: string,
): boolean =>
  nextLaunch(launches, now) === null && addMillis(newest.launch_date, FROZEN_AFTER_MS) <= now;
