import { describe, expect, it } from '@jest/globals';
import { monthlyStatistics } from '../../../../domain/launches/statistics/monthly.ts';
import { launch } from '../../../helpers/launches.ts';

const on = (day: string, time = '12:00:00.000') => launch({ launch_date: `${day}T${time}Z` });
const months = (launches: ReturnType<typeof on>[], from: string | null, to: string | null) =>
  monthlyStatistics(launches, { from, to }).map(({ month, total }) => [month, total]);

describe('launches per month', () => {
  it('count each status, and all of them', () => {
    const launches = (
      ['success', 'success', 'partial_failure', 'failed', 'upcoming', 'unknown'] as const
    ).map((launch_status) => launch({ launch_status }));
    expect(monthlyStatistics(launches, { from: null, to: null })).toEqual([
      {
        month: '2017-06',
        success: 2,
        partial_failure: 1,
        failed: 1,
        upcoming: 1,
        unknown: 1,
        total: 6,
      },
    ]);
  });

  it('run from the first launch to the last over the turn of a year, empty months too', () => {
    expect(months([on('2018-02-01'), on('2017-11-30'), on('2017-11-01')], null, null)).toEqual([
      ['2017-11', 2],
      ['2017-12', 0],
      ['2018-01', 0],
      ['2018-02', 1],
    ]);
  });

  it('belong to the UTC month of their last and first millisecond', () => {
    const turn = [on('2017-12-31', '23:59:59.999'), on('2018-01-01', '00:00:00.000')];
    expect(months(turn, null, null)).toEqual([
      ['2017-12', 1],
      ['2018-01', 1],
    ]);
  });

  it.each<[string, string | null, string | null, [string, number][]]>([
    [
      'both ends',
      '2017-05-31',
      '2017-07-01',
      [
        ['2017-05', 0],
        ['2017-06', 1],
        ['2017-07', 0],
      ],
    ],
    [
      'a start',
      '2017-05-01',
      null,
      [
        ['2017-05', 0],
        ['2017-06', 1],
      ],
    ],
    [
      'an end',
      null,
      '2017-07-31',
      [
        ['2017-06', 1],
        ['2017-07', 0],
      ],
    ],
    ['a day of one month', '2017-06-23', '2017-06-23', [['2017-06', 1]]],
    ['a start after the last launch', '2017-07-01', null, []],
    ['an end before the first launch', null, '2017-05-31', []],
    ['ends the wrong way round', '2017-07-01', '2017-05-01', []],
  ])('are bounded by %s', (_name, from, to, expected) => {
    expect(months([on('2017-06-23')], from, to)).toEqual(expected);
  });

  it('are all zero in a range without launches, and none without a range', () => {
    expect(months([], '2017-12-01', '2018-01-31')).toEqual([
      ['2017-12', 0],
      ['2018-01', 0],
    ]);
    expect(months([], null, '2018-01-31')).toEqual([]);
    expect(months([], null, null)).toEqual([]);
  });

  it.each([
    ['0001-11-01', '0002-02-28', ['0001-11', '0001-12', '0002-01', '0002-02']],
    ['9999-11-01', '9999-12-31', ['9999-11', '9999-12']],
  ])('are listed from %s to %s', (from, to, expected) => {
    expect(months([], from, to).map(([month]) => month)).toEqual(expected);
  });
});
