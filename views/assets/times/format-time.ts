/** How a time is written: `short` 15 May 2026, 22:05 UTC · `full` 17 June 2022, 16:08:50 UTC · `date` 15 May 2026. */
export const FORMATS = ['short', 'full', 'date', 'clock', 'zone', 'clock-zone'] as const;
export type TimeFormat = (typeof FORMATS)[number];

/** A time to be written. */
export interface Instant {
  /** ISO 8601 UTC. */
  iso: string;
  /** Seconds are written only where they are known. */
  precision: string;
  format: TimeFormat;
}

const TAGS: Record<string, string> = { en: 'en-GB', es: 'es-ES' };
const NO_BREAK_SPACE = '\u00a0';

type Options = Intl.DateTimeFormatOptions;

const DAYS: Partial<Record<TimeFormat, Options>> = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: '2-digit', month: 'short', year: 'numeric' },
};
const WITH_CLOCK: readonly TimeFormat[] = ['short', 'full', 'clock', 'clock-zone'];
const WITH_ZONE: readonly TimeFormat[] = ['short', 'full', 'zone', 'clock-zone'];

const clockOptions = ({ precision, format }: Instant): Options => ({
  hour: '2-digit',
  minute: '2-digit',
  ...(format === 'full' && precision === 'second' ? { second: '2-digit' } : {}),
  hourCycle: 'h23',
});

const zoneName = (date: Date, tag: string, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'short' })
    .formatToParts(date)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

/**
 * A time in a zone, in the language of the page, with the zone's abbreviation or its distance from UTC.
 * @param timeZone IANA name; undefined: the reader's
 */
export const formatTime = (instant: Instant, language: string, timeZone?: string): string => {
  const { iso, format } = instant;
  const date = new Date(iso);
  const tag = TAGS[language] ?? language;
  const write = (options: Options): string =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone }).format(date);
  const day = DAYS[format];
  const clock = [
    WITH_CLOCK.includes(format) ? write(clockOptions(instant)) : '',
    WITH_ZONE.includes(format) ? zoneName(date, tag, timeZone) : '',
  ].filter(Boolean);
  const parts = [day ? write(day) : '', clock.join(' ')].filter(Boolean);
  return parts.map((part) => part.replaceAll(' ', NO_BREAK_SPACE)).join(', ');
};
