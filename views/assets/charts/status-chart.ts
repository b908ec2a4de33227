import type { ApexOptions } from 'apexcharts';
import type { OutcomeCounts, RateRow } from '../page-data.ts';
import type { ChartContext } from './chart-options.ts';
import { KNOWN, outcomeSeries } from './outcomes.ts';
import { rowChart } from './row-chart.ts';
import { outcomeRows } from './tooltip.ts';

type ShareRow = RateRow & { label: string };

const knownOf = (row: OutcomeCounts): number =>
  KNOWN.reduce((sum, outcome) => sum + row[outcome], 0);

/** The row with what is not an outcome left out. */
const onlyKnown = (row: ShareRow): ShareRow => ({
  ...row,
  upcoming: 0,
  unconfirmed: 0,
  unknown: 0,
  total: knownOf(row),
});

/** Share of outcomes, all rockets first: a row each as 100 %, with the success rate at the end. */
export const statusChart = (context: ChartContext): ApexOptions => {
  const { data, formats } = context;
  const rows = [{ ...data.all, label: data.words.all_rockets }, ...data.rockets]
    .filter((row) => knownOf(row) > 0)
    .map(onlyKnown);
  const series = outcomeSeries(rows, data.words, KNOWN);
  const labels = rows.map(({ label, total }) => `${label} · ${formats.number(total)}`);
  return rowChart(context, {
    labels,
    ends: rows.map(({ rate_text }) => rate_text),
    series,
    rowHeight: 40,
    barHeight: 18,
    endWidth: 56,
    shares: true,
    describe: (index) => {
      const row = rows[index] as ShareRow;
      return {
        title: labels[index] ?? '',
        rows: [
          ...outcomeRows(row, data, formats),
          { label: data.words.success_rate, value: row.rate_text },
        ],
      };
    },
    partAt: ({ index, series: at }) => {
      const rocket = index === 0 ? {} : { rocket: rows[index]?.label };
      const status = at === null ? undefined : series[at]?.outcome;
      const part = status === undefined ? rocket : { ...rocket, status };
      return Object.keys(part).length === 0 ? null : part;
    },
  });
};
