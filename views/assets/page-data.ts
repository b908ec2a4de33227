import type { PageWords } from './words.ts';

/** Launches by outcome. `upcoming` leaves out the unconfirmed ones; `total` counts them all. */
export interface OutcomeCounts {
  success: number;
  partial_failure: number;
  failed: number;
  upcoming: number;
  unconfirmed: number;
  unknown: number;
  total: number;
}

/** One UTC month, `YYYY-MM`. */
export type MonthRow = { month: string } & OutcomeCounts;

/** One UTC day with launches; `cumulative` counts those flown since the start of the range. */
export interface DayRow {
  date: string;
  count: number;
  cumulative: number;
}

/** A pad, by the name people know it by. */
export type PadRow = { id: string; label: string } & OutcomeCounts;

/** `success_rate` is 0 to 1 of the launches with a known outcome, null when there is none. */
export type RateRow = OutcomeCounts & { success_rate: number | null; rate_text: string };

export type RocketRow = { id: string; label: string } & RateRow;

/** A launch that fell short; `total` is how many had flown by the end of its day. */
export interface Mishap {
  date: string;
  name: string;
  status: 'failed' | 'partial_failure';
  total: number;
}

/** What the server hands to the browser modules, in the page itself. Days are UTC, `YYYY-MM-DD`. */
export interface PageData {
  locale: 'en' | 'es';
  /** Path and query of the page, pads by id and rockets by name, without what was ignored. */
  href: string;
  words: PageWords;
  range: { from: string | null; to: string | null };
  months: MonthRow[];
  days: DayRow[];
  pads: PadRow[];
  rockets: RocketRow[];
  all: RateRow;
  mishaps: Mishap[];
  half_date: string | null;
}
