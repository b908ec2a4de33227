import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spansFrom } from '../../../domain/launches/repository/year-query.ts';

const millis = (text: string) => Date.parse(text);
const dates = fc
  .integer({ min: Date.UTC(2016, 0, 1), max: Date.UTC(2017, 0, 1) - 1 })
  .map((time) => new Date(time).toISOString());

describe('spans of what is left of a year', () => {
  it('follow each other without a gap, from the date to the last millisecond', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 12 }), (date, count) => {
        const spans = spansFrom(date, count);
        expect(spans.length).toBeLessThanOrEqual(count);
        expect(spans[0]!.from).toBe(date);
        expect(spans.at(-1)!.to).toBe('2016-12-31T23:59:59.999Z');
        for (const [i, { from, to }] of spans.entries()) {
          expect(millis(to)).toBeGreaterThanOrEqual(millis(from));
          if (i > 0) expect(millis(from)).toBe(millis(spans[i - 1]!.to) + 1);
        }
      }),
    );
  });

  it('are of one length', () => {
    expect(spansFrom('2017-01-01T00:00:00.000Z', 5).map(({ from }) => from.slice(5, 10))).toEqual([
      '01-01',
      '03-15',
      '05-27',
      '08-08',
      '10-20',
    ]);
  });

  it('are one where a millisecond is left', () => {
    const last = '2017-12-31T23:59:59.999Z';
    expect(spansFrom(last, 3)).toEqual([{ from: last, to: last }]);
  });
});
