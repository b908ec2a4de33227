import { dayOf } from '../../../../domain/launches/dates.ts';
import { monthlyStatistics } from '../../../../domain/launches/statistics/monthly.ts';
import { isUnconfirmed } from '../../../../domain/launches/upcoming.ts';
import type { Localization } from '../../language/localization.ts';
import { daysOfMonth } from '../../query/filter-part.ts';
import { buildLegend } from '../legend.ts';
import { buildOutcomeTable } from '../outcome-table.ts';
import type { OutcomeCounts } from '../outcomes.ts';
import { withUnconfirmed } from '../outcomes.ts';
import type { DaySpan, Selection } from '../selection.ts';
import type { CardView } from '../views.ts';
import { compareYears } from '../year-comparison.ts';
import { binOptions } from './bin-options.ts';
import { plainCard } from './plain-card.ts';

/** One UTC month, `YYYY-MM`. */
export type MonthRow = { month: string } & OutcomeCounts;

/** Months that can be named one by one in a sentence. */
const MAX_NAMED = 3;

/** From the first day of the page to its last or the last launch; null when no launch matches. */
export const monthsRange = ({ launches, span }: Selection): DaySpan | null => {
  if (span === null) return null;
  const days = [span.to, ...launches.slice(-1).map(({ launch_date }) => dayOf(launch_date))];
  return { from: span.from, to: days.sort().at(-1) ?? span.to };
};

/** The months of the page, oldest first, empty ones too. */
export const monthRows = (selection: Selection): MonthRow[] => {
  const { launches, now } = selection;
  const range = monthsRange(selection);
  if (range === null) return [];
  const unconfirmed = monthlyStatistics(
    launches.filter((launch) => isUnconfirmed(launch, now)),
    range,
  );
  return monthlyStatistics(launches, range).map((row, index) =>
    withUnconfirmed(row, unconfirmed[index]?.total ?? 0),
  );
};

const flownIn = ({ total, upcoming, unconfirmed }: MonthRow): number =>
  total - upcoming - unconfirmed;

const busiest = (rows: readonly MonthRow[], { text, formats }: Localization): string => {
  const most = Math.max(...rows.map(flownIn));
  const months = rows.filter((row) => flownIn(row) === most).map(({ month }) => month);
  const names = formats.list(months.slice(0, MAX_NAMED).map(formats.month));
  if (rows.length === 1) return text('takeaway.months.single', { count: most, month: names });
  if (months.length === 1) return text('takeaway.months.one', { count: most, month: names });
  return months.length <= MAX_NAMED
    ? text('takeaway.months.some', { count: most, months: names })
    : text('takeaway.months.many', { count: most, times: months.length });
};

const takeaway = (
  selection: Selection,
  rows: readonly MonthRow[],
  localization: Localization,
): string => {
  const { text, formats } = localization;
  const { flown, launches } = selection;
  if (flown.length === 0) return text('takeaway.none_flown', { count: launches.length });
  const comparison = compareYears(selection);
  if (comparison === null) return busiest(rows, localization);
  const { year, count, earlierCount, earlierDay } = comparison;
  const day = formats.shortDate(earlierDay);
  const years = text('takeaway.months.years', { year, count, earlier: earlierCount, day });
  return `${busiest(rows, localization)} ${years}`;
};

/** Launches per month by outcome. */
export const monthsCard = (
  selection: Selection,
  rows: readonly MonthRow[],
  localization: Localization,
): CardView => {
  const { text, formats } = localization;
  const title = text('card.months');
  return {
    ...plainCard('months', title),
    takeaway: takeaway(selection, rows, localization),
    options: binOptions(localization),
    legend: buildLegend(selection.counts, localization),
    hasPlot: rows.length > 0,
    table: buildOutcomeTable(
      {
        caption: title,
        heading: text('table.month'),
        rows: rows.toReversed(),
        nameOf: ({ month }) => formats.month(month),
        linkOf: ({ month, total }) =>
          total === 0 ? null : selection.links.part(daysOfMonth(month)),
        dateOf: ({ month }) => month,
      },
      localization,
    ),
  };
};
