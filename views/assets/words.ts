/**
 * Words the browser modules take from the page, already in its language.
 * `{date}`, `{count}`, `{span}` and `{quarter}` stand for values put in here.
 */
export const WORD_KEYS = [
  'success',
  'partial_failure',
  'failed',
  'upcoming',
  'unconfirmed',
  'unknown',
  'all_rockets', // All rockets
  'success_rate', // Success rate
  'launches_per_month',
  'launches_per_quarter',
  'launches_per_year',
  'landings_per_month',
  'landings_per_quarter',
  'landings_per_year',
  'landed',
  'lost',
  'not_recorded',
  'reflights',
  'flights', // Booster flights
  'without_record', // Launches without record
  'no_records', // No records
  'total', // Total
  'quarter', // Q{quarter}
  'to_date', // to {date}
  'half', // half: {date}
  'that_day', // That day
  'more', // and {count} more
  'in_span', // in {span}
  'days_short', // d
  'hours_short', // h
  'minutes_short', // min
  'chart_error', // The chart could not be drawn. The numbers are in the table below.
] as const;

export type WordKey = (typeof WORD_KEYS)[number];
export type PageWords = Record<WordKey, string>;

/** Puts values into the places of a phrase: `to {date}`. */
export const fill = (phrase: string, values: Record<string, string | number>): string =>
  phrase.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
