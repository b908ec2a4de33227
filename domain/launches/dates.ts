/** Dates of launches: always UTC, always ISO 8601 with milliseconds, with a precision beside them. */

export const DATE_PRECISIONS = [
  'second',
  'minute',
  'hour',
  'day',
  'month',
  'quarter',
  'half',
  'year',
] as const;

/** What of a launch date means anything: with `month`, the day and the time are placeholders. */
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** True when the time of day of such a date means something. */
export const hasTime = (precision: DatePrecision): boolean =>
  precision === 'second' || precision === 'minute' || precision === 'hour';

/** True when the day of such a date means something. */
export const hasDay = (precision: DatePrecision): boolean =>
  precision === 'day' || hasTime(precision);

/** First and last year a launch can be dated in; anything else in a source is a broken document. */
export const FIRST_YEAR = 1950;
export const LAST_YEAR = 2100;

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MINUTE_MS = 60_000;

/** Milliseconds since 1970 of a UTC calendar time; null when it is not one (30 February, 25 o'clock). */
const utcMillis = (parts: readonly number[]): number | null => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, milli = 0] = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, milli);
  const same =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return same ? date.getTime() : null;
};

/** Offset of `Z`, `+02:00` or `-0330` in milliseconds; null when it is more than a day has. */
const offsetMillis = (zone: string | undefined): number | null => {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const digits = zone.replace(/[+:-]/g, '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
};

/** True for a time as it is stored, `YYYY-MM-DDTHH:mm:ss.sssZ`. Every launch read is asked this a few times. */
export const isInstant = (text: string): boolean => {
  if (text.length !== 24) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text;
};

/**
 * Reads an ISO 8601 date or date-time; without a zone it is UTC.
 * @returns the instant as `YYYY-MM-DDTHH:mm:ss.sssZ`, or null when it is not a date of years 0000 to 9999
 */
export const parseInstant = (text: string): string | null => {
  if (isInstant(text)) return text;
  const match = INSTANT.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const offset = offsetMillis(zone);
  const local = utcMillis([
    Number(year),
    Number(month),
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
  ]);
  if (local === null || offset === null) return null;
  const iso = new Date(local - offset).toISOString();
  return iso.length === 24 ? iso : null;
};

/** True for a calendar day `YYYY-MM-DD` that exists. */
export const isUtcDay = (text: string): boolean => DAY.test(text) && parseInstant(text) !== null;

export const dayOf = (isoInstant: string): string => isoInstant.slice(0, 10);
export const monthOf = (isoInstant: string): string => isoInstant.slice(0, 7);
export const yearOf = (isoInstant: string): string => isoInstant.slice(0, 4);

export const startOfDay = (day: string): string => `${day}T00:00:00.000Z`;
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`;

export const addMillis = (isoInstant: string, millis: number): string =>
  new Date(Date.parse(isoInstant) + millis).toISOString();

const MONTHS_IN: Partial<Record<DatePrecision, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};
const MILLIS_IN: Partial<Record<DatePrecision, number>> = {
  second: 1000,
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 24 * 60 * MINUTE_MS,
};

/**
 * Last instant a date of this precision can mean: `2022-12-01` known to the month ends with December.
 * @returns ISO 8601 UTC with milliseconds
 */
export const latestMeaning = (isoInstant: string, precision: DatePrecision): string => {
  const months = MONTHS_IN[precision];
  if (months !== undefined) {
    const date = new Date(isoInstant);
    const first = Math.floor(date.getUTCMonth() / months) * months;
    return new Date(Date.UTC(date.getUTCFullYear(), first + months) - 1).toISOString();
  }
  const length = MILLIS_IN[precision] ?? 1;
  return new Date(Math.floor(Date.parse(isoInstant) / length) * length + length - 1).toISOString();
};
