import { latestMeaning } from './dates.ts';
import type { LaunchSummary } from './launch.ts';
import { hasFlown } from './status.ts';

type Dated = Pick<
  LaunchSummary,
  'launch_status' | 'launch_date' | 'launch_date_precision' | 'missing_since'
>;

/**
 * True for a launch still marked upcoming whose date is past, or that its source no longer lists:
 * nobody confirms that it will fly, and nobody says that it has.
 * @param now ISO 8601 UTC with milliseconds
 */
export const isUnconfirmed = (launch: Dated, now: string): boolean =>
  launch.launch_status === 'upcoming' &&
  (launch.missing_since !== null ||
    latestMeaning(launch.launch_date, launch.launch_date_precision) < now);

/** True for a launch that is still to come and that somebody confirms. */
export const isToCome = (launch: Dated, now: string): boolean =>
  launch.launch_status === 'upcoming' && !isUnconfirmed(launch, now);

/**
 * The earliest launch that is still to come; null when none is confirmed.
 * @param launches oldest first
 * @param now ISO 8601 UTC with milliseconds
 */
export const nextLaunch = <T extends LaunchSummary>(
  launches: readonly T[],
  now: string,
): T | null => launches.find((launch) => isToCome(launch, now)) ?? null;

/**
 * The last launch that has flown, whatever its outcome; null when none has.
 * @param launches oldest first
 */
export const latestLaunch = <T extends LaunchSummary>(launches: readonly T[]): T | null =>
  launches.findLast(({ launch_status }) => hasFlown(launch_status)) ?? null;
