import { dayOf } from '../../../../domain/launches/dates.ts';
import { longestGap } from '../../../../domain/launches/statistics/gap.ts';
import { monthlyStatistics } from '../../../../domain/launches/statistics/monthly.ts';
import type { Localization } from '../../language/localization.ts';
import { formatLaunchDate } from '../../language/launch-dates.ts';
import type { Selection } from '../selection.ts';
import type { CardView, ScaleView, TableView } from '../views.ts';
import { plainCard } from './plain-card.ts';

/** Launches flown in each month of a year, January first; null outside of the days the page speaks of. */
export interface YearRow {
  year: string;
  months: (number | null)[];
  total: number;
}

/** Least launches of a month for each shade. They never change, so that a shade keeps its meaning. */
export const HEAT_STEPS = [0, 1, 3, 6, 10, 14] as const;

const MAX_NAMED = 3;
const OUTSIDE = '–';

/** Years from the first day of the page to the last, or to the newest launch flown; oldest first. */
export const yearRows = ({ flown, span, newest }: Selection): YearRow[] => {
  if (span === null || newest === null || flown.length === 0) return [];
  const last = dayOf(newest.launch_date);
  const range = { from: span.from, to: span.to < last ? span.to : last };
  const years = new Map<string, YearRow>();
  for (const { month, total } of monthlyStatistics(flown, range)) {
    const [year, number] = month.split('-') as [string, string];
    const none = { year, months: Array<null>(12).fill(null), total: 0 };
    const row: YearRow = years.get(year) ?? none;
    row.months[Number(number) - 1] = total;
    row.total += total;
    years.set(year, row);
  }
  return [...years.values()];
};

const busiest = (rows: readonly YearRow[], { text, formats }: Localization): string => {
  const count = Math.max(...rows.map(({ total }) => total));
  const years = rows.filter(({ total }) => total === count).map(({ year }) => year);
  const names = formats.list(years.slice(0, MAX_NAMED));
  if (rows.length === 1) return text('takeaway.heat.single', { count, year: names });
  if (years.length === 1) return text('takeaway.heat.one', { count, year: names });
  return years.length <= MAX_NAMED
    ? text('takeaway.heat.some', { count, years: names })
    : text('takeaway.heat.many', { count, times: years.length });
};

const takeaway = (
  { flown, launches }: Selection,
  rows: readonly YearRow[],
  localization: Localization,
): string => {
  const { text } = localization;
  if (rows.length === 0) return text('takeaway.none_flown', { count: launches.length });
  const gap = longestGap(flown);
  if (gap === null) return busiest(rows, localization);
  const [from, to] = [gap.before, gap.after].map((one) => formatLaunchDate(one, localization));
  const pause = text('takeaway.heat.gap', { count: gap.days, from: from ?? '', to: to ?? '' });
  return `${busiest(rows, localization)} ${pause}`;
};

const scaleOf = ({ text, formats }: Localization): ScaleView => ({
  label: text('heat.scale'),
  steps: HEAT_STEPS.map((least, step) => {
    const next = HEAT_STEPS[step + 1];
    if (next === undefined) return { step, name: `${formats.number(least)}+` };
    const range = [least, next - 1].map(formats.number).join('–');
    return { step, name: next - 1 === least ? formats.number(least) : range };
  }),
});

const tableOf = (
  title: string,
  { links }: Selection,
  rows: readonly YearRow[],
  { text, formats }: Localization,
): TableView => ({
  caption: title,
  heading: text('table.year'),
  columns: [
    ...Array.from({ length: 12 }, (_, month) =>
      formats.shortMonth(`2001-${String(month + 1).padStart(2, '0')}`),
    ),
    text('table.total'),
  ],
  rows: rows.toReversed().map(({ year, months, total }) => ({
    name: year,
    cells: [...months, total].map((count) => (count === null ? OUTSIDE : formats.number(count))),
    link: total === 0 ? null : links.part({ from: `${year}-01-01`, to: `${year}-12-31` }),
  })),
});

/** Launches flown, by year and month. */
export const heatCard = (
  selection: Selection,
  rows: readonly YearRow[],
  localization: Localization,
): CardView => {
  const title = localization.text('card.heat');
  const hasPlot = rows.length > 0;
  return {
    ...plainCard('heat', title),
    takeaway: takeaway(selection, rows, localization),
    scale: hasPlot ? scaleOf(localization) : null,
    hasPlot,
    plotRows: rows.length,
    table: tableOf(title, selection, rows, localization),
  };
};
