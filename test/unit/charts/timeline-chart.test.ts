import { describe, expect, it } from '@jest/globals';
import { flownDays, timelineChart } from '../../../views/assets/charts/timeline-chart.ts';
import { contextOf, palette, partOf } from './sample-page.ts';

const days = [
  { date: '2017-06-03', count: 1, cumulative: 1 },
  { date: '2017-06-23', count: 2, cumulative: 3 },
  { date: '2017-06-25', count: 1, cumulative: 4 },
  { date: '2018-01-01', count: 1, cumulative: 4 },
];
const range = { from: '2017-06-01', to: '2017-06-30' };
const mishaps = [{ date: '2017-06-23', name: 'Lost & found', status: 'failed' as const, total: 3 }];
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

describe('the chart of launches over time', () => {
  const options = timelineChart(contextOf({ days, range, mishaps, half_date: '2017-06-23' }));

  it('filters by the day of a point, at its start by the first', () => {
    expect([0, 1, 2].map((index) => partOf(options, index)?.from)).toEqual([
      '2017-06-03',
      '2017-06-03',
      '2017-06-23',
    ]);
  });

  it('climbs from zero at the start of the range to the last launch that has flown', () => {
    expect(options.series).toEqual([
      {
        name: expect.any(String),
        data: [
          [at('2017-06-01'), 0],
          [at('2017-06-03'), 1],
          [at('2017-06-23'), 3],
          [at('2017-06-25'), 4],
        ],
      },
    ]);
    expect(options.xaxis).toMatchObject({ min: at('2017-06-01'), max: at('2017-06-25') });
    expect(options.stroke).toMatchObject({ curve: 'stepline', width: 2 });
    expect(options.fill?.opacity).toBe(0.12);
  });

  it('starts with a year where the range is long', () => {
    const long = [{ date: '2006-03-24', count: 1, cumulative: 1 }, ...days.slice(1)];
    const { xaxis } = timelineChart(
      contextOf({ days: long, range: { from: '2006-03-24', to: '2017-06-30' } }),
    );
    expect(xaxis?.min).toBe(at('2006-01-01'));
  });

  it('is never shorter than days can be told apart', () => {
    const { xaxis } = timelineChart(
      contextOf({ days: days.slice(0, 1), range: { from: '2017-06-03', to: '2017-06-03' } }),
    );
    expect(xaxis).toMatchObject({ min: at('2017-05-31'), max: at('2017-06-03') });
  });

  it('keeps labels of months off the verge of overlapping', () => {
    const formatOver = (from: string, width: number) =>
      timelineChart(contextOf({ days, range: { from, to: '2017-06-30' } }, width)).xaxis?.labels
        ?.datetimeFormatter;
    expect(formatOver('2016-10-25', 700)).toEqual({
      year: 'MMM yyyy',
      month: 'MMM yyyy',
      day: 'd MMM',
    });
    expect(formatOver('2016-06-25', 650)?.month).toMatch(/^\u00a0+MMM yyyy\u00a0+$/);
    expect(formatOver('2010-06-25', 650)?.year).toBe('yyyy');
  });

  it('marks mishaps on the line and prints the last value', () => {
    const [mishap, last] = options.annotations?.points ?? [];
    expect(mishap).toMatchObject({ x: at('2017-06-23'), y: 3, marker: { shape: 'cross' } });
    expect(last).toMatchObject({
      x: at('2017-06-25'),
      y: 4,
      label: { text: '4' },
      marker: { fillColor: palette.success },
    });
  });

  it('draws a dashed line where half was reached, if it was', () => {
    expect(options.annotations?.xaxis).toMatchObject([
      { x: at('2017-06-23'), label: { text: 'half: 23\u00a0Jun\u00a02017' } },
    ]);
    expect(timelineChart(contextOf({ days, range })).annotations?.xaxis).toEqual([]);
  });

  it('says how many flew that day and by then', () => {
    const custom = options.tooltip?.custom as (point: { dataPointIndex: number }) => string;
    const html = custom({ dataPointIndex: 2 });
    expect(html).toContain('23\u00a0Jun\u00a02017 · 3');
    expect(html).toContain('That day</th><td>2<');
    expect(html).toContain('Lost &amp; found');
    expect(custom({ dataPointIndex: 1 })).not.toContain('Lost');
  });

  it('leaves out days on which nothing flew', () => {
    expect(flownDays(days).map(({ date }) => date)).toEqual([
      '2017-06-03',
      '2017-06-23',
      '2017-06-25',
    ]);
  });
});
