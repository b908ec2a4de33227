import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { formatFullTime } from './launch-dates.ts';
import type { Localization } from './localization.ts';
import type { TimeView } from './times.ts';

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
export const fullTimeView = (
  launch: Pick<LaunchSummary, 'launch_date' | 'launch_date_precision'>,
  localization: Localization,
): TimeView => ({
  iso: launch.launch_date,
  precision: launch.launch_date_precision,
  text: formatFullTime(launch, localization),
  format: 'full',
});
