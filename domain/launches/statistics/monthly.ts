import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import { addTo, noLaunches } from './counts.ts';
import type { DayRange, OfMonth } from './months.ts';
import { perMonth } from './months.ts';

/** Counts of one UTC month, `YYYY-MM`. */
export type MonthCounts = OfMonth<StatusCounts>;

/**
 * Launches per month, oldest first, months without a launch included.
 * @param launches in any order
 */
export const monthlyStatistics = (
  launches: Iterable<LaunchSummary>,
  range: DayRange,
): MonthCounts[] => perMonth(launches, range, noLaunches, addTo);
