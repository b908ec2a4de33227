import { describe, expect, it } from '@jest/globals';
import { boosterMonths, unrecordedRuns } from '../../../views/assets/charts/booster-records.ts';
import { boostersChart } from '../../../views/assets/charts/boosters-chart.ts';
import { boosterMonth, boostersOf, contextOf, page, palette, partOf } from './sample-page.ts';

const months = [
  boosterMonth('2020-01', { flights: 1 }),
  boosterMonth('2020-02', { flights: 3, reflights: 2, landings: 1, losses: 1, unknown: 1 }),
  boosterMonth('2020-03'),
  boosterMonth('2020-04', { launches_without_record: 4 }),
  boosterMonth('2020-05'),
  boosterMonth('2020-06', { launches_without_record: 2 }),
  boosterMonth('2020-07', { flights: 2, landings: 2, launches_without_record: 1 }),
  boosterMonth('2020-08'),
];
const context = contextOf({ boosters: boostersOf(months) });

const tooltipOf = (options: ReturnType<typeof boostersChart>, dataPointIndex: number): string =>
  (options.tooltip?.custom as (at: { dataPointIndex: number }) => string)({ dataPointIndex });

describe('the months of boosters', () => {
  it('are those from the first with a landing, a reflight or a missing record to the last', () => {
    const drawn = boosterMonths(page({ boosters: boostersOf(months) }));
    expect(drawn.map(({ month }) => month)).toEqual([
      '2020-02',
      '2020-03',
      '2020-04',
      '2020-05',
      '2020-06',
      '2020-07',
    ]);
    expect(boosterMonths(page({ boosters: boostersOf(months.slice(0, 1)) }))).toEqual([]);
  });

  it('without records are one run, with the empty ones between them', () => {
    expect(unrecordedRuns(months)).toEqual([[3, 5]]);
    expect(
      unrecordedRuns([months[3], months[6], months[5]].filter((one) => one !== undefined)),
    ).toEqual([
      [0, 0],
      [2, 2],
    ]);
    expect(unrecordedRuns(months.slice(0, 3))).toEqual([]);
  });
});

describe('the chart of booster landings', () => {
  it('filters by the days of a bin in which something flew', () => {
    const monthly = boostersChart(context, 'month');
    expect(partOf(monthly, 0)).toEqual({ from: '2020-02-01', to: '2020-02-29' });
    expect(partOf(monthly, 2)).toEqual({ from: '2020-04-01', to: '2020-04-30' });
    expect(partOf(monthly, 1)).toBeNull();
    expect(partOf(boostersChart(context, 'quarter'), 0)).toEqual({
      from: '2020-01-01',
      to: '2020-03-31',
    });
  });

  const options = boostersChart(context, 'month');

  it('stacks what became of them, losses lowest, and dots the reflights', () => {
    expect(options.series).toEqual([
      { name: 'Lost', type: 'bar', data: [1, 0, 0, 0, 0, 0] },
      { name: 'Landed', type: 'bar', data: [1, 0, 0, 0, 0, 2] },
      { name: 'Not recorded', type: 'bar', data: [1, 0, 0, 0, 0, 0] },
      { name: 'Reflights', type: 'line', data: [2, null, null, null, null, null] },
    ]);
    expect(options.colors).toEqual([palette.failed, palette.success, palette.unknown, palette.ink]);
    expect(options.fill?.type).toEqual(['solid', 'solid', 'pattern', 'solid']);
  });

  it('shades what has no records, from edge to edge of its bins', () => {
    const slot = (1310 - 44) / 6;
    expect(options.annotations?.xaxis).toMatchObject([
      { x: '2020-03', x2: '2020-06', offsetX: slot / 2, label: { text: 'No records' } },
    ]);
    const early = contextOf({ boosters: boostersOf(months.slice(3)) });
    expect(boostersChart(early, 'month').annotations?.xaxis).toMatchObject([
      { x: '0px', x2: '2020-07' },
    ]);
  });

  it('prints how many tried to land, and nothing where none did or nobody knows', () => {
    const total = options.plotOptions?.bar?.dataLabels?.total;
    const texts = [0, 1, 2, 5].map((dataPointIndex) => total?.formatter?.('', { dataPointIndex }));
    expect(texts).toEqual(['3', '', '', '2']);
  });

  it('says in the tooltip what is recorded and what is not', () => {
    expect(tooltipOf(options, 0)).toMatch(
      /Feb\u00a02020<.*Landed<\/th><td>1<.*Lost<.*Not recorded<.*Reflights<\/th><td>2<.*Booster flights<\/th><td>3</,
    );
    expect(tooltipOf(options, 2)).toMatch(
      /Apr\u00a02020 · No records<.*Launches without record<\/th><td>4</,
    );
  });

  it('adds up by quarter and year, and has room for reflights above landings', () => {
    const year = boostersChart(context, 'year').series as { data: number[] }[];
    expect(year.map(({ data }) => data)).toEqual([[1], [3], [1], [2]]);
    const many = [boosterMonth('2020-01', { flights: 9, reflights: 9, landings: 1 })];
    const { yaxis } = boostersChart(contextOf({ boosters: boostersOf(many) }), 'month');
    expect(yaxis).toMatchObject({ max: 10 });
  });
});
