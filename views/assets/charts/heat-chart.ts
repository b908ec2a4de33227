import type { ApexOptions } from 'apexcharts';
import type { PageData, YearRow } from '../page-data.ts';
import { binDays } from './bins.ts';
import type { ChartContext } from './chart-options.ts';
import { isPhone, LABEL_SIZE, sharedOptions, tooltip } from './chart-options.ts';
import type { PartAt } from './filter-part.ts';
import type { Formats } from './formats.ts';
import type { Palette } from './palette.ts';

/** ApexCharts paints a cell without a value as one of zero: months outside of the range get a value of their own. */
const OUTSIDE = -0.5;
const MONTHS = Array.from({ length: 12 }, (_, month) => month);
const ZERO_WIDTH_SPACE = '\u200b';

/** A year's total as the value of a cell: apart from all counts, so that it gets no shade. */
const totalValue = (total: number): number => -1 - total;
const totalOf = (value: number): number => -1 - value;

const monthKey = (year: string, month: number): string =>
  `${year}-${String(month + 1).padStart(2, '0')}`;

const shades = (palette: Palette) => [
  { color: palette.heat_0, foreColor: palette.ink },
  { color: palette.heat_1, foreColor: palette.ink },
  { color: palette.heat_2, foreColor: palette.ink },
  { color: palette.heat_3, foreColor: palette.ink },
  { color: palette.heat_4, foreColor: palette.heat_ink },
  { color: palette.heat_5, foreColor: palette.heat_ink },
];

/** Colours of cells by their values: totals and months outside of the range have none, then a shade a step. */
const rangesOf = ({ heat_steps: steps }: PageData, palette: Palette) => [
  {
    from: -Number.MAX_SAFE_INTEGER,
    to: OUTSIDE,
    color: palette.surface,
    foreColor: palette.ink,
  },
  ...shades(palette).map((shade, step) => ({
    ...shade,
    from: steps[step] ?? 0,
    to: (steps[step + 1] ?? Number.MAX_SAFE_INTEGER) - 1,
  })),
];

/** Months over the columns: short names, or initials made different by characters that take no room. */
const monthNames = (formats: Formats, initials: boolean): string[] =>
  MONTHS.map((month) => {
    const name = formats.month(monthKey('2001', month));
    return initials ? name.slice(0, 1).toUpperCase() + ZERO_WIDTH_SPACE.repeat(month) : name;
  });

const cellText = (value: number, { formats }: ChartContext): string => {
  if (value <= -1) return formats.number(totalOf(value));
  return value > 0 ? formats.number(value) : '';
};

const describe = ({ data, formats }: ChartContext) => {
  const { years, mishaps } = data;
  return (month: number, row: number) => {
    const { year, months, total } = years[row] as YearRow;
    if (month === 12) return { title: `${year} · ${formats.number(total)}`, rows: [] };
    const key = monthKey(year, month);
    const count = months[month] ?? null;
    const name = formats.monthAndYear(key);
    return {
      title: count === null ? name : `${name} · ${formats.number(count)}`,
      rows: [],
      mishaps: mishaps.filter(({ date }) => date.startsWith(key)),
    };
  };
};

/** A cell filters by its month, a total by its year. */
const partAt =
  (years: readonly YearRow[]): PartAt =>
  ({ index: month, series }) => {
    const row = series === null ? undefined : years[series];
    if (!row || !(month === 12 ? row.total : row.months[month])) return null;
    const key = monthKey(row.year, month);
    return month === 12
      ? binDays({ key: row.year, first: `${row.year}-01`, last: `${row.year}-12` }, 'year')
      : binDays({ key, first: key, last: key }, 'month');
  };

/** Launches flown by year and month: a shade and a number a month, the newest year on top, its total at the end. */
export const heatChart = (context: ChartContext): ApexOptions => {
  const { data, formats, palette } = context;
  const phone = isPhone(context);
  const shared = sharedOptions(context);
  const names = monthNames(formats, phone);
  const style = { colors: palette.ink_3, fontSize: LABEL_SIZE, fontWeight: 400 };
  return {
    ...shared,
    chart: { ...shared.chart, type: 'heatmap', events: context.filterBy(partAt(data.years)) },
    series: data.years.map(({ year, months, total }) => ({
      name: year,
      data: [...months.map((count) => count ?? OUTSIDE), ...(phone ? [] : [totalValue(total)])],
    })),
    plotOptions: {
      heatmap: { enableShades: false, radius: 0, colorScale: { ranges: rangesOf(data, palette) } },
    },
    stroke: { width: 2, colors: [palette.surface] },
    dataLabels: {
      enabled: true,
      formatter: (value) => cellText(Number(value), context),
      style: { fontSize: LABEL_SIZE, fontWeight: 400 },
    },
    grid: { show: false, padding: { left: 0, right: 0, top: -20, bottom: -16 } },
    xaxis: {
      type: 'category',
      categories: phone ? names : [...names, data.words.total],
      position: 'top',
      axisBorder: { show: false },
      axisTicks: { show: false },
      crosshairs: { show: false },
      tooltip: { enabled: false },
      labels: { style, rotate: 0, trim: false, hideOverlappingLabels: false },
    },
    yaxis: { labels: { style, offsetX: -10 } },
    tooltip: { ...tooltip(context, describe(context)), shared: false, intersect: true },
  };
};
