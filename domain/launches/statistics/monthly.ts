import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import { noLaunches, statusTally } from './counts.ts';
import type { DayRange, MonthTally, OfMonth } from './months.ts';
import { listMonths, perMonth } from './months.ts';
import { tallyOf } from './tally.ts';

/** Counts of one UTC month, `YYYY-MM`. */
export type MonthCounts = OfMonth<StatusCounts>;

export const monthTally = perMonth(statusTally);

/** Launches per month, oldest first, months without a launch included. */
export const monthsOf = (months: MonthTally<StatusCounts>, range: DayRange): MonthCounts[] =>
  listMonths(months, range, noLaunches);

/** @param launches in any order */
export const monthlyStatistics = (
  launches: Iterable<LaunchSummary>,
  range: DayRange,
): MonthCounts[] => monthsOf(tallyOf(monthTally, launches), range);
