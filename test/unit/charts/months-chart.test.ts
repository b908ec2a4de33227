import { describe, expect, it } from '@jest/globals';
import { columnWidth } from '../../../views/assets/charts/column-chart.ts';
import { monthsChart } from '../../../views/assets/charts/months-chart.ts';
import { contextOf, month, monthsFrom, palette, partOf } from './sample-page.ts';

const mixed = [
  month('2025-04', { success: 14 }),
  month('2025-05', { success: 16, failed: 1, partial_failure: 1 }),
  month('2025-06', { success: 2, upcoming: 1, unconfirmed: 2, unknown: 1 }),
];

const tooltipOf = (options: ReturnType<typeof monthsChart>, dataPointIndex: number): string => {
  const custom = options.tooltip?.custom as (at: { dataPointIndex: number }) => string;
  return custom({ dataPointIndex });
};

describe('the chart of launches per month', () => {
  const options = monthsChart(contextOf({ months: mixed }), 'month');

  it('stacks outcomes from the one to look at first, each in its colour and texture', () => {
    expect(options.series).toEqual([
      { name: 'Failed', data: [0, 1, 0] },
      { name: 'Partial failure', data: [0, 1, 0] },
      { name: 'Success', data: [14, 16, 2] },
      { name: 'Upcoming', data: [0, 0, 3] },
      { name: 'Unknown', data: [0, 0, 1] },
    ]);
    expect(options.colors).toEqual([
      palette.failed,
      palette.partial_failure,
      palette.success,
      palette.upcoming,
      palette.unknown,
    ]);
    expect(options.fill?.type).toEqual(['solid', 'pattern', 'solid', 'pattern', 'pattern']);
    expect(options.fill?.opacity).toBe(1);
    expect(options.chart).toMatchObject({
      type: 'bar',
      stacked: true,
      animations: { enabled: false },
    });
    expect(options.stroke).toEqual({ show: false });
  });

  it('filters by the days of a bin, and by none that is empty', () => {
    expect(partOf(options, 1)).toEqual({ from: '2025-05-01', to: '2025-05-31' });
    expect(partOf(options, 9)).toBeNull();
    const gap = [month('2024-12', { success: 1 }), month('2025-01', {}), ...mixed];
    const of = (size: 'month' | 'quarter' | 'year', index: number) =>
      partOf(monthsChart(contextOf({ months: gap }), size), index);
    expect(of('month', 1)).toBeNull();
    expect(of('quarter', 0)).toEqual({ from: '2024-10-01', to: '2024-12-31' });
    expect(of('year', 1)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('draws only outcomes that occur, and names unconfirmed ones when they are alone', () => {
    const months = [month('2022-12', { success: 1, unconfirmed: 3 })];
    const { series } = monthsChart(contextOf({ months }), 'month');
    expect(series).toEqual([
      { name: 'Success', data: [1] },
      { name: 'Unconfirmed', data: [3] },
    ]);
  });

  it('adds up to the same launches in any size', () => {
    const months = monthsFrom('2006-03', 243, { success: 2, failed: 1 });
    for (const size of ['month', 'quarter', 'year'] as const) {
      const series = monthsChart(contextOf({ months }), size).series as { data: number[] }[];
      expect(series.map(({ data }) => data.reduce((sum, count) => sum + count))).toEqual([
        243, 486,
      ]);
    }
  });

  it('has a whole axis with room above the tallest bar', () => {
    expect(options.yaxis).toMatchObject({ min: 0, max: 20, stepSize: 5 });
    expect(monthsChart(contextOf({ months: mixed }, 300), 'month').yaxis).toMatchObject({
      max: 20,
    });
  });

  it('prints totals where bars are wide, never the parts', () => {
    const total = options.plotOptions?.bar?.dataLabels?.total;
    expect(total?.enabled).toBe(true);
    expect(total?.formatter?.('', { dataPointIndex: 1 })).toBe('18');
    expect(options.dataLabels?.formatter?.(16)).toBe('');
    const months = monthsFrom('2006-03', 243, { success: 1 });
    const narrow = monthsChart(contextOf({ months }), 'month');
    expect(narrow.plotOptions?.bar?.dataLabels?.total?.enabled).toBe(false);
  });

  it('says in the tooltip what the bin holds, without zero rows, and names the mishaps', () => {
    const name = '<img src=x onerror=alert(1)>';
    const mishaps = [
      { date: '2025-05-27', name, status: 'failed' as const, total: 500 },
      { date: '2025-06-01', name: 'Elsewhere', status: 'failed' as const, total: 501 },
    ];
    const html = tooltipOf(monthsChart(contextOf({ months: mixed, mishaps }), 'month'), 1);
    expect(html).toContain('May\u00a02025 · 18');
    expect(html).toMatch(/Success<\/th><td>16<.*Partial failure<\/th><td>1<.*Failed<\/th><td>1</);
    expect(html).not.toContain('Upcoming');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('Elsewhere');
    expect(html).not.toContain('style=');
  });

  it('gives a bar the width its slot allows', () => {
    expect(columnWidth(100)).toBe('48');
    expect(columnWidth(50)).toBe('34');
    expect(columnWidth(24)).toBe('80%');
    expect(columnWidth(8)).toBe('80%');
    expect(columnWidth(5.2)).toBe('76%');
    expect(columnWidth(1.2)).toBe('40%');
  });
});
