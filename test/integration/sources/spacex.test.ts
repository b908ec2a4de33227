import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SpacexClient } from '../../../domain/launches/sources/spacex/client.ts';
import { startSpacexServer } from '../../../local/recorded-sources/index.ts';
import { recordedLaunches } from '../../../local/recorded-sources/spacex/launch.ts';
import { INGESTED_AT } from '../../helpers/recorded-launches.ts';
import { EVERYTHING, plenty, QUICK, read } from '../../helpers/sources.ts';

const server = await startSpacexServer();
const client = new SpacexClient(server.url, QUICK);
const recorded = recordedLaunches();
afterAll(() => server.close());
beforeEach(() => {
  server.setLaunches(recorded);
  server.requests.length = 0;
});

/** Copies of the recording under ids of their own, so many launches in all. */
const copies = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    ...recorded[number % recorded.length]!,
    id: `launch-${String(number).padStart(5, '0')}`,
  }));

describe('pages of r-spacex', () => {
  it.each([
    [0, 1],
    [1, 1],
    [11, 1],
    [101, 1],
    [1000, 1],
    [1001, 2],
    [2001, 3],
  ])('of %d launches take %d calls and drop none', async (count, calls) => {
    server.setLaunches(copies(count));
    const { launches, pages, error } = await read(client);
    expect(error).toBeNull();
    expect(new Set(launches.map(({ id }) => id)).size).toBe(count);
    expect([launches.length, pages.length, server.requests.length]).toEqual([count, calls, calls]);
  });

  it('drop none of a thousand launches of one instant, in whatever order the source holds them', async () => {
    const at = '2022-11-01T00:00:00.000Z';
    server.setLaunches(copies(1500).map((launch) => ({ ...launch, date_utc: at })));
    const ids: string[] = [];
    for await (const page of client.pages(EVERYTHING, plenty(), INGESTED_AT)) {
      ids.push(...page.launches.map(({ id }) => id));
      server.setLaunches(server.launches.toReversed());
    }
    expect([ids.length, new Set(ids).size]).toEqual([1500, 1500]);
  });

  it('end when a page is empty, whatever the source says of the next', async () => {
    server.setLaunches([]);
    expect(await read(client)).toMatchObject({ launches: [], error: null });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a refresh of r-spacex', () => {
  const from = '2022-11-10T00:00:00.000Z';
  const upcoming = recorded.filter((launch) => launch.upcoming);
  const overdue = upcoming.filter(({ date_utc }) => date_utc < from);

  it('also reads all that is still upcoming, and goes on from its start', async () => {
    expect([overdue.length, upcoming.length]).toEqual([9, 18]);
    const { launches, pages } = await read(client, { from, refresh: true });
    expect(launches.map(({ id }) => id).sort()).toEqual(upcoming.map(({ id }) => id).sort());
    expect(pages.map((page) => [page.launches.length, page.resumeFrom])).toEqual([
      [9, from],
      [9, '2022-12-05T00:00:00.000Z'],
    ]);
  });

  it('drops none of more overdue launches than a page holds', async () => {
    const late = { upcoming: true, success: null, date_utc: '2022-10-01T00:00:00.000Z' };
    server.setLaunches(copies(1100).map((launch) => ({ ...launch, ...late })));
    const { launches } = await read(client, { from, refresh: true });
    expect(new Set(launches.map(({ id }) => id)).size).toBe(1100);
  });

  it('is everything when it has no start, in one call', async () => {
    const { launches } = await read(client, { refresh: true });
    expect([launches.length, server.requests.length]).toEqual([205, 1]);
  });
});
