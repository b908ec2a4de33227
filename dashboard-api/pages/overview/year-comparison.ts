import { dayOf, yearOf } from '../../../domain/launches/dates.ts';
import { hasFlown } from '../../../domain/launches/status.ts';
import type { Selection } from './selection.ts';

/** Launches flown this year, and in the year before up to the same date. */
export interface YearComparison {
  year: string;
  count: number;
  /** The same date a year earlier, a UTC day. */
  earlierDay: string;
  earlierCount: number;
}

const yearEarlier = (day: string): string => {
  const date = day.slice(5) === '02-29' ? '02-28' : day.slice(5);
  return `${Number(yearOf(day)) - 1}-${date}`;
};

/**
 * Compares this year with the last, like with like: both up to the date of the newest launch of the source.
 * @returns null when the source has none this year, or the days asked for do not hold the year to date
 */
export const compareYears = (selection: Selection): YearComparison | null => {
  const { newest, asked, undated, now } = selection;
  if (newest === null) return null;
  const day = dayOf(newest.launch_date);
  const year = yearOf(day);
  const isAsked =
    (asked.from === null || asked.from <= `${year}-01-01`) &&
    (asked.to === null || asked.to >= day);
  if (year !== yearOf(now) || !isAsked) return null;

  const earlierDay = yearEarlier(day);
  const flownIn = (wanted: string, until: string): number =>
    undated.filter(
      ({ launch_status, launch_date }) =>
        hasFlown(launch_status) && yearOf(launch_date) === wanted && dayOf(launch_date) <= until,
    ).length;
  const count = flownIn(year, day);
  const earlierCount = flownIn(yearOf(earlierDay), earlierDay);
  return count + earlierCount === 0 ? null : { year, count, earlierDay, earlierCount };
};
