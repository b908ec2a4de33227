import { dayOf } from '../dates.ts';
import type { LaunchSummary } from '../launch.ts';
import { hasFlown } from '../status.ts';

const DAY_MS = 24 * 3600 * 1000;

/** Two launches that flew one after the other, and the UTC days from one to the next. */
export interface LaunchGap<T = LaunchSummary> {
  days: number;
  before: T;
  after: T;
}

const daysBetween = (a: LaunchSummary, b: LaunchSummary): number =>
  Math.round((Date.parse(dayOf(b.launch_date)) - Date.parse(dayOf(a.launch_date))) / DAY_MS);

/**
 * The longest time without a launch between two that have flown, the first one of several as long.
 * @param launches oldest first
 * @returns null when fewer than two have flown, or all on one day
 */
export const longestGap = <T extends LaunchSummary>(
  launches: readonly T[],
): LaunchGap<T> | null => {
  const flown = launches.filter(({ launch_status }) => hasFlown(launch_status));
  let longest: LaunchGap<T> | null = null;
  for (const [index, after] of flown.entries()) {
    const before = flown[index - 1];
    if (!before) continue;
    const days = daysBetween(before, after);
    if (days > (longest?.days ?? 0)) longest = { days, before, after };
  }
  return longest;
};
