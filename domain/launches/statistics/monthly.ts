import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import { addTo, noLaunches } from './counts.ts';
import type { DayRange, OfMonth } from './months.ts';
import { listMonths, monthKinds } from './months.ts';
import type { StatusRows } from './status-rows.ts';
import { rowsOf } from './status-rows.ts';

/** Counts of one UTC month, `YYYY-MM`. */
export type MonthCounts = OfMonth<StatusCounts>;

/**
 * Launches per month, oldest first, months without a launch included.
 * @param parts what was counted of launches, part by part
 */
export const monthsOf = (
  parts: readonly { months: StatusRows<{ month: string }> }[],
  range: DayRange,
): MonthCounts[] => {
  const sums = new Map<string, StatusCounts>();
  for (const { months } of parts) {
    months.each(({ month }, counts) => addTo(sums, month, counts));
  }
  return listMonths(sums, range, noLaunches);
};

/** @param launches in any order */
export const monthlyStatistics = (
  launches: readonly LaunchSummary[],
  range: DayRange,
): MonthCounts[] => monthsOf([{ months: rowsOf(launches, monthKinds(launches)) }], range);
