import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SourceUnderTest } from '../../helpers/sources.ts';
import { read, SOURCES_UNDER_TEST } from '../../helpers/sources.ts';

/** BulgariaSat-1 flew on 2017-06-23 at 19:10, alone that day; so it is in both recordings. */
const LAUNCH = '2017-06-23T19:10:00.000Z';
const BEFORE = '2017-06-23T19:09:59.999Z';
const AFTER = '2017-06-23T19:10:00.001Z';
const DAY = ['2017-06-23T00:00:00.000Z', '2017-06-23T23:59:59.999Z'] as const;

describe.each(SOURCES_UNDER_TEST)('a window of $source', (setup: SourceUnderTest) => {
  let server: Awaited<ReturnType<SourceUnderTest['start']>>;
  beforeAll(async () => {
    server = await setup.start();
  });
  afterAll(() => server.close());

  const datesOf = async (from: string | null, to: string | null): Promise<string[]> => {
    const { launches, rejected, error } = await read(setup.client(server.url), { from, to });
    expect([rejected, error]).toEqual([[], null]);
    return launches.map(({ launch_date }) => launch_date);
  };

  it.each([
    ['ends with it', DAY[0], LAUNCH, 1],
    ['ends a millisecond before it', DAY[0], BEFORE, 0],
    ['starts with it', LAUNCH, DAY[1], 1],
    ['starts a millisecond after it', AFTER, DAY[1], 0],
    ['is its instant', LAUNCH, LAUNCH, 1],
    ['is the millisecond before', BEFORE, BEFORE, 0],
    ['is its day', ...DAY, 1],
    ['is the wrong way round', AFTER, BEFORE, 0],
    ['is June', '2017-06-01T00:00:00.000Z', '2017-06-30T23:59:59.999Z', 3],
    ['is a month without launches', '2017-04-01T00:00:00.000Z', '2017-04-30T23:59:59.999Z', 0],
    ['is the turn of 2017', '2017-12-23T00:00:00.000Z', '2018-01-08T01:00:00.000Z', 2],
  ])('that %s', async (_name, from, to, count) => {
    const dates = await datesOf(from, to);
    expect(dates).toHaveLength(count);
    expect(dates.every((date) => date >= from && date <= to)).toBe(true);
  });

  it('without ends is everything, oldest first, each launch once', async () => {
    const { launches, pages } = await read(setup.client(server.url));
    const dates = launches.map(({ launch_date }) => launch_date);
    expect(dates).toEqual(dates.toSorted());
    expect(new Set(launches.map(({ id }) => id)).size).toBe(setup.launches);
    expect(pages.map(({ resumeFrom }) => resumeFrom)).toEqual(
      pages.map((page) => page.launches.at(-1)?.launch_date),
    );
  });

  it('with one end is open on the other, and the two halves make the whole', async () => {
    const [before, after] = [await datesOf(null, BEFORE), await datesOf(LAUNCH, null)];
    expect(before.at(0)).toBe('2006-03-24T22:30:00.000Z');
    expect(after.at(0)).toBe(LAUNCH);
    expect([...before, ...after]).toHaveLength(setup.launches);
  });
});
