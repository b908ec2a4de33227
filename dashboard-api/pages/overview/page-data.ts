import { dayOf } from '../../../domain/launches/dates.ts';
import type { BoosterStatistics } from '../../../domain/launches/statistics/boosters.ts';
import type { DayCount } from '../../../domain/launches/statistics/timeline.ts';
import type { Language } from '../language/languages.ts';
import type { Localization } from '../language/localization.ts';
import type { GroupRows } from './cards/group-rows.ts';
import { drawnRows } from './cards/group-rows.ts';
import type { YearRow } from './cards/heat-card.ts';
import { HEAT_STEPS } from './cards/heat-card.ts';
import type { MonthRow } from './cards/months-card.ts';
import type { RateRows } from './cards/status-card.ts';
import { halfDate } from './cards/timeline-card.ts';
import { missionLabel } from './mission.ts';
import { isMishap, OUTCOMES } from './outcomes.ts';
import type { Selection } from './selection.ts';

/** The numbers that cards show and charts draw. */
export interface PageRows extends RateRows, GroupRows {
  months: MonthRow[];
  days: DayCount[];
  years: YearRow[];
  boosters: BoosterStatistics;
}

/** A launch that fell short; `total` is how many had flown by the end of its UTC day. */
export interface Mishap {
  date: string;
  name: string;
  status: 'failed' | 'partial_failure';
  total: number;
}

/** What the page hands to the browser modules. Days are UTC, `YYYY-MM-DD`. */
export interface PageData extends PageRows {
  locale: Language;
  /** Path and query of the page, which charts filter further. */
  href: string;
  words: Record<string, string>;
  range: { from: string | null; to: string | null };
  mishaps: Mishap[];
  half_date: string | null;
  /** Least launches of a month for each shade of the heat map. */
  heat_steps: readonly number[];
  /** Days of launches flown whose outcome is not known, one entry a launch. */
  unknown_dates: string[];
}

const CHART_PREFIX = 'chart.';

/** Sentences the charts fill in themselves, and the names of outcomes. */
const chartWords = ({ entries, text }: Localization): Record<string, string> => ({
  ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, text(`outcome.${outcome}`)])),
  ...Object.fromEntries(
    Object.entries(entries)
      .filter(([key]) => key.startsWith(CHART_PREFIX))
      .map(([key, sentence]) => [key.slice(CHART_PREFIX.length), sentence]),
  ),
});

const mishapsOf = ({ launches }: Selection, days: readonly DayCount[]): Mishap[] => {
  const totals = new Map(days.map(({ date, cumulative }) => [date, cumulative]));
  return launches.filter(isMishap).map((launch) => ({
    date: dayOf(launch.launch_date),
    name: missionLabel(launch),
    status: launch.launch_status,
    total: totals.get(dayOf(launch.launch_date)) ?? 0,
  }));
};

/** Last day drawn: that of the page, or of the last launch still to come. */
const lastDay = ({ span, confirmed }: Selection): string | null => {
  const last = confirmed.at(-1);
  if (span === null || !last) return span?.to ?? null;
  return dayOf(last.launch_date) > span.to ? dayOf(last.launch_date) : span.to;
};

export const buildPageData = (
  selection: Selection,
  rows: PageRows,
  href: string,
  localization: Localization,
): PageData => ({
  locale: localization.language,
  href,
  words: chartWords(localization),
  range: { from: selection.span?.from ?? null, to: lastDay(selection) },
  ...rows,
  pads: drawnRows(rows.pads, localization),
  per_rocket: drawnRows(rows.per_rocket, localization),
  per_orbit: drawnRows(rows.per_orbit, localization),
  mishaps: mishapsOf(selection, rows.days),
  half_date: halfDate(selection),
  heat_steps: HEAT_STEPS,
  unknown_dates: selection.flown
    .filter(({ launch_status }) => launch_status === 'unknown')
    .map(({ launch_date }) => dayOf(launch_date)),
});

/** JSON as it may stand in a script element: nothing in it can end the element. */
export const toScriptJson = (data: PageData): string =>
  JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
