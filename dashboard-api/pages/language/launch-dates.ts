import { hasTime } from './formats.ts';
import type { Localization } from './localization.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';

type Dated = Pick<LaunchSummary, 'launch_date' | 'launch_date_precision'>;

const NO_BREAK_SPACE = '\u00a0';

const partOfYear = (instant: string, months: number): number =>
  Math.ceil(Number(instant.slice(5, 7)) / months);

/** The date of a launch, no finer than it is known; where the time of day is known it stands apart. */
export const formatLaunchDate = (launch: Dated, { text, formats }: Localization): string => {
  const { launch_date: date, launch_date_precision: precision } = launch;
  const year = date.slice(0, 4);
  if (precision === 'year') return year;
  if (precision === 'half') return text('date.half', { half: partOfYear(date, 6), year });
  if (precision === 'quarter') return text('date.quarter', { quarter: partOfYear(date, 3), year });
  return precision === 'month' ? formats.month(date) : formats.shortDate(date);
};

/** Date and, where it is known, time of a launch: `15 May 2026, 22:05 UTC`. */
export const formatLaunchTime = (launch: Dated, localization: Localization): string => {
  const { formats } = localization;
  if (hasTime(launch.launch_date_precision)) return formats.dateTime(launch.launch_date);
  return formatLaunchDate(launch, localization).replaceAll(' ', NO_BREAK_SPACE);
};
