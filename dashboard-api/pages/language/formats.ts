export { hasTime } from '../../../domain/launches/dates.ts';

const NO_BREAK_SPACE = '\u00a0';

/** Known outcomes from which a share is worth a decimal. */
const DECIMAL_FROM = 100;

/** Numbers and UTC dates in one language. Days are `YYYY-MM-DD`, months `YYYY-MM`, instants ISO 8601. */
export interface Formats {
  /** 6247, 10,000 */
  number: (value: number) => string;
  /** 97.9%: `part` of `whole`, which is not 0; all and nothing only when exact. */
  share: (part: number, whole: number) => string;
  /** 24 Mar 2006, of a day or an instant */
  shortDate: (date: string) => string;
  /** 07 Mar 2006, for columns: every day as wide as the others */
  columnDate: (date: string) => string;
  /** 24 March 2006 */
  longDate: (date: string) => string;
  /** March 2006, of a month, a day or an instant */
  month: (date: string) => string;
  /** Mar, of a month, a day or an instant */
  shortMonth: (date: string) => string;
  /** Mar 2006, of the same */
  monthAndYear: (date: string) => string;
  /** 22:05 UTC */
  time: (instant: string) => string;
  /** 15 May 2026, 22:05 UTC */
  dateTime: (instant: string) => string;
  /** 1st, 22nd, 13th */
  ordinal: (value: number) => string;
  /** Names one after the other: a, b and c */
  list: (names: readonly string[]) => string;
}

const noBreaks = (text: string): string => text.replaceAll(' ', NO_BREAK_SPACE);

const createDateFormat = (tag: string, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  return (date: string): string => {
    const day = date.slice(0, 10).padEnd(10, '-01');
    return noBreaks(format.format(new Date(`${day}T00:00:00Z`)));
  };
};

const createShare = (tag: string): Formats['share'] => {
  const whole = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: 1 });
  return (part, total) => {
    const isExact = part === 0 || part === total;
    if (isExact || total < DECIMAL_FROM) return whole.format(part / total);
    return tenths.format(Math.min(0.999, Math.max(0.001, part / total)));
  };
};

const ENGLISH_ORDINALS: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
};

/** What follows a number that ranks: 13th, 13.º */
const createOrdinal = (tag: string, numbers: Intl.NumberFormat): Formats['ordinal'] => {
  const rules = new Intl.PluralRules(tag, { type: 'ordinal' });
  const isEnglish = tag.startsWith('en');
  return (value) =>
    `${numbers.format(value)}${isEnglish ? (ENGLISH_ORDINALS[rules.select(value)] ?? 'th') : '.º'}`;
};

/** @param tag BCP 47 tag */
export const createFormats = (tag: string): Formats => {
  const numbers = new Intl.NumberFormat(tag, { useGrouping: 'min2' });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const shortDate = createDateFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
  const time = (instant: string): string => `${instant.slice(11, 16)}${NO_BREAK_SPACE}UTC`;
  return {
    number: (value) => numbers.format(value),
    share: createShare(tag),
    shortDate,
    columnDate: createDateFormat(tag, { day: '2-digit', month: 'short', year: 'numeric' }),
    longDate: createDateFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
    month: createDateFormat(tag, { month: 'long', year: 'numeric' }),
    shortMonth: createDateFormat(tag, { month: 'short' }),
    monthAndYear: createDateFormat(tag, { month: 'short', year: 'numeric' }),
    time,
    dateTime: (instant) => `${shortDate(instant)}, ${time(instant)}`,
    ordinal: createOrdinal(tag, numbers),
    list: (names) => lists.format(names),
  };
};
