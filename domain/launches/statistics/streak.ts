import type { LaunchSummary } from '../launch.ts';
import { fellShort } from '../status.ts';
import { isLater, latestLaunch } from '../upcoming.ts';

/** Successes in a row. */
export interface SuccessStreak<T = LaunchSummary> {
  count: number;
  /** The last launch that fell short of success, after which they came; null when none ever did. */
  since: T | null;
}

/**
 * How many launches have succeeded since the last that did not: a partial failure ends a streak, and one whose
 * outcome is unknown neither ends nor extends it.
 * @param launches in any order
 */
export const successStreak = <T extends LaunchSummary>(
  launches: readonly T[],
): SuccessStreak<T> => {
  const since = latestLaunch(launches.filter(({ launch_status }) => fellShort(launch_status)));
  const successes = launches.filter(
    (launch) => launch.launch_status === 'success' && (since === null || isLater(launch, since)),
  );
  return { count: successes.length, since };
};
