import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import got from 'got';
import {
  expandLaunch,
  startLaunchLibraryServer,
  startSpacexServer,
} from '../../../local/recorded-sources/index.ts';
import type { LaunchLibraryLaunch, RecordedServer } from '../../../local/recorded-sources/index.ts';

interface Page {
  count: number;
  next: string | null;
  previous: string | null;
  results: LaunchLibraryLaunch[];
}

type Server = RecordedServer<LaunchLibraryLaunch>;
let server: Server;

const launchesUrl = (search = '', base = server) => `${base.url}/2.3.0/launches/${search}`;
const ask = (search: string, base = server) => got(launchesUrl(search, base)).json<Page>();
const raw = (url: string) =>
  got(url, { throwHttpErrors: false, retry: { limit: 0 }, followRedirect: false });

const everyPage = async (search: string, base = server): Promise<LaunchLibraryLaunch[]> => {
  const launches: LaunchLibraryLaunch[] = [];
  for (let url: string | null = launchesUrl(search, base); url !== null;) {
    const page: Page = await got(url).json();
    launches.push(...page.results);
    url = page.next;
  }
  return launches;
};

beforeAll(async () => {
  server = await startLaunchLibraryServer();
});
afterAll(() => server.close());

describe('the recorded Launch Library', () => {
  it('serves 674 launches over pages of at most 100, each once', async () => {
    const launches = await everyPage('?lsp__id=121&mode=detailed&limit=1000&ordering=net');
    expect(launches).toHaveLength(674);
    expect(new Set(launches.map(({ id }) => id)).size).toBe(674);
    const count = (abbrev: string) =>
      launches.filter(({ status }) => status.abbrev === abbrev).length;
    expect([count('Success'), count('Failure'), count('Partial Failure')]).toEqual([660, 11, 3]);
    expect(launches.at(0)?.net).toBe('2006-03-24T22:30:00Z');
    expect(launches.at(-1)?.net).toBe('2026-05-15T22:05:41Z');
    expect(launches.map(({ net }) => net)).toEqual(launches.map(({ net }) => net).sort());
  });

  it('links a page to its neighbours under the name it was called by', async () => {
    const { port } = new URL(server.url);
    const first = await got(
      `http://localhost:${port}/2.3.0/launches/?ordering=-net&limit=300&lsp__id=121`,
      {
        dnsLookupIpVersion: 4,
      },
    ).json<Page>();
    expect(first.results).toHaveLength(100);
    expect(first.previous).toBeNull();
    expect(first.next).toBe(
      `http://localhost:${port}/2.3.0/launches/?limit=100&lsp__id=121&offset=100&ordering=-net`,
    );
    const second = await ask('?limit=100&offset=100');
    expect(second.previous).toBe(launchesUrl('?limit=100'));
    expect((await ask('?limit=100&offset=600')).next).toBeNull();
    expect(await ask('?offset=5000')).toMatchObject({ count: 674, next: null, results: [] });
  });

  it('filters by net, both ends and the second', async () => {
    const bounds = (gte: string, lte: string) =>
      ask(`?net__gte=${encodeURIComponent(gte)}&net__lte=${encodeURIComponent(lte)}`);
    const demo = await bounds('2020-05-30T19:22:45Z', '2020-05-30T19:22:45.000Z');
    expect(demo.results.map(({ name }) => name)).toEqual([
      'Falcon 9 Block 5 | SpX-DM2 (Demonstration Mission 2)',
    ]);
    const elsewhere = await bounds('2020-05-30T21:22:45+02:00', '2020-05-30T21:22:45+02:00');
    expect(elsewhere.count).toBe(1);
    expect((await bounds('2017-06-01T00:00:00Z', '2017-06-30T23:59:59.999Z')).count).toBe(3);
    expect((await ask('?net__gt=2026-05-15T22:05:41Z')).count).toBe(0);
    expect((await ask('?net__lt=2006-03-24T22:30:00Z')).count).toBe(0);
  });

  it('filters by provider and id', async () => {
    const [launch] = server.launches;
    expect((await ask('?lsp__id=44')).count).toBe(0);
    expect((await ask(`?id=${launch!.id}`)).results.map(({ name }) => name)).toEqual([
      launch!.name,
    ]);
  });

  it('sends ten launches in normal mode by default, fewer fields in list mode', async () => {
    const normal = await ask('');
    expect(normal.results).toHaveLength(10);
    expect(normal.results[0]).toMatchObject({
      response_mode: 'normal',
      pad: { name: 'Omelek Island' },
    });
    expect(normal.results[0]!.rocket).not.toHaveProperty('launcher_stage');
    const list = await ask('?mode=list');
    expect(list.results[0]).toMatchObject({ response_mode: 'list', net: '2006-03-24T22:30:00Z' });
    expect(list.results[0]).not.toHaveProperty('pad');
  });

  it('has the launches r-spacex names by their id', async () => {
    const spacex = await startSpacexServer();
    try {
      const named = spacex.launches.flatMap(({ launch_library_id: id }) => id ?? []);
      const known = new Map(server.launches.map(({ id, name }) => [id as unknown, name]));
      expect(named).toHaveLength(72);
      expect(named.filter((id) => !known.has(id))).toEqual([]);
      const slipped = spacex.launches.find(({ name }) => name === 'Starlink 4-19 (v1.5)');
      expect(known.get(slipped?.launch_library_id)).toBe('Falcon 9 Block 5 | Starlink Group 4-19');
    } finally {
      await spacex.close();
    }
  });

  it('says the same of a launch every time', async () => {
    expect(await ask('?mode=detailed&limit=100')).toEqual(await ask('?mode=detailed&limit=100'));
  });

  it.each([
    ['limit=none', 'limit'],
    ['offset=-1', 'offset'],
    ['net__gte=soon', 'net__gte'],
    ['net__lte=2017-02-30', 'net__lte'],
    ['lsp__id=SpaceX', 'lsp__id'],
    ['mode=full', 'mode'],
    ['ordering=pad', 'ordering'],
    ['id=7', 'id'],
    ['net_gte=2020-01-01', 'net_gte'],
  ])('refuses ?%s by name', async (search, field) => {
    const { statusCode, body } = await raw(launchesUrl(`?${search}`));
    expect(statusCode).toBe(400);
    expect(JSON.parse(body)).toEqual({ [field]: [expect.any(String)] });
  });

  it('sends a path without its last slash there, and knows no other path or method', async () => {
    const { statusCode, headers } = await raw(`${server.url}/2.3.0/launches?limit=1&lsp__id=121`);
    expect([statusCode, headers.location]).toEqual([301, '/2.3.0/launches/?limit=1&lsp__id=121']);
    expect((await raw(`${server.url}/2.2.0/launch/`)).statusCode).toBe(404);
    const post = await got.post(launchesUrl(), { throwHttpErrors: false });
    expect([post.statusCode, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('its budget', () => {
  const budgetOf = (base: Server, headers = {}) =>
    got(`${base.url}/2.3.0/api-throttle/`, { headers }).json<Record<string, unknown>>();

  it('ends in 429 with the seconds to wait; asking for it is free', async () => {
    const tight = await startLaunchLibraryServer({ throttle: { limit: 2, seconds: 3600 } });
    try {
      expect(await budgetOf(tight)).toMatchObject({
        your_request_limit: 2,
        current_use: 0,
        next_use_secs: 0,
      });
      await ask('?limit=1', tight);
      await ask('?limit=1', tight);
      const { statusCode, headers, body } = await raw(launchesUrl('?limit=1', tight));
      expect(statusCode).toBe(429);
      const seconds = Number(headers['retry-after']);
      expect(seconds).toBeGreaterThan(3590);
      expect(seconds).toBeLessThanOrEqual(3600);
      expect(JSON.parse(body)).toEqual({
        detail: `Request was throttled. Expected available in ${seconds} seconds.`,
      });
      expect(await budgetOf(tight)).toMatchObject({ current_use: 2, limit_frequency_secs: 3600 });
      expect(await budgetOf(tight, { authorization: 'Token abc' })).toMatchObject({
        current_use: 0,
        ident: 'abc',
      });
    } finally {
      await tight.close();
    }
  });

  it('comes back with time', async () => {
    const short = await startLaunchLibraryServer({ throttle: { limit: 1, seconds: 1 } });
    try {
      await ask('?limit=1', short);
      expect((await raw(launchesUrl('', short))).statusCode).toBe(429);
      await new Promise((resolve) => setTimeout(resolve, 1050));
      expect((await raw(launchesUrl('', short))).statusCode).toBe(200);
    } finally {
      await short.close();
    }
  });
});

describe('its launches', () => {
  it('can slip, and be announced', async () => {
    const own = await startLaunchLibraryServer();
    try {
      const last = own.launches.at(-1)!;
      last.net = '2027-01-10T00:00:00Z';
      const announced = expandLaunch({
        id: 'c0ffee00-0000-4000-8000-000000000001',
        name: 'Falcon Heavy | Somewhere',
        net: '2027-06-30T00:00:00Z',
        status: 'TBD',
        orbital_launch_attempt_count: null,
        rocket: 'Falcon Heavy',
        mission_type: 'Planetary Science',
        orbit: null,
        pad: 'Launch Complex 39A',
      });
      own.setLaunches([...own.launches, announced]);
      const ahead = await everyPage('?net__gte=2027-01-01&mode=detailed', own);
      expect(ahead.map(({ id, status }) => [id, status.id])).toEqual([
        [last.id, 3],
        [announced.id, 2],
      ]);
    } finally {
      await own.close();
    }
  });

  it('are replayed as of a day', async () => {
    const replay = await startLaunchLibraryServer({ asOf: '2022-06-01' });
    try {
      const launches = await everyPage('?mode=detailed&limit=100&ordering=net', replay);
      const flown = launches.filter(({ net }) => net <= '2022-06-01T00:00:00Z');
      const ahead = launches.filter(({ net }) => net > '2022-06-01T00:00:00Z');
      expect(flown).toEqual(server.launches.filter(({ net }) => net <= '2022-06-01T00:00:00Z'));
      expect(flown.length + ahead.length).toBe(674);
      expect(new Set(ahead.map(({ status }) => status.id))).toEqual(new Set([1, 8, 2]));
      expect(ahead[0]).toMatchObject({ name: 'Falcon 9 Block 5 | Nilesat-301', status: { id: 1 } });
    } finally {
      await replay.close();
    }
  });
});
