import { hasTime } from './formats.ts';
import type { Localization } from './localization.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';

type Dated = Pick<LaunchSummary, 'launch_date' | 'launch_date_precision'>;

const NO_BREAK_SPACE = '\u00a0';

const partOfYear = (instant: string, months: number): number =>
  Math.ceil(Number(instant.slice(5, 7)) / months);

/** @param formatDay how a date known to the day or better is written */
const formatTo = (
  { launch_date: date, launch_date_precision: precision }: Dated,
  { text, formats }: Localization,
  formatDay: (date: string) => string,
): string => {
  const year = date.slice(0, 4);
  if (precision === 'year') return year;
  if (precision === 'half') return text('date.half', { half: partOfYear(date, 6), year });
  if (precision === 'quarter') return text('date.quarter', { quarter: partOfYear(date, 3), year });
  return precision === 'month' ? formats.month(date) : formatDay(date);
};

/** The date of a launch, no finer than it is known; where the time of day is known it stands apart. */
export const formatLaunchDate = (launch: Dated, localization: Localization): string =>
  formatTo(launch, localization, localization.formats.shortDate);

/** The same for a column of dates. */
export const formatRowDate = (launch: Dated, localization: Localization): string =>
  formatTo(launch, localization, localization.formats.columnDate);

/** Date and, where it is known, time of a launch: `15 May 2026, 22:05 UTC`. */
export const formatLaunchTime = (launch: Dated, localization: Localization): string => {
  const { formats } = localization;
  if (hasTime(launch.launch_date_precision)) return formats.dateTime(launch.launch_date);
  return formatLaunchDate(launch, localization).replaceAll(' ', NO_BREAK_SPACE);
};

/** Date and time in full, to the second where it is known: `17 June 2022, 16:08:50 UTC`. */
export const formatFullTime = (launch: Dated, localization: Localization): string => {
  const { launch_date: date, launch_date_precision: precision } = launch;
  const { longDate } = localization.formats;
  if (!hasTime(precision)) return formatTo(launch, localization, longDate);
  const time = date.slice(11, precision === 'second' ? 19 : 16);
  return `${longDate(date)}, ${time}${NO_BREAK_SPACE}UTC`;
};
