import { monthOf } from '../dates.ts';
import type { LaunchSummary } from '../launch.ts';

/** UTC days that bound the months listed; null: the first or the last launch does. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

/** Something counted of one UTC month, `YYYY-MM`. */
export type OfMonth<T> = { month: string } & T;

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
 * Counts launches month by month, oldest first, months without a launch included.
 * The caller bounds the range: the list has an entry for each month of it.
 * @param launches in any order
 * @param none counts of nothing, new at each call
 * @param add adds one launch to counts, in place
 */
export const perMonth = <T extends object>(
  launches: Iterable<LaunchSummary>,
  range: DayRange,
  none: () => T,
  add: (counts: T, launch: LaunchSummary) => void,
): OfMonth<T>[] => {
  const months = new Map<string, T>();
  for (const launch of launches) {
    const month = monthOf(launch.launch_date);
    let counts = months.get(month);
    if (!counts) months.set(month, (counts = none()));
    add(counts, launch);
  }
  const seen = [...months.keys()].sort();
  const first = range.from === null ? seen[0] : monthOf(range.from);
  const last = range.to === null ? seen.at(-1) : monthOf(range.to);
  if (first === undefined || last === undefined) return [];
  return monthsBetween(first, last).map((month) => ({ month, ...(months.get(month) ?? none()) }));
};
