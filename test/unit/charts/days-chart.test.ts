import { describe, expect, it } from '@jest/globals';
import { daysChart, daysFit } from '../../../views/assets/charts/days-chart.ts';
import { contextOf, partOf } from './sample-page.ts';

const some = {
  range: { from: '2022-02-27', to: '2022-03-31' },
  days: [
    { date: '2022-02-28', count: 3, cumulative: 3 },
    { date: '2022-03-02', count: 2, cumulative: 5 },
  ],
  mishaps: [
    { date: '2022-02-28', name: 'Lost', status: 'failed' as const, total: 3 },
    { date: '2022-03-02', name: 'Half', status: 'partial_failure' as const, total: 5 },
  ],
  unknown_dates: ['2022-02-28'],
};

describe('the chart of launches per day', () => {
  const options = daysChart(contextOf(some));

  it('has a column for every day to the last launch, stacked by what is known of it', () => {
    expect(options.xaxis?.categories).toEqual([
      '2022-02-27',
      '2022-02-28',
      '2022-03-01',
      '2022-03-02',
    ]);
    expect(options.series).toEqual([
      { name: 'Failed', data: [0, 1, 0, 0] },
      { name: 'Partial failure', data: [0, 0, 0, 1] },
      { name: 'Success', data: [0, 1, 0, 1] },
      { name: 'Unknown', data: [0, 1, 0, 0] },
    ]);
    expect(options.annotations?.points?.map(({ x, marker }) => [x, marker?.shape])).toEqual([
      ['2022-02-28', 'cross'],
      ['2022-03-02', 'triangle'],
    ]);
  });

  it('filters by a day that has launches', () => {
    expect(partOf(options, 1)).toEqual({ from: '2022-02-28', to: '2022-02-28' });
    expect(partOf(options, 2)).toBeNull();
  });

  it('says what a day holds', () => {
    const custom = options.tooltip?.custom as (at: { dataPointIndex: number }) => string;
    expect(custom({ dataPointIndex: 1 })).toContain('28\u00a0Feb\u00a02022 · 3');
    expect(custom({ dataPointIndex: 1 })).toContain('Lost');
    expect(custom({ dataPointIndex: 1 })).not.toContain('Half');
  });

  it('labels as many days as have room', () => {
    const labelsAt = (width: number) => {
      const { xaxis } = daysChart(contextOf(some, width));
      const keys = xaxis?.categories as string[];
      return keys.map((key) => xaxis?.labels?.formatter?.(key)).filter(Boolean);
    };
    expect(labelsAt(400)).toHaveLength(4);
    expect(labelsAt(200)).toEqual(['27\u00a0Feb', '1\u00a0Mar']);
  });

  it('is offered where a day has 4.5 px', () => {
    expect(daysFit(contextOf(some, 62))).toBe(true);
    expect(daysFit(contextOf(some, 61))).toBe(false);
    expect(daysFit(contextOf({}))).toBe(false);
    const years = { ...some, range: { from: '2006-03-24', to: '2022-03-31' } };
    expect(daysFit(contextOf(years, 1310))).toBe(false);
  });
});
