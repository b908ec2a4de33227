import { dayOf } from '../dates.ts';
import type { LaunchSummary } from '../launch.ts';
import { flownOf } from './counts.ts';
import type { Kinds } from './kinds.ts';
import { kindsBy } from './kinds.ts';
import type { StatusRows } from './status-rows.ts';
import { rowsOf } from './status-rows.ts';

/**
 * One UTC day with launches. `count` is all of that day, upcoming ones too;
 * `cumulative` is how many have flown from the start of the range to the end of the day.
 */
export interface DayCount {
  date: string;
  count: number;
  cumulative: number;
}

const dateOf = ({ launch_date }: LaunchSummary): string => dayOf(launch_date);

export const dayKinds = (launches: readonly LaunchSummary[]): Kinds<string> =>
  kindsBy(launches, dateOf, dateOf);

/** Days as they come, `cumulative` being of each day alone. */
const listDays = (parts: readonly { days: StatusRows<string> }[]): DayCount[] => {
  const list: DayCount[] = [];
  for (const { days } of parts) {
    days.each((date, counts) => {
      list.push({ date, count: counts.total, cumulative: flownOf(counts) });
    });
  }
  return list;
};

/** Adds up, in place, what has flown. */
const accumulate = (days: DayCount[]): DayCount[] => {
  let flown = 0;
  for (const day of days) day.cumulative = flown += day.cumulative;
  return days;
};

/**
 * Days with a launch, oldest first.
 * @param years what was counted of launches oldest first, a part a year: no day is in two of them
 */
export const daysOf = (years: readonly { days: StatusRows<string> }[]): DayCount[] =>
  accumulate(listDays(years));

/** @param launches in any order */
export const timelineStatistics = (launches: readonly LaunchSummary[]): DayCount[] => {
  const days = listDays([{ days: rowsOf(launches, dayKinds(launches)) }]);
  return accumulate(days.sort((a, b) => (a.date < b.date ? -1 : 1)));
};
