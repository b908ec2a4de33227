import { dayOf } from '../dates.ts';
import type { LaunchSummary } from '../launch.ts';
import { hasFlown } from '../status.ts';
import { perKey, sumOf, tallyOf } from './tally.ts';

/**
 * One UTC day with launches. `count` is all of that day, upcoming ones too;
 * `cumulative` is how many have flown from the start of the range to the end of the day.
 */
export interface DayCount {
  date: string;
  count: number;
  cumulative: number;
}

type Day = { count: number; flown: number };

/** Launches of each UTC day, and how many of them have flown. */
export const dayTally = perKey<string, Day>(({ launch_date }) => dayOf(launch_date), {
  none: () => ({ count: 0, flown: 0 }),
  add: (day, { launch_status }) => {
    day.count += 1;
    if (hasFlown(launch_status)) day.flown += 1;
  },
  sum: sumOf,
});

/** Days with a launch, oldest first. */
export const daysOf = (days: ReadonlyMap<string, Day>): DayCount[] => {
  let cumulative = 0;
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, { count, flown }]) => ({ date, count, cumulative: (cumulative += flown) }));
};

/** @param launches in any order */
export const timelineStatistics = (launches: Iterable<LaunchSummary>): DayCount[] =>
  daysOf(tallyOf(dayTally, launches));
