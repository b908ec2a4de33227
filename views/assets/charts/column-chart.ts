import type { ApexOptions } from 'apexcharts';
import type { BinLabel } from './bin-labels.ts';
import type { ChartContext } from './chart-options.ts';
import {
  axisLabels,
  axisSteps,
  countAxis,
  LABEL_SIZE,
  sharedOptions,
  tooltip,
} from './chart-options.ts';
import type { FilterPart } from './filter-part.ts';
import type { PointAnnotation } from './marks.ts';
import type { OutcomeSeries } from './outcomes.ts';
import { outcomeFills } from './outcomes.ts';
import { countScale } from './scale.ts';
import type { TooltipContent } from './tooltip.ts';

/** What the labels of the vertical axis take of the plot's width, in CSS pixels. */
const AXIS_WIDTH = 44;
/** Wider slots have room for a total above the bar. */
const TOTALS_SLOT = 24;
const MAX_BAR = 48;
const TWO_LINES = 50;

/** Columns over time, stacked by outcome. */
export interface Columns {
  /** One a column, from the left. */
  keys: readonly string[];
  /** Texts under the columns. */
  labels: readonly BinLabel[];
  /** Heights of the columns, as the axis has room for them. */
  totals: readonly number[];
  /** What stands above a column where columns are wide: by default how high it is. */
  totalText?: (index: number) => string;
  series: readonly OutcomeSeries[];
  marks: PointAnnotation[];
  describe: (index: number) => TooltipContent;
  /** What a column filters by. */
  partOf: (index: number) => FilterPart | null;
}

/** Width of the plot that columns share, in CSS pixels. */
export const columnsWidth = ({ width }: Pick<ChartContext, 'width'>): number => width - AXIS_WIDTH;

/** True where a total stands above each column. */
export const hasTotals = (slot: number): boolean => slot > TOTALS_SLOT;

/** Width of a bar as ApexCharts takes it: whole pixels, or whole percents of the slot. */
export const columnWidth = (slot: number): string => {
  if (hasTotals(slot)) return String(Math.round(Math.min(slot * 0.68, MAX_BAR)));
  if (slot >= 8) return '80%';
  return `${Math.max(40, Math.floor(((slot - 1.2) / slot) * 100))}%`;
};

const bars = (
  { totals, totalText }: Columns,
  slot: number,
  { formats, palette }: ChartContext,
): ApexOptions => ({
  dataLabels: { enabled: hasTotals(slot), formatter: () => '' },
  plotOptions: {
    bar: {
      columnWidth: columnWidth(slot),
      dataLabels: {
        total: {
          enabled: hasTotals(slot),
          formatter: (_sum?: string, options?: { dataPointIndex: number }) => {
            const index = options?.dataPointIndex ?? -1;
            return totalText ? totalText(index) : formats.number(totals[index] ?? 0);
          },
          offsetY: -4,
          style: { color: palette.ink, fontSize: LABEL_SIZE, fontWeight: 500 },
        },
      },
    },
  },
});

const columnAxis = ({ keys, labels }: Columns, context: ChartContext): ApexXAxis => {
  const byKey = new Map(keys.map((key, index) => [key, labels[index] ?? '']));
  return {
    type: 'category',
    categories: [...keys],
    // Written by labelColumns instead.
    overwriteCategories: [],
    axisTicks: { show: false },
    axisBorder: { color: context.palette.line_strong },
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

/** Options of a chart of columns. */
export const columnChart = (context: ChartContext, columns: Columns): ApexOptions => {
  const shared = sharedOptions(context);
  const slot = columnsWidth(context) / columns.keys.length;
  return {
    ...shared,
    ...bars(columns, slot, context),
    ...outcomeFills(columns.series, context.palette),
    chart: {
      ...shared.chart,
      type: 'bar',
      stacked: true,
      events: context.filterBy(({ index }) => columns.partOf(index)),
    },
    series: columns.series.map(({ name, data }) => ({ name, data })),
    stroke: { show: false },
    xaxis: columnAxis(columns, context),
    yaxis: countAxis(context, countScale(Math.max(...columns.totals), axisSteps(context))),
    annotations: { points: columns.marks },
    tooltip: tooltip(context, columns.describe),
  };
};
