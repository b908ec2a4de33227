import { describe, expect, it } from '@jest/globals';
import { groupMonths } from '../../../views/assets/charts/bins.ts';
import { barMarks } from '../../../views/assets/charts/marks.ts';
import { month, palette } from './sample-page.ts';

const bars = groupMonths(
  [
    month('2025-01', { success: 9 }),
    month('2025-02', { success: 3, failed: 1 }),
    month('2025-03', { success: 2 }),
    month('2025-04', { success: 4, partial_failure: 2 }),
    month('2025-05', { success: 1, partial_failure: 1, failed: 3 }),
  ],
  'month',
);

describe('marks above bars', () => {
  it('stand at bins with a mishap: a cross where one failed, else a triangle', () => {
    const marks = barMarks(bars, 50, true, palette);
    expect(marks.map(({ x, marker }) => [x, marker?.shape])).toEqual([
      ['2025-02', 'cross'],
      ['2025-04', 'triangle'],
      ['2025-05', 'cross'],
    ]);
    expect(marks[0]?.marker).toMatchObject({ fillColor: palette.failed_mark, size: 3.5 });
    expect(marks[1]?.marker).toMatchObject({ fillColor: palette.partial_mark, size: 4 });
  });

  it('stand above their own bar where bars are wide', () => {
    expect(barMarks(bars, 50, true, palette).map(({ y }) => y)).toEqual([4, 6, 5]);
  });

  it('stand above a taller neighbour that would hide them', () => {
    expect(barMarks(bars, 5, false, palette).map(({ y }) => y)).toEqual([9, 6, 6]);
  });

  it('leave room for totals and count several where there is room', () => {
    const withTotals = barMarks(bars, 50, true, palette);
    expect(withTotals.map(({ marker }) => marker?.offsetY)).toEqual([-30, -30, -30]);
    expect(withTotals.map(({ label }) => label?.text)).toEqual(['', '2', '3']);
    const narrow = barMarks(bars, 12, false, palette);
    expect(narrow.map(({ marker }) => marker?.offsetY)).toEqual([-8, -8, -8]);
    expect(narrow.map(({ label }) => label?.text)).toEqual(['', '', '']);
  });
});
