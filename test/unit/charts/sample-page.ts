import type { ApexOptions } from 'apexcharts';
import type { ChartContext, ChartEvents } from '../../../views/assets/charts/chart-options.ts';
import type { FilterPart, PartAt } from '../../../views/assets/charts/filter-part.ts';
import { createFormats } from '../../../views/assets/charts/formats.ts';
import type { Palette } from '../../../views/assets/charts/palette.ts';
import { readPalette } from '../../../views/assets/charts/palette.ts';
import type {
  BoosterCounts,
  BoosterMonth,
  MonthRow,
  OutcomeCounts,
  PageData,
} from '../../../views/assets/page-data.ts';
import type { PageWords } from '../../../views/assets/words.ts';

export const words: PageWords = {
  success: 'Success',
  partial_failure: 'Partial failure',
  failed: 'Failed',
  upcoming: 'Upcoming',
  unconfirmed: 'Unconfirmed',
  unknown: 'Unknown',
  all_rockets: 'All rockets',
  success_rate: 'Success rate',
  launches_per_month: 'Launches per month',
  launches_per_quarter: 'Launches per quarter',
  launches_per_year: 'Launches per year',
  landings_per_month: 'Booster landings per month',
  landings_per_quarter: 'Booster landings per quarter',
  landings_per_year: 'Booster landings per year',
  landed: 'Landed',
  lost: 'Lost',
  not_recorded: 'Not recorded',
  reflights: 'Reflights',
  flights: 'Booster flights',
  without_record: 'Launches without record',
  no_records: 'No records',
  total: 'Total',
  quarter: 'Q{quarter}',
  to_date: 'to {date}',
  half: 'half: {date}',
  that_day: 'That day',
  more: 'and {count} more',
  in_span: 'in {span}',
  days_short: 'd',
  hours_short: 'h',
  minutes_short: 'min',
  chart_error: 'The chart could not be drawn.',
};

/** Counts with the total they add up to. */
export const counts = (some: Partial<OutcomeCounts>): OutcomeCounts => {
  const none = {
    success: 0,
    partial_failure: 0,
    failed: 0,
    upcoming: 0,
    unconfirmed: 0,
    unknown: 0,
  };
  const all = { ...none, ...some };
  return { ...all, total: Object.values({ ...all, total: 0 }).reduce((sum, count) => sum + count) };
};

export const month = (name: string, some: Partial<OutcomeCounts>): MonthRow => ({
  month: name,
  ...counts(some),
});

/** Months from one to another, each with the same counts. */
export const monthsFrom = (
  first: string,
  count: number,
  some: Partial<OutcomeCounts>,
): MonthRow[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(`${first}-01T00:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() + index);
    return month(date.toISOString().slice(0, 7), some);
  });

/** What became of the boosters of a month; landing attempts are what the others add up to. */
export const boosterMonth = (
  name: string,
  { landings = 0, losses = 0, unknown = 0, ...others }: Partial<BoosterCounts> = {},
): BoosterMonth => ({
  month: name,
  flights: 0,
  reflights: 0,
  landing_attempts: landings + losses + unknown,
  landings,
  losses,
  unknown,
  launches_without_record: 0,
  ...others,
});

/** The boosters of a page that holds these months. */
export const boostersOf = (months: BoosterMonth[]): PageData['boosters'] => {
  const { month: _, ...none } = boosterMonth('');
  return { ...none, last_loss: null, months };
};

/** A different colour for each token, so that a mix-up shows. */
const numbered = new Map<string, string>();
export const palette: Palette = readPalette((property) => {
  if (!numbered.has(property)) {
    numbered.set(property, `#${String(numbered.size).padStart(6, '0')}`);
  }
  return numbered.get(property) as string;
});

export const page = (some: Partial<PageData>): PageData => ({
  locale: 'en',
  href: '/',
  words,
  range: { from: null, to: null },
  months: [],
  days: [],
  years: [],
  pads: [],
  per_rocket: [],
  per_orbit: [],
  boosters: boostersOf([]),
  rockets: [],
  all: { ...counts({}), success_rate: null, rate_text: '–' },
  mishaps: [],
  half_date: null,
  heat_steps: [0, 1, 3, 6, 10, 14],
  unknown_dates: [],
  ...some,
});

/** What a chart filters by, in place of the events that do so in a browser. */
const asEvents = (partAt: PartAt): ChartEvents => ({ partAt }) as ChartEvents;

export const partOf = (
  { chart }: ApexOptions,
  index: number,
  series: number | null = null,
): FilterPart | null => (chart?.events as { partAt: PartAt }).partAt({ index, series });

export const contextOf = (some: Partial<PageData>, width = 1310): ChartContext => {
  const data = page(some);
  const formats = createFormats(data.locale);
  return { data, formats, palette, width, height: 280, filterBy: asEvents };
};
