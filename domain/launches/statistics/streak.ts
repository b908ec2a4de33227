import type { LaunchSummary } from '../launch.ts';
import { fellShort } from '../status.ts';
import type { Tally } from './tally.ts';
import { tallyOf } from './tally.ts';

/** Successes in a row. */
export interface SuccessStreak {
  count: number;
  /** The last launch that fell short of success, after which they came; null when none ever did. */
  since: LaunchSummary | null;
}

const noStreak = (): SuccessStreak => ({ count: 0, since: null });

export const streakTally: Tally<SuccessStreak> = {
  none: noStreak,
  add: (streak, launch) => {
    if (fellShort(launch.launch_status)) Object.assign(streak, { count: 0, since: launch });
    else if (launch.launch_status === 'success') streak.count += 1;
  },
  merge: (parts) =>
    parts.reduce(
      (streak, later) =>
        later.since === null ? { ...streak, count: streak.count + later.count } : later,
      noStreak(),
    ),
};

/**
 * How many launches have succeeded since the last that did not: a partial failure ends a streak, and one whose
 * outcome is unknown neither ends nor extends it.
 * @param launches oldest first
 */
export const successStreak = (launches: Iterable<LaunchSummary>): SuccessStreak =>
  tallyOf(streakTally, launches);
