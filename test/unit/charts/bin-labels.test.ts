import { describe, expect, it } from '@jest/globals';
import { binLabels } from '../../../views/assets/charts/bin-labels.ts';
import type { BinSize } from '../../../views/assets/charts/bins.ts';
import { groupMonths } from '../../../views/assets/charts/bins.ts';
import { createFormats } from '../../../views/assets/charts/formats.ts';
import type { MonthRow } from '../../../views/assets/page-data.ts';
import { monthsFrom, page } from './sample-page.ts';

const labelsOf = (
  months: MonthRow[],
  size: BinSize,
  {
    slot,
    to = null,
    short = false,
    locale = 'en' as 'en' | 'es',
  }: {
    slot: number;
    to?: string | null;
    short?: boolean;
    locale?: 'en' | 'es';
  },
) => {
  const data = page({ months, range: { from: null, to } });
  const formats = createFormats(locale);
  return binLabels(groupMonths(months, size), { size, slot, short, data, formats });
};

const twentyYears = monthsFrom('2006-03', 243, { success: 1 });
const oneYear = monthsFrom('2025-05', 13, { success: 1 });

describe('labels under the bins', () => {
  it('name each first bin of a year where bins are many', () => {
    const labels = labelsOf(twentyYears, 'month', { slot: 5.2 });
    expect(labels).toHaveLength(243);
    expect(labels.slice(0, 12)).toEqual(['2006', ...Array(9).fill(''), '2007', '']);
    expect(labels.filter(Boolean)).toHaveLength(21);
  });

  it('skip years that have no room, and shorten them on phones', () => {
    const labels = labelsOf(twentyYears, 'year', { slot: 13, short: true });
    expect(labels.filter(Boolean)).toEqual(['’10', '’15', '’20', '’25']);
    expect(labelsOf(twentyYears, 'quarter', { slot: 8 }).filter(Boolean)[0]).toBe('2006');
    expect(labelsOf(twentyYears, 'quarter', { slot: 6 }).filter(Boolean)[1]).toBe('2008');
  });

  it('leave out a first year that would run into the next', () => {
    const labels = labelsOf(monthsFrom('2006-11', 60, { success: 1 }), 'month', { slot: 18 });
    expect(labels.filter(Boolean)).toEqual(['2007', '2008', '2009', '2010', '2011']);
  });

  it('name every month where there is room, the year at its first', () => {
    expect(labelsOf(oneYear, 'month', { slot: 97, to: '2026-05-15' })).toEqual([
      'May\u00a02025',
      'Jun',
      'Jul',
      'Aug',
      'Sept',
      'Oct',
      'Nov',
      'Dec',
      'Jan\u00a02026',
      'Feb',
      'Mar',
      'Apr',
      ['May', 'to 15\u00a0May'],
    ]);
  });

  it('name some months where there is room for some, and say nothing of an incomplete one', () => {
    const labels = labelsOf(oneYear, 'month', { slot: 21, to: '2026-05-15' });
    expect(labels.filter(Boolean)).toEqual([['Jul', '2025'], 'Oct', ['Jan', '2026'], 'Apr']);
  });

  it('name quarters and the year of the first', () => {
    expect(labelsOf(oneYear, 'quarter', { slot: 200, to: '2026-05-15' })).toEqual([
      'Q2\u00a02025',
      'Q3',
      'Q4',
      'Q1\u00a02026',
      ['Q2', 'to 15\u00a0May'],
    ]);
  });

  it('say up to which day the last year goes', () => {
    const labels = labelsOf(twentyYears, 'year', { slot: 60, to: '2026-05-15' });
    expect(labels.slice(-2)).toEqual(['2025', ['2026', 'to 15\u00a0May']]);
    expect(labelsOf(oneYear, 'month', { slot: 97, to: '2026-05-31' }).at(-1)).toBe('May');
  });

  it('speak the language of the page', () => {
    expect(labelsOf(oneYear, 'month', { slot: 97, locale: 'es' })[8]).toBe('ene\u00a02026');
  });
});
