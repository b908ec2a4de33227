import { monthOf } from '../dates.ts';
import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import { addTo, noLaunches } from './counts.ts';

/** Counts of one UTC month, `YYYY-MM`. */
export type MonthCounts = { month: string } & StatusCounts;

/** UTC days that bound the months listed; null: the first or the last launch does. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

/** Months since year 0: counting them, as their text does not sort beyond four digits. */
const monthNumber = (month: string): number => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return year * 12 + number - 1;
};

const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

const monthsBetween = (first: string, last: string): string[] => {
  const start = monthNumber(first);
  const length = Math.max(0, monthNumber(last) - start + 1);
  return Array.from({ length }, (_, index) => monthText(start + index));
};

/**
 * Launches per month, oldest first, months without a launch included.
 * The caller bounds the range: the list has an entry for each month of it.
 * @param launches in any order
 */
export const monthlyStatistics = (
  launches: readonly LaunchSummary[],
  range: DayRange,
): MonthCounts[] => {
  const months = new Map<string, StatusCounts>();
  for (const launch of launches) {
    const month = monthOf(launch.launch_date);
    let counts = months.get(month);
    if (!counts) months.set(month, (counts = noLaunches()));
    addTo(counts, launch);
  }
  const seen = [...months.keys()].sort();
  const first = range.from === null ? seen[0] : monthOf(range.from);
  const last = range.to === null ? seen.at(-1) : monthOf(range.to);
  if (first === undefined || last === undefined) return [];
  return monthsBetween(first, last).map((month) => ({
    month,
    ...(months.get(month) ?? noLaunches()),
  }));
};
