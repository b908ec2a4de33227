import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JoinedLists } from '../../../dashboard-api/launches/joined-lists.ts';
import { firstIndex, ofDays } from '../../../dashboard-api/launches/sorted.ts';
import { matcher, NO_FILTER } from '../../../domain/launches/filter.ts';
import { anyFilter, anyLaunches } from '../../helpers/any-launches.ts';

describe('the first index that passes a test', () => {
  it('is the one a walk finds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (numbers, bound) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const found = sorted.findIndex((number) => number >= bound);
        expect(firstIndex(sorted, (number) => number >= bound)).toBe(
          found === -1 ? sorted.length : found,
        );
      }),
    );
  });
});

describe('launches of days', () => {
  it('are those the filter by these days leaves', () => {
    fc.assert(
      fc.property(anyLaunches, anyFilter, (launches, { from, to }) => {
        const expected = launches.filter(matcher({ ...NO_FILTER, from, to }));
        expect(ofDays(launches, { from, to })).toEqual(expected);
      }),
    );
  });

  it('are the list itself where all are meant', () => {
    fc.assert(
      fc.property(anyLaunches, (launches) => {
        expect(ofDays(launches, NO_FILTER)).toBe(launches);
        expect(ofDays(launches, { from: '2016-12-20', to: '2019-01-10' })).toBe(launches);
      }),
    );
  });
});

describe('joined lists', () => {
  it('are joined once, until one of them is another', () => {
    const lists = new JoinedLists<number>();
    const [a, b] = [[1, 2], [3]];
    const joined = lists.of([a, b]);
    expect(joined).toEqual([1, 2, 3]);
    expect(lists.of([a, b])).toBe(joined);
    expect(lists.of([a, [3, 4]])).toEqual([1, 2, 3, 4]);
    expect(lists.of([a])).toEqual([1, 2]);
    expect(lists.of([])).toEqual([]);
  });
});
