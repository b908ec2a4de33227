import type { ApexOptions } from 'apexcharts';
import type { ChartContext } from './chart-options.ts';
import { LABEL_SIZE, sharedOptions, tooltip } from './chart-options.ts';
import type { PartAt } from './filter-part.ts';
import type { OutcomeSeries } from './outcomes.ts';
import { outcomeFills } from './outcomes.ts';
import type { TooltipContent } from './tooltip.ts';

/** Room ApexCharts keeps round the rows, in CSS pixels. */
const FRAME = 12;

/** Horizontal stacked bars, one a row. Sizes are in CSS pixels. */
export interface RowChart {
  labels: string[];
  /** What stands at the end of each row. */
  ends: string[];
  series: OutcomeSeries[];
  rowHeight: number;
  barHeight: number;
  /** Room for what stands at the end. */
  endWidth: number;
  /** Whether each row is drawn as 100 %. */
  shares: boolean;
  describe: (index: number) => TooltipContent;
  /** What a row, and a part of one, filters by. */
  partAt: PartAt;
}

/** Height that rows take, in CSS pixels. */
export const rowsHeight = (rows: number, rowHeight: number): number => rows * rowHeight + FRAME;

const ends = ({ ends: texts }: RowChart, { palette }: ChartContext) => ({
  enabled: true,
  // ApexCharts hands over the sum of the row, which is not what stands there for shares.
  formatter: (_sum?: string, options?: { dataPointIndex: number }) =>
    texts[options?.dataPointIndex ?? -1] ?? '',
  offsetX: 8,
  offsetY: 0,
  style: { color: palette.ink, fontSize: LABEL_SIZE, fontWeight: 500 },
});

/** Options of a chart of rows. */
export const rowChart = (context: ChartContext, rows: RowChart): ApexOptions => {
  const { palette } = context;
  const shared = sharedOptions({
    ...context,
    height: rowsHeight(rows.labels.length, rows.rowHeight),
  });
  return {
    ...shared,
    ...outcomeFills(rows.series, palette),
    chart: {
      ...shared.chart,
      type: 'bar',
      stacked: true,
      events: context.filterBy(rows.partAt),
      ...(rows.shares ? { stackType: '100%' as const } : {}),
    },
    series: rows.series.map(({ name, data }) => ({ name, data })),
    dataLabels: { enabled: true, formatter: () => '' },
    plotOptions: {
      bar: {
        horizontal: true,
        barHeight: String(rows.barHeight),
        dataLabels: { total: ends(rows, context) },
      },
    },
    stroke: { show: false },
    grid: { show: false, padding: { left: 1, right: rows.endWidth, top: -20, bottom: -12 } },
    xaxis: {
      categories: rows.labels,
      labels: { show: false },
      axisBorder: { show: false },
      axisTicks: { show: false },
      crosshairs: { show: false },
    },
    yaxis: {
      labels: {
        align: 'left',
        offsetX: -14,
        offsetY: 2,
        maxWidth: 220,
        style: { colors: palette.ink, fontSize: LABEL_SIZE, fontWeight: 400 },
      },
    },
    tooltip: tooltip(context, rows.describe),
  };
};
