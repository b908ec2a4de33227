import type { DatePrecision } from '../../../domain/launches/dates.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { formatFullTime, formatLaunchTime, formatRowDate } from './launch-dates.ts';
import type { Localization } from './localization.ts';

/**
 * A time in UTC that the browser may show in the reader's zone. `format` says how it is written there:
 * without one as "15 May 2026, 22:05 UTC", `date` "15 May 2026", `clock` "22:05", `zone` "UTC".
 */
export interface TimeView {
  /** ISO 8601 UTC. */
  iso: string;
  /** A time known to the day or coarser is the same in every zone. */
  precision: DatePrecision;
  text: string;
  format?: 'date' | 'clock' | 'zone' | 'clock-zone' | 'full';
}

type Dated = Pick<LaunchSummary, 'launch_date' | 'launch_date_precision'>;

const viewOf = ({ launch_date: iso, launch_date_precision: precision }: Dated) => ({
  iso,
  precision,
});

/** Date and, where it is known, time of a launch. */
export const launchTimeView = (launch: Dated, localization: Localization): TimeView => ({
  ...viewOf(launch),
  text: formatLaunchTime(launch, localization),
});

/** The date of a launch for a column of dates; its time stands apart. */
export const rowDateView = (launch: Dated, localization: Localization): TimeView => ({
  ...viewOf(launch),
  text: formatRowDate(launch, localization),
  format: 'date',
});

/** The time of day of a launch, `22:05`. */
export const clockView = (launch: Dated): TimeView => ({
  ...viewOf(launch),
  text: launch.launch_date.slice(11, 16),
  format: 'clock',
});

/** The zone that the time of a launch is given in. */
export const zoneView = (launch: Dated): TimeView => ({
  ...viewOf(launch),
  text: 'UTC',
  format: 'zone',
});

/** An instant to the minute: `15 May 2026, 22:05 UTC`. @param iso ISO 8601 UTC */
export const instantView = (iso: string, { formats }: Localization): TimeView => ({
  iso,
  precision: 'minute',
  text: formats.dateTime(iso),
});

/** The UTC day of an instant: `15 May 2026`. @param iso ISO 8601 UTC */
export const dayView = (iso: string, { formats }: Localization): TimeView => ({
  iso,
  precision: 'day',
  text: formats.shortDate(iso),
});

/** When a launch was or is to be in full, to the second where it is known: `17 June 2022, 16:08:50 UTC`. */
export const fullTimeView = (launch: Dated, localization: Localization): TimeView => ({
  ...viewOf(launch),
  text: formatFullTime(launch, localization),
  format: 'full',
});
