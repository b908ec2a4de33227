import type { ApexOptions } from 'apexcharts';
import type { Bin, BinSize } from './bins.ts';
import { binDays, binKey, groupMonths, quarterOf } from './bins.ts';
import { binLabels } from './bin-labels.ts';
import type { ChartContext } from './chart-options.ts';
import {
  axisLabels,
  axisSteps,
  countAxis,
  isPhone,
  LABEL_SIZE,
  sharedOptions,
  tooltip,
} from './chart-options.ts';
import type { FilterPart } from './filter-part.ts';
import { barMarks } from './marks.ts';
import { outcomeFills, outcomeSeries } from './outcomes.ts';
import { countScale } from './scale.ts';
import { outcomeRows } from './tooltip.ts';
import { fill } from '../words.ts';

/** What the labels of the vertical axis take of the plot's width, in CSS pixels. */
const AXIS_WIDTH = 44;
/** Wider slots have room for a total above the bar. */
const TOTALS_SLOT = 24;
const MAX_BAR = 48;
const TWO_LINES = 50;

/** Width of the plot that bins share, in CSS pixels. */
export const binsWidth = ({ width }: Pick<ChartContext, 'width'>): number => width - AXIS_WIDTH;

/** Width of a bar as ApexCharts takes it: whole pixels, or whole percents of the slot. */
export const columnWidth = (slot: number): string => {
  if (slot > TOTALS_SLOT) return String(Math.round(Math.min(slot * 0.68, MAX_BAR)));
  if (slot >= 8) return '80%';
  return `${Math.max(40, Math.floor(((slot - 1.2) / slot) * 100))}%`;
};

const titleOf = (bin: Bin, size: BinSize, { data, formats }: ChartContext): string => {
  if (size === 'month') return formats.monthAndYear(bin.first);
  const year = formats.year(bin.first);
  if (size === 'year') return year;
  return `${fill(data.words.quarter, { quarter: quarterOf(bin.first) })}\u00a0${year}`;
};

const describe = (bins: readonly Bin[], size: BinSize, context: ChartContext) => {
  const { data, formats } = context;
  return (index: number) => {
    const bin = bins[index] as Bin;
    return {
      title: `${titleOf(bin, size, context)} · ${formats.number(bin.total)}`,
      rows: outcomeRows(bin, data, formats),
      mishaps: data.mishaps.filter(({ date }) => binKey(date, size) === bin.key),
    };
  };
};

const partOf = (bin: Bin | undefined, size: BinSize): FilterPart | null =>
  bin && bin.total > 0 ? binDays(bin, size) : null;

const totalsAbove = (shown: boolean, context: ChartContext): ApexOptions => ({
  dataLabels: { enabled: shown, formatter: () => '' },
  plotOptions: {
    bar: {
      dataLabels: {
        total: {
          enabled: shown,
          formatter: (total) => context.formats.number(Number(total ?? 0)),
          offsetY: -4,
          style: { color: context.palette.ink, fontSize: LABEL_SIZE, fontWeight: 500 },
        },
      },
    },
  },
});

const binAxis = (
  bins: readonly Bin[],
  size: BinSize,
  slot: number,
  context: ChartContext,
): ApexXAxis => {
  const { data, formats, palette } = context;
  const labels = binLabels(bins, { size, slot, short: isPhone(context), data, formats });
  const byKey = new Map(bins.map(({ key }, index) => [key, labels[index] ?? '']));
  return {
    type: 'category',
    categories: bins.map(({ key }) => key),
    axisTicks: { show: false },
    axisBorder: { color: palette.line_strong },
    tooltip: { enabled: false },
    crosshairs: { show: false },
    labels: {
      ...axisLabels(context),
      // ApexCharts reserves the height of one label, which may not be the tallest.
      ...(labels.some(Array.isArray) ? { minHeight: TWO_LINES } : {}),
      rotate: 0,
      trim: false,
      hideOverlappingLabels: false,
      showDuplicates: true,
      formatter: (key) => byKey.get(key) ?? '',
    },
  };
};

/** Launches per month, quarter or year: bars stacked by outcome, with a mark above each mishap. */
export const monthsChart = (context: ChartContext, size: BinSize): ApexOptions => {
  const { data, palette } = context;
  const bins = groupMonths(data.months, size);
  const slot = binsWidth(context) / bins.length;
  const withTotals = slot > TOTALS_SLOT;
  const series = outcomeSeries(bins, data.words);
  const shared = sharedOptions(context);
  const totals = totalsAbove(withTotals, context);
  return {
    ...shared,
    ...totals,
    ...outcomeFills(series, palette),
    chart: {
      ...shared.chart,
      type: 'bar',
      stacked: true,
      events: context.filterBy(({ index }) => partOf(bins[index], size)),
    },
    series: series.map(({ name, data: values }) => ({ name, data: values })),
    plotOptions: { bar: { ...totals.plotOptions?.bar, columnWidth: columnWidth(slot) } },
    stroke: { show: false },
    xaxis: binAxis(bins, size, slot, context),
    yaxis: countAxis(
      context,
      countScale(Math.max(...bins.map(({ total }) => total)), axisSteps(context)),
    ),
    annotations: { points: barMarks(bins, slot, withTotals, palette) },
    tooltip: tooltip(context, describe(bins, size, context)),
  };
};
