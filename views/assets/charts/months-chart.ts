import type { ApexOptions } from 'apexcharts';
import type { Bin, BinSize } from './bins.ts';
import { binDays, binKey, groupMonths } from './bins.ts';
import { binLabels, binName } from './bin-labels.ts';
import type { ChartContext } from './chart-options.ts';
import { isPhone } from './chart-options.ts';
import { columnChart, columnsWidth, hasTotals } from './column-chart.ts';
import { barMarks } from './marks.ts';
import { outcomeSeries } from './outcomes.ts';
import { outcomeRows } from './tooltip.ts';

const describe = (bins: readonly Bin[], size: BinSize, { data, formats }: ChartContext) => {
  return (index: number) => {
    const bin = bins[index] as Bin;
    return {
      title: `${binName(bin, size, data, formats)} · ${formats.number(bin.total)}`,
      rows: outcomeRows(bin, data, formats),
      mishaps: data.mishaps.filter(({ date }) => binKey(date, size) === bin.key),
    };
  };
};

/** Launches per month, quarter or year: bars stacked by outcome, with a mark above each mishap. */
export const monthsChart = (context: ChartContext, size: BinSize): ApexOptions => {
  const { data, formats, palette } = context;
  const bins = groupMonths(data.months, size);
  const slot = columnsWidth(context) / bins.length;
  return columnChart(context, {
    keys: bins.map(({ key }) => key),
    labels: binLabels(bins, { size, slot, short: isPhone(context), data, formats }),
    totals: bins.map(({ total }) => total),
    series: outcomeSeries(bins, data.words),
    marks: barMarks(bins, slot, hasTotals(slot), palette),
    describe: describe(bins, size, context),
    partOf: (index) => (bins[index]?.total ? binDays(bins[index], size) : null),
  });
};
