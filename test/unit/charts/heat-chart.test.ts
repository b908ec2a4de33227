import { describe, expect, it } from '@jest/globals';
import { heatChart } from '../../../views/assets/charts/heat-chart.ts';
import { contextOf, palette, partOf } from './sample-page.ts';

const none = Array<null>(12).fill(null);
const years = [
  { year: '2025', months: [...none.slice(3), 0, 6, 14], total: 20 },
  { year: '2026', months: [1, 13, ...none.slice(2)], total: 14 },
];
const mishaps = [{ date: '2025-12-24', name: 'Lost', status: 'failed' as const, total: 20 }];

type Options = ReturnType<typeof heatChart>;
const valuesOf = ({ series }: Options) => (series as { data: number[] }[]).map(({ data }) => data);
const rangeOf = (options: Options, value: number) =>
  options.plotOptions?.heatmap?.colorScale?.ranges?.find(
    ({ from = 0, to = 0 }) => from <= value && value <= to,
  );
const textOf = ({ dataLabels }: Options, value: number) =>
  dataLabels?.formatter?.(value, undefined);
const tooltipOf = ({ tooltip }: Options, seriesIndex: number, dataPointIndex: number): string =>
  (tooltip?.custom as (at: object) => string)({ seriesIndex, dataPointIndex });

describe('the heat map of years and months', () => {
  const options = heatChart(contextOf({ years, mishaps }));

  it('has a row a year, the oldest first as ApexCharts draws upwards, and its total at the end', () => {
    expect((options.series as { name: string }[]).map(({ name }) => name)).toEqual([
      '2025',
      '2026',
    ]);
    expect(valuesOf(options)[0]).toEqual([...Array(9).fill(-0.5), 0, 6, 14, -21]);
    expect(options.xaxis?.categories).toHaveLength(13);
    expect([textOf(options, -21), textOf(options, 6)]).toEqual(['20', '6']);
  });

  it('filters by the month of a cell, by the year of a total, and by nothing where nothing flew', () => {
    expect(partOf(options, 11, 0)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(partOf(options, 12, 1)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect([partOf(options, 9, 0), partOf(options, 0, 0), partOf(options, 11)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('shades counts by steps, and leaves totals and months outside of the range without', () => {
    const shadeOf = (value: number) => rangeOf(options, value)?.color;
    expect([0, 1, 2, 3, 5, 6, 9, 10, 13, 14, 99].map(shadeOf)).toEqual([
      palette.heat_0,
      palette.heat_1,
      palette.heat_1,
      palette.heat_2,
      palette.heat_2,
      palette.heat_3,
      palette.heat_3,
      palette.heat_4,
      palette.heat_4,
      palette.heat_5,
      palette.heat_5,
    ]);
    expect([-0.5, -1, -21].map(shadeOf)).toEqual(Array(3).fill(palette.surface));
    expect(rangeOf(options, 14)).toMatchObject({ foreColor: palette.heat_ink });
  });

  it('writes nothing where nothing flew or nothing is asked for', () => {
    expect([textOf(options, 0), textOf(options, -0.5)]).toEqual(['', '']);
    expect(textOf(options, -1)).toBe('0');
  });

  it('has initials of months that are all different, and no totals, on phones', () => {
    const phone = heatChart(contextOf({ years, mishaps }, 320));
    const names = phone.xaxis?.categories as string[];
    expect(names.map((name) => name.replaceAll('\u200b', '')).join('')).toBe('JFMAMJJASOND');
    expect(new Set(names).size).toBe(12);
    expect(valuesOf(phone)[1]).toEqual([1, 13, ...Array(10).fill(-0.5)]);
  });

  it('says in the tooltip what a month or a year holds', () => {
    expect(tooltipOf(options, 0, 11)).toContain('Dec\u00a02025 · 14');
    expect(tooltipOf(options, 0, 11)).toContain('Lost');
    expect(tooltipOf(options, 0, 10)).not.toContain('Lost');
    expect(tooltipOf(options, 0, 0)).toMatch(/Jan\u00a02025</);
    expect(tooltipOf(options, 1, 12)).toContain('2026 · 14');
  });
});
