import type { ApexOptions } from 'apexcharts';
import type { PadRow } from '../page-data.ts';
import type { ChartContext } from './chart-options.ts';
import { outcomeSeries } from './outcomes.ts';
import { rowChart } from './row-chart.ts';
import { outcomeRows } from './tooltip.ts';

/** Launches per pad: a row each, stacked by outcome, with its total at the end. */
export const padsChart = (context: ChartContext): ApexOptions => {
  const { data, formats } = context;
  const totals = data.pads.map(({ total }) => formats.number(total));
  return rowChart(context, {
    labels: data.pads.map(({ label }) => label),
    ends: totals,
    series: outcomeSeries(data.pads, data.words),
    rowHeight: 34,
    barHeight: 16,
    endWidth: 44,
    shares: false,
    describe: (index) => {
      const pad = data.pads[index] as PadRow;
      return {
        title: `${pad.label} · ${totals[index] ?? ''}`,
        rows: outcomeRows(pad, data, formats),
      };
    },
    partAt: ({ index }) => {
      const pad = data.pads[index];
      return pad ? { launchpad: pad.id } : null;
    },
  });
};
