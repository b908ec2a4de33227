import { describe, expect, it } from '@jest/globals';
import { InvalidParametersError } from '../../../dashboard-api/errors.ts';
import type { Listing, Order } from '../../../dashboard-api/launches/paging.ts';
import { cursorAfter, pageOf, readCursor } from '../../../dashboard-api/launches/paging.ts';
import { NO_FILTER } from '../../../domain/launches/filter.ts';
import type { LaunchKey } from '../../../domain/launches/keys.ts';

const listing = (order: Order, filter: Partial<Listing['filter']> = {}): Listing => ({
  source: 'spacex',
  filter: { ...NO_FILTER, ...filter },
  order,
});

/** Two launches an hour, so that pages end between launches of the same time. */
const launches: LaunchKey[] = Array.from({ length: 451 }, (_, index) => ({
  launch_date: new Date(Math.floor(index / 2) * 3_600_000).toISOString(),
  id: `launch-${String(index).padStart(3, '0')}`,
}));

const walk = (order: Order, limit: number): LaunchKey[][] => {
  const pages: LaunchKey[][] = [];
  for (let cursor: string | null = null; ;) {
    const page: ReturnType<typeof pageOf<LaunchKey>> = pageOf(launches, listing(order), {
      limit,
      cursor,
    });
    pages.push(page.items);
    if (page.next_cursor === null) return pages;
    cursor = page.next_cursor;
  }
};

describe('pages of launches', () => {
  it.each([1, 7, 50, 200, 451])('give every launch once, by %i', (limit) => {
    expect(walk('asc', limit).flat()).toEqual(launches);
    expect(walk('desc', limit).flat()).toEqual(launches.toReversed());
  });

  it('end with a full page when the launches do', () => {
    expect(walk('asc', 41).map((page) => page.length)).toEqual(Array(11).fill(41));
  });

  it('go on behind a launch that is gone', () => {
    const cursor = cursorAfter(launches[9]!, listing('asc'));
    const others = launches.filter((_, index) => index !== 9);
    const page = pageOf(others, listing('asc'), { limit: 1, cursor });
    expect(page.items).toEqual([launches[10]]);
  });

  it('are empty behind the last launch', () => {
    const cursor = cursorAfter(
      { launch_date: '2100-01-01T00:00:00.000Z', id: 'z' },
      listing('asc'),
    );
    expect(pageOf(launches, listing('asc'), { limit: 5, cursor })).toEqual({
      items: [],
      next_cursor: null,
    });
  });
});

describe('a cursor', () => {
  const key = { launch_date: '2017-06-23T19:10:00.000Z', id: 'bulgariasat-1' };
  const cursor = cursorAfter(key, listing('desc', { statuses: ['success', 'failed'] }));

  it('leads back to its launch', () => {
    expect(readCursor(cursor, listing('desc', { statuses: ['success', 'failed'] }))).toEqual(key);
  });

  it('does not mind the order in which a filter names things', () => {
    const same = listing('desc', { statuses: ['failed', 'success', 'failed'] });
    expect(readCursor(cursor, same)).toEqual(key);
  });

  it.each([
    ['another order', listing('asc', { statuses: ['success', 'failed'] })],
    ['another filter', listing('desc', { statuses: ['success'] })],
    ['a value in another parameter', listing('desc', { rockets: ['success', 'failed'] })],
    [
      'another source',
      {
        ...listing('desc', { statuses: ['success', 'failed'] }),
        source: 'launch-library' as const,
      },
    ],
  ])('is rejected with %s', (_, other) => {
    expect(() => readCursor(cursor, other)).toThrow(/cursor belongs to another filter/);
  });

  it.each(['', 'x', 'bnVsbA', 'e30', 'W10', 'WzEsMiwzXQ', `${cursor}A`, cursor.slice(0, -2)])(
    'is not %j',
    (text) => {
      expect(() => readCursor(text, listing('desc'))).toThrow(InvalidParametersError);
    },
  );
});
