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

/** A pad, rocket or orbit; `id` is what a filter finds it by, empty where none can. */
export type GroupRow = { id: string; label: string } & OutcomeCounts;

/** Launches flown in each month of a year, January first; null outside of the range. */
export interface YearRow {
  year: string;
  months: (number | null)[];
  total: number;
}

/** Boosters of launches that have flown; `unknown`: tried to land, the outcome is not recorded. */
export interface BoosterCounts {
  flights: number;
  reflights: number;
  landing_attempts: number;
  landings: number;
  losses: number;
  unknown: number;
  launches_without_record: number;
}

export type BoosterMonth = { month: string } & BoosterCounts;

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
  years: YearRow[];
  pads: GroupRow[];
  per_rocket: GroupRow[];
  per_orbit: GroupRow[];
  boosters: BoosterCounts & { last_loss: string | null; months: BoosterMonth[] };
  rockets: RocketRow[];
  all: RateRow;
  mishaps: Mishap[];
  half_date: string | null;
  /** Least launches of a month for each shade of the heat map. */
  heat_steps: number[];
  /** Days of launches flown whose outcome is not known, one entry a launch. */
  unknown_dates: string[];
}
