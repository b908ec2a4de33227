import { dayOf } from '../../../domain/launches/dates.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { hasTime } from '../language/formats.ts';
import type { Localization } from '../language/localization.ts';
import { padName } from '../overview/pad-labels.ts';

/** IANA time zones of the sites that pads are at. */
const ZONES: Readonly<Record<string, string>> = {
  'Cape Canaveral': 'America/New_York',
  Kennedy: 'America/New_York',
  Vandenberg: 'America/Los_Angeles',
  Starbase: 'America/Chicago',
  Kwajalein: 'Pacific/Kwajalein',
};

type Placed = Pick<LaunchSummary, 'launch_date' | 'launch_date_precision' | 'launchpad_name'>;

/** Day and time of a zone's clocks: Swedish writes them as ISO 8601 does. */
const clockIn = (timeZone: string, instant: Date): [day: string, time: string] => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [day = '', time = ''] = format.format(instant).split(' ');
  return [day, time];
};

/** EDT, PST; where a zone has no letters of its own GMT+12. */
const abbreviationIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/**
 * What the clocks at the pad say, with the day where it is another one than in UTC: "12:08 EDT at the pad".
 * @returns null for a pad whose zone is not known, and for a date without a time of day
 */
export const describePadTime = (
  { launch_date: date, launch_date_precision: precision, launchpad_name: pad }: Placed,
  { text, formats }: Localization,
): string | null => {
  const { code, site } = padName(pad);
  const zone = ZONES[site ?? code];
  if (zone === undefined || !hasTime(precision)) return null;
  const instant = new Date(date);
  const [day, time] = clockIn(zone, instant);
  const clock = `${time}\u00a0${abbreviationIn(zone, instant)}`;
  const isSameDay = day === dayOf(date);
  return text('launch.pad_time', {
    time: isSameDay ? clock : `${formats.shortDate(day)}, ${clock}`,
  });
};
