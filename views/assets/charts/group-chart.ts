import type { ApexOptions } from 'apexcharts';
import type { GroupRow } from '../page-data.ts';
import type { ChartContext } from './chart-options.ts';
import type { FilterPart } from './filter-part.ts';
import { outcomeSeries } from './outcomes.ts';
import { rowChart } from './row-chart.ts';
import { outcomeRows } from './tooltip.ts';

/**
 * Launches per pad, rocket or orbit: a row each, stacked by outcome, with its total at the end.
 * @param partOf what a row filters by; rows of several groups, or of none, filter by nothing
 */
export const groupChart = (
  context: ChartContext,
  groups: readonly GroupRow[],
  partOf: (row: GroupRow) => FilterPart | null,
): ApexOptions => {
  const { data, formats } = context;
  const totals = groups.map(({ total }) => formats.number(total));
  return rowChart(context, {
    labels: groups.map(({ label }) => label),
    ends: totals,
    series: outcomeSeries(groups, data.words),
    rowHeight: 34,
    barHeight: 16,
    endWidth: 44,
    shares: false,
    describe: (index) => {
      const group = groups[index] as GroupRow;
      return {
        title: `${group.label} · ${totals[index] ?? ''}`,
        rows: outcomeRows(group, data, formats),
      };
    },
    partAt: ({ index }) => {
      const group = groups[index];
      return group && group.id !== '' ? partOf(group) : null;
    },
  });
};
