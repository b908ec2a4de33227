import { dayOf } from '../dates.ts';
import type { LaunchSummary } from '../launch.ts';
import { hasFlown } from '../status.ts';

/**
 * One UTC day with launches. `count` is all of that day, upcoming ones too;
 * `cumulative` is how many have flown from the start of the range to the end of the day.
 */
export interface DayCount {
  date: string;
  count: number;
  cumulative: number;
}

/** Days with a launch, oldest first. */
export const timelineStatistics = (launches: Iterable<LaunchSummary>): DayCount[] => {
  const days = new Map<string, { count: number; flown: number }>();
  for (const launch of launches) {
    const date = dayOf(launch.launch_date);
    const day = days.get(date) ?? { count: 0, flown: 0 };
    day.count += 1;
    if (hasFlown(launch.launch_status)) day.flown += 1;
    days.set(date, day);
  }
  let cumulative = 0;
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, { count, flown }]) => ({ date, count, cumulative: (cumulative += flown) }));
};
