import { describe, expect, it } from '@jest/globals';
import {
  binKey,
  fittingSize,
  groupMonths,
  isIncomplete,
} from '../../../views/assets/charts/bins.ts';
import { month, monthsFrom } from './sample-page.ts';

const year = [
  month('2025-11', { success: 3 }),
  month('2025-12', { success: 2, failed: 1 }),
  month('2026-01', { success: 4, upcoming: 1 }),
  month('2026-02', { partial_failure: 1, unknown: 1, unconfirmed: 2 }),
];

describe('bins of months', () => {
  it('names a month, a quarter and a year by their days', () => {
    expect(binKey('2017-06-23', 'month')).toBe('2017-06');
    expect(binKey('2017-06-23', 'quarter')).toBe('2017-Q2');
    expect(binKey('2017-10', 'quarter')).toBe('2017-Q4');
    expect(binKey('2017-06-23', 'year')).toBe('2017');
  });

  it('adds up every outcome of the months of a quarter', () => {
    const [last, first] = groupMonths(year, 'quarter');
    expect(last).toMatchObject({ key: '2025-Q4', success: 5, failed: 1, total: 6 });
    expect(first).toEqual({
      key: '2026-Q1',
      first: '2026-01',
      last: '2026-02',
      success: 4,
      partial_failure: 1,
      failed: 0,
      upcoming: 1,
      unconfirmed: 2,
      unknown: 1,
      total: 9,
    });
  });

  it('keeps months as they are and the total of all whatever the size', () => {
    expect(groupMonths(year, 'month').map(({ key }) => key)).toEqual(year.map((row) => row.month));
    for (const size of ['month', 'quarter', 'year'] as const) {
      const total = groupMonths(year, size).reduce((sum, bin) => sum + bin.total, 0);
      expect(total).toBe(15);
    }
    expect(groupMonths([], 'year')).toEqual([]);
  });

  it('takes the finest size with bins of 4.5 px', () => {
    const twentyYears = monthsFrom('2006-03', 243, { success: 1 });
    expect(fittingSize(twentyYears, 1100)).toBe('month');
    expect(fittingSize(twentyYears, 1093)).toBe('quarter');
    expect(fittingSize(twentyYears, 369)).toBe('quarter');
    expect(fittingSize(twentyYears, 368)).toBe('year');
    expect(fittingSize(twentyYears, 10)).toBe('year');
    expect(fittingSize(year, 20)).toBe('month');
  });

  it('calls the last bin incomplete when the range ends inside it', () => {
    const [bin] = groupMonths([month('2026-05', { success: 5 })], 'month') as [never];
    expect(isIncomplete(bin, 'month', '2026-05-15')).toBe(true);
    expect(isIncomplete(bin, 'month', '2026-05-31')).toBe(false);
    const [leap] = groupMonths([month('2024-02', { success: 5 })], 'month') as [never];
    expect(isIncomplete(leap, 'month', '2024-02-28')).toBe(true);
    expect(isIncomplete(leap, 'month', '2024-02-29')).toBe(false);
    const [quarter] = groupMonths([month('2026-05', { success: 5 })], 'quarter') as [never];
    expect(isIncomplete(quarter, 'quarter', '2026-05-31')).toBe(true);
  });

  it('does not cut a bin off at a range that its unconfirmed launches lie beyond', () => {
    const months = [month('2022-10', { success: 1 }), month('2022-11', { unconfirmed: 9 })];
    const [bin] = groupMonths(months, 'year') as [never];
    expect(isIncomplete(bin, 'year', '2022-10-05')).toBe(false);
  });
});
