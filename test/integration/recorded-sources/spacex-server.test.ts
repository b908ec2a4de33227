import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import got from 'got';
import { startSpacexServer } from '../../../local/recorded-sources/index.ts';
import type { RecordedServer, SpacexLaunch } from '../../../local/recorded-sources/index.ts';

interface Page {
  docs: SpacexLaunch[];
  totalDocs: number;
  nextPage: number | null;
  hasNextPage: boolean;
}

let server: RecordedServer<SpacexLaunch>;

const ask = (body: unknown, url = server.url) =>
  got.post(`${url}/v5/launches/query`, { json: body }).json<Page>();
const everything = (query: unknown = {}, url?: string) =>
  ask({ query, options: { pagination: false } }, url);
const refusal = (options: object) =>
  got.post(`${server.url}/v5/launches/query`, {
    throwHttpErrors: false,
    retry: { limit: 0 },
    ...options,
  });

beforeAll(async () => {
  server = await startSpacexServer();
});
afterAll(() => server.close());

describe('the recorded r-spacex API', () => {
  it('serves 205 launches, as they stood when the source froze', async () => {
    const { docs, totalDocs } = await everything();
    const count = (query: Partial<SpacexLaunch>) =>
      docs.filter((launch) =>
        Object.entries(query).every(([field, value]) => launch[field] === value),
      ).length;
    expect(totalDocs).toBe(205);
    expect(count({ upcoming: false, success: true })).toBe(181);
    expect(count({ upcoming: false, success: false })).toBe(5);
    expect(count({ upcoming: false, success: null })).toBe(1);
    expect(count({ upcoming: true })).toBe(18);
  });

  it('sends ten documents a page unless told otherwise, and every launch once over its pages', async () => {
    const options = { sort: { date_utc: 'asc' } };
    const ids: string[] = [];
    for (let page: number | null = 1; page !== null;) {
      const answer: Page = await ask({ options: { ...options, page } });
      expect(answer.docs.length).toBe(answer.hasNextPage ? 10 : 5);
      ids.push(...answer.docs.map(({ id }) => id));
      page = answer.nextPage;
    }
    expect(ids).toHaveLength(205);
    expect(new Set(ids).size).toBe(205);
  });

  it('compares date_utc as text: the same instant in another notation misses its launch', async () => {
    const within = async (from: string, to: string) =>
      (await everything({ date_utc: { $gte: from, $lte: to } })).docs.map(({ name }) => name);
    expect(await within('2020-05-30T19:22:00.000Z', '2020-05-30T19:22:00.000Z')).toEqual([
      'CCtCap Demo Mission 2',
    ]);
    expect(await within('2020-05-30T19:22:00Z', '2020-05-30T19:22:00Z')).toEqual([]);
    expect(await within('2017-06-01T00:00:00.000Z', '2017-06-30T23:59:59.999Z')).toHaveLength(3);
  });

  it('knows launches that share a flight number, upcoming ones long past, and one of unknown outcome', async () => {
    const numbered = await everything({ flight_number: { $in: [188, 198] } });
    expect(numbered.docs.filter((launch) => launch.flight_number === 188)).toHaveLength(4);
    expect(numbered.docs.filter((launch) => launch.flight_number === 198)).toHaveLength(2);
    const unknown = await everything({ upcoming: false, success: null });
    expect(unknown.docs.map(({ name }) => name)).toEqual(['Starlink 3-1 (v1.5)']);
    const frozen = await everything({ upcoming: true, date_utc: { $lt: '2023' } });
    expect(frozen.docs).toHaveLength(18);
  });

  it('selects fields and logs the call', async () => {
    const query = { name: 'FalconSat' };
    const { docs } = await ask({ query, options: { select: 'name date_utc' } });
    expect(docs).toEqual([
      { id: '5eb87cd9ffd86e000604b32a', name: 'FalconSat', date_utc: '2006-03-24T22:30:00.000Z' },
    ]);
    expect(server.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/v5/launches/query',
      body: { query, options: { select: 'name date_utc' } },
    });
  });

  it('asks for everything where the body is missing or no JSON type is given', async () => {
    const json = { responseType: 'json' } as const;
    const bare = await got.post<Page>(`${server.url}/v5/launches/query`, json);
    const form = await got.post<Page>(`${server.url}/v5/launches/query`, {
      ...json,
      body: 'query=x',
    });
    expect([bare.body.totalDocs, form.body.totalDocs]).toEqual([205, 205]);
  });

  it.each([
    ['an unknown operator', { json: { query: { name: { $like: 'Star' } } } }, '$like'],
    ['a query that is no object', { json: { query: 'Starlink' } }, 'object'],
    ['options that are none', { json: { options: [] } }, 'options'],
    ['a limit that is no number', { json: { options: { limit: 'all' } } }, 'limit'],
    ['a page that is no number', { json: { options: { page: 'last' } } }, 'page'],
    ['populate', { json: { options: { populate: ['rocket'] } } }, 'populate'],
    [
      'broken JSON',
      { body: '{"query":', headers: { 'content-type': 'application/json' } },
      'invalid JSON',
    ],
  ])('refuses %s with 400 and a text', async (_what, options, text) => {
    const { statusCode, headers, body } = await refusal(options);
    expect(statusCode).toBe(400);
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain(text);
  });

  it('knows no other path or method', async () => {
    const options = { throwHttpErrors: false };
    expect((await got(`${server.url}/v5/launches/query`, options)).statusCode).toBe(404);
    expect(
      (await got.post(`${server.url}/v5/rockets/query`, { ...options, json: {} })).statusCode,
    ).toBe(404);
  });
});

describe('its launches', () => {
  it('can be changed one by one and replaced', async () => {
    const own = await startSpacexServer();
    try {
      const [first] = own.launches;
      first!.date_utc = '2031-02-03T04:05:06.000Z';
      const moved = await everything({ date_utc: { $gte: '2031' } }, own.url);
      expect(moved.docs.map(({ id }) => id)).toEqual([first!.id]);

      own.setLaunches(
        Array.from({ length: 1200 }, (_, index) => ({ ...first!, id: `launch-${index}` })),
      );
      expect((await everything({}, own.url)).docs).toHaveLength(1200);
    } finally {
      await own.close();
    }
    expect((await everything({ date_utc: { $gte: '2031' } })).docs).toEqual([]);
  });

  it('are replayed as of a day', async () => {
    const replay = await startSpacexServer({ asOf: '2022-06-01' });
    try {
      const { docs } = await everything({}, replay.url);
      expect(docs).toHaveLength(205);
      const later = docs.filter(({ date_utc: date }) => date > '2022-06-01T00:00:00.000Z');
      expect(later).toHaveLength(40);
      for (const launch of later) {
        expect(launch).toMatchObject({ upcoming: true, success: null, failures: [] });
        expect(launch.cores.every((core) => core.landing_success === null)).toBe(true);
      }
      const recorded = server.launches.filter(
        ({ date_utc: date }) => date < '2022-06-01T00:00:00.000Z',
      );
      expect(docs.filter((launch) => !later.includes(launch))).toEqual(recorded);
    } finally {
      await replay.close();
    }
  });

  it('cannot be replayed as of something that is no day', async () => {
    await expect(startSpacexServer({ asOf: '2022-02-30' })).rejects.toThrow('2022-02-30');
  });
});
