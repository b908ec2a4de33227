import { monthOf } from '../dates.ts';
import type { LaunchSummary } from '../launch.ts';
import type { Kinds } from './kinds.ts';
import { kindsBy } from './kinds.ts';

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

export const monthKinds = (launches: readonly LaunchSummary[]): Kinds<{ month: string }> => {
  const monthIn = ({ launch_date }: LaunchSummary) => monthOf(launch_date);
  return kindsBy(launches, monthIn, (first) => ({ month: monthIn(first) }));
};

/**
 * Counts month by month, oldest first, months without a launch included.
 * The caller bounds the range: the list has an entry for each month of it.
 * @param months counts by month, in any order, months without a launch left out
 * @param none counts of nothing
 */
export const listMonths = <T extends object>(
  months: ReadonlyMap<string, T>,
  range: DayRange,
  none: () => T,
): OfMonth<T>[] => {
  const seen = [...months.keys()].sort();
  const first = range.from === null ? seen[0] : monthOf(range.from);
  const last = range.to === null ? seen.at(-1) : monthOf(range.to);
  if (first === undefined || last === undefined) return [];
  const end = monthNumber(last);
  const list: OfMonth<T>[] = [];
  for (let number = monthNumber(first); number <= end; number += 1) {
    const month = monthText(number);
    list.push({ month, ...(months.get(month) ?? none()) });
  }
  return list;
};
