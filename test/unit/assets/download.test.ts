import { describe, expect, it } from '@jest/globals';
import { parseCsv } from '../../helpers/csv.ts';
import { fileName } from '../../../views/assets/download/file-name.ts';
import { toField } from '../../../views/assets/download/csv-field.ts';
import { breakLines } from '../../../views/assets/download/text-lines.ts';

describe('a cell of a table as a field of a CSV file', () => {
  it.each([
    ['674', 'en', '674'],
    ['10,000', 'en', '10000'],
    ['1,234,567', 'en', '1234567'],
    ['10.000', 'es', '10000'],
    ['97.9%', 'en', '97.9%'],
    ['–', 'en', '–'],
    [' SLC-40\u00a0Cape Canaveral ', 'en', 'SLC-40 Cape Canaveral'],
  ])('%j in %s is %j', (text, language, field) => {
    expect(toField(text, language)).toBe(field);
  });

  it.each(['97,9 %', 'a "b"', 'a\nb', '1,23'])('%j comes back as it was', (text) => {
    expect(parseCsv(`${toField(text, 'es')},end\r\n`)).toEqual([[text, 'end']]);
  });

  it.each(['=1+1', '+x', '-x', '@x'])('%j is no formula', (text) => {
    expect(toField(text, 'en')).toBe(`'${text}`);
  });

  it('keeps a negative number', () => {
    expect(toField('-5', 'en')).toBe('-5');
  });
});

describe('the name of a file', () => {
  it('says the chart and its days', () => {
    expect(fileName('Launches per month', { from: '2006-03-24', to: '2026-05-15' }, 'png')).toBe(
      'launches-per-month-2006-03-24-2026-05-15.png',
    );
  });

  it('needs neither accents nor days', () => {
    expect(fileName('Éxito por cohete: año (¡3!)', { from: null, to: null }, 'csv')).toBe(
      'exito-por-cohete-ano-3.csv',
    );
  });
});

describe('a text in a picture', () => {
  const byLetter = (text: string): number => text.length;

  it('breaks at spaces, where it does not fit', () => {
    expect(breakLines('one two three', 7, byLetter)).toEqual(['one two', 'three']);
    expect(breakLines('one two three', 13, byLetter)).toEqual(['one two three']);
  });

  it('does not break at a no-break space or in a word', () => {
    expect(breakLines('15\u00a0May\u00a02026 x', 4, byLetter)).toEqual([
      '15\u00a0May\u00a02026',
      'x',
    ]);
    expect(breakLines('', 4, byLetter)).toEqual([]);
  });
});
