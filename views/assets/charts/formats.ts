import type { PageData } from '../page-data.ts';

const TAGS = { en: 'en-GB', es: 'es-ES' } as const;
const NO_BREAK_SPACE = '\u00a0';
const ZERO_WIDTH_SPACE = '\u200b';

const noBreaks = (text: string): string => text.replaceAll(' ', NO_BREAK_SPACE);
const asDate = (day: string): Date => new Date(`${day.padEnd(10, '-01')}T00:00:00Z`);

/** Numbers and UTC dates in the language of the page. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface Formats {
  number: (value: number) => string;
  /** 24 Mar 2006 */
  date: (day: string) => string;
  /** 15 May */
  dayOfYear: (day: string) => string;
  /** Mar 2006 */
  monthAndYear: (month: string) => string;
  /** Mar */
  month: (month: string) => string;
  /** 2006 */
  year: (month: string) => string;
}

export const createFormats = (locale: PageData['locale']): Formats => {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'UTC' });
    return (day: string) => noBreaks(format.format(asDate(day)));
  };
  const numbers = new Intl.NumberFormat(TAGS[locale], { useGrouping: 'min2' });
  return {
    number: (value) => numbers.format(value),
    date: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    dayOfYear: dates({ day: 'numeric', month: 'short' }),
    monthAndYear: dates({ month: 'short', year: 'numeric' }),
    month: dates({ month: 'short' }),
    year: dates({ year: 'numeric' }),
  };
};

const namesOf = (
  tag: string,
  count: number,
  dateOf: (index: number) => Date,
  options: Intl.DateTimeFormatOptions,
): string[] => {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, index) => format.format(dateOf(index)));
};

const monthAt = (index: number): Date => new Date(Date.UTC(2023, index, 1));
/** 1 January 2023 was a Sunday, where ApexCharts starts its week. */
const weekdayAt = (index: number): Date => new Date(Date.UTC(2023, 0, 1 + index));

/** Names made equally long by characters that take no room. */
const padded = (names: readonly string[]): string[] => {
  const longest = Math.max(...names.map(({ length }) => length));
  return names.map((name) => name.padEnd(longest, ZERO_WIDTH_SPACE));
};

/**
 * The names of months and days that ApexCharts writes on a time axis. It drops labels that overlap at regular
 * distances only if all have the same number of characters.
 */
export const chartLocale = (locale: PageData['locale']) => {
  const tag = TAGS[locale];
  return {
    name: locale,
    options: {
      months: namesOf(tag, 12, monthAt, { month: 'long' }),
      shortMonths: padded(namesOf(tag, 12, monthAt, { month: 'short' })),
      days: namesOf(tag, 7, weekdayAt, { weekday: 'long' }),
      shortDays: namesOf(tag, 7, weekdayAt, { weekday: 'short' }),
    },
  };
};
