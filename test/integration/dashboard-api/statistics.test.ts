import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { storeLaunches } from '../../helpers/launches.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../helpers/recorded-launches.ts';

type Counts = { total: number };

/** What any of the answers may hold; each test looks at what its own must hold. */
interface Answer extends Counts {
  source: string;
  from: string | null;
  to: string | null;
  as_of: string | null;
  stale: boolean;
  months: (Counts & { month: string })[];
  launchpads: (Counts & { id: string; name: string })[];
  rockets: (Counts & { id: string; name: string })[];
  orbits: (Counts & { name: string | null })[];
  days: { count: number; cumulative: number }[];
  status: Counts;
  since: object | null;
}

const AS_OF = '2026-01-01T01:00:00.000Z';
const boosterCounts = (given: Record<string, number> = {}) => ({
  flights: 0,
  reflights: 0,
  landing_attempts: 0,
  landings: 0,
  losses: 0,
  unknown: 0,
  launches_without_record: 0,
  ...given,
});
const counts = (given: Record<string, number>) => ({
  success: 0,
  partial_failure: 0,
  failed: 0,
  upcoming: 0,
  unknown: 0,
  ...given,
});

const withoutScope = ({ source, from, to, as_of, stale, ...rest }: Answer) => {
  expect([source, from, to, as_of, stale]).not.toContain(undefined);
  return rest;
};

describe('statistics of the recorded launches', () => {
  let dynamodb: TestDynamoDB;
  let dashboard: TestDashboard;
  const ask = async (path: string): Promise<Answer> => {
    const response = await dashboard.get(`/api/v1/statistics/${path}`);
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  };

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    const tableName = await dynamodb.createTable();
    const table = { client: dynamodb.client, tableName };
    await storeLaunches(table, launchLibraryLaunches());
    await storeLaunches(table, spacexLaunches());
    dashboard = await startDashboard(dynamodb.endpoint, tableName);
  });
  afterAll(async () => {
    await dashboard.stop();
    await dynamodb.stop();
  });

  it('count each source alone', async () => {
    expect(await ask('status')).toEqual({
      source: 'launch-library',
      from: null,
      to: null,
      as_of: AS_OF,
      stale: false,
      ...counts({ success: 660, failed: 11, partial_failure: 3, total: 674 }),
      success_rate: 660 / 674,
    });
    expect(await ask('status?source=spacex')).toMatchObject({
      ...counts({ success: 181, failed: 5, unknown: 1, upcoming: 18, total: 205 }),
      success_rate: 181 / 186,
    });
  });

  it.each(['spacex', 'launch-library'])(
    'have three successes of %s in June 2017',
    async (source) => {
      const range = 'from=2017-06-01&to=2017-06-30';
      expect(await ask(`monthly?source=${source}&${range}`)).toEqual({
        source,
        from: '2017-06-01',
        to: '2017-06-30',
        as_of: AS_OF,
        stale: false,
        months: [{ month: '2017-06', ...counts({ success: 3, total: 3 }) }],
      });
    },
  );

  it('count the launches that a search finds', async () => {
    const query = 'q=STARLINK&source=spacex';
    const list = await dashboard.get(`/api/v1/launches?limit=1&${query}`);
    const { total } = (await list.json()) as Counts;
    expect(total).toBeGreaterThan(50);
    const { status, months, launchpads, rockets, days } = await ask(`summary?${query}`);
    const sum = (counted: Counts[]) => counted.reduce((all, one) => all + one.total, 0);
    expect([status.total, sum(months), sum(launchpads), sum(rockets)]).toEqual(
      Array(4).fill(total),
    );
    expect(days.reduce((all, { count }) => all + count, 0)).toBe(total);
    expect((await ask('boosters?q=nothing')) as object).toMatchObject({ flights: 0, months: [] });
  });

  it('have a month for every month from the first launch to the last', async () => {
    const { months } = await ask('monthly');
    const names = months.map(({ month }) => month);
    expect(names[0]).toBe('2006-03');
    expect(names.at(-1)).toBe('2026-05');
    expect(names).toHaveLength(20 * 12 + 3);
  });

  it('answer a range of ten thousand years with the months of the years there are', async () => {
    const { months, from, to } = await ask('monthly?from=0001-01-01&to=9999-12-31');
    expect([from, to]).toEqual(['0001-01-01', '9999-12-31']);
    const names = months.map(({ month }) => month);
    expect([names[0], names.at(-1), names.length]).toEqual(['2006-01', '2026-12', 252]);
  });

  it.each(['from=2050-01-01', 'to=1999-12-31', 'from=2050-01-01&to=2051-01-01', 'rocket=none'])(
    'are empty lists where there are no launches: ?%s',
    async (query) => {
      const summary = await ask(`summary?${query}`);
      expect(summary).toMatchObject({ launchpads: [], rockets: [], days: [] });
      expect(summary.status).toEqual({ ...counts({ total: 0 }), success_rate: null });
      expect(Array.isArray(summary.months)).toBe(true);
    },
  );

  it('add up to the same total by month, pad, rocket and day', async () => {
    const { months, launchpads, rockets, days } = await ask('summary');
    const total = (groups: Counts[]) => groups.reduce((sum, group) => sum + group.total, 0);
    expect([months, launchpads, rockets].map(total)).toEqual([674, 674, 674]);
    expect(days.reduce((sum, day) => sum + day.count, 0)).toBe(674);
    expect(days.at(-1)?.cumulative).toBe(674);
  });

  it('tell landings and reflights of boosters by month', async () => {
    const flown = boosterCounts({ flights: 3, reflights: 1, landing_attempts: 3, landings: 3 });
    const june = await ask('boosters?source=spacex&from=2017-06-01&to=2017-06-30');
    expect(june).toEqual({
      source: 'spacex',
      from: '2017-06-01',
      to: '2017-06-30',
      as_of: AS_OF,
      stale: false,
      ...flown,
      last_loss: null,
      months: [{ month: '2017-06', ...flown }],
    });
    expect(await ask('boosters?source=spacex')).toMatchObject({
      landing_attempts: 164,
      landings: 149,
      losses: 13,
      unknown: 2,
      last_loss: '2021-02-16T03:59:00.000Z',
    });
    expect(await ask('boosters')).toMatchObject({ flights: 0, launches_without_record: 674 });
  });

  it('tell how many have succeeded since the last that did not', async () => {
    expect(await ask('streak?source=spacex')).toMatchObject({
      count: 152,
      since: { mission_name: 'Amos-6', launch_status: 'failed' },
    });
    expect(await ask('streak?rocket=Falcon+Heavy')).toMatchObject({ count: 12, since: null });
    const { since } = await ask('streak?to=2025-05-27');
    expect(since).toEqual({
      id: expect.any(String),
      mission_name: 'Flight 9',
      launch_date: expect.stringMatching(/^2025-05-27T/),
      launch_date_precision: 'second',
      launch_status: 'failed',
    });
  });

  it('count launches by orbit, those without one on record too', async () => {
    const { orbits } = await ask('orbits?from=2025-05-21');
    expect(orbits[0]).toEqual({
      name: 'Low Earth Orbit',
      ...counts({ success: 137, total: 137 }),
    });
    expect((await ask('orbits?source=spacex')).orbits).toEqual([
      {
        name: null,
        ...counts({ success: 181, failed: 5, unknown: 1, upcoming: 18, total: 205 }),
      },
    ]);
  });

  it('are in one answer what they are in eight', async () => {
    const query = 'source=spacex&from=2018-01-01&to=2020-06-30&status=success&status=failed';
    const paths = ['monthly', 'launchpads', 'rockets', 'orbits', 'timeline'];
    const parts = await Promise.all(paths.map((path) => ask(`${path}?${query}`)));
    const summary = await ask(`summary?${query}`);
    const status = withoutScope(await ask(`status?${query}`));
    const streak = withoutScope(await ask(`streak?${query}`));
    const boosters = withoutScope(await ask(`boosters?${query}`));
    expect(summary).toEqual(Object.assign({}, ...parts, { status, streak, boosters }));
    expect(summary).toMatchObject({
      source: 'spacex',
      from: '2018-01-01',
      to: '2020-06-30',
      as_of: AS_OF,
      stale: false,
    });
  });

  it('name a pad by its id or its name', async () => {
    const { launchpads } = await ask('launchpads');
    const [largest] = launchpads;
    for (const value of [largest!.id, largest!.name]) {
      const narrowed = await ask(`status?launchpad=${encodeURIComponent(value)}`);
      expect(narrowed.total).toBe(largest!.total);
    }
  });
});

describe('statistics of a source nothing was read from', () => {
  it('are empty and say so', async () => {
    const dynamodb = await startEmbeddedDynamoDB();
    const dashboard = await startDashboard(dynamodb.endpoint, await dynamodb.createTable());
    const summary = await dashboard.get('/api/v1/statistics/summary');
    expect(summary.status).toBe(200);
    expect(summary.headers.has('x-data-as-of')).toBe(false);
    expect(await summary.json()).toEqual({
      source: 'launch-library',
      from: null,
      to: null,
      as_of: null,
      stale: false,
      months: [],
      launchpads: [],
      rockets: [],
      orbits: [],
      days: [],
      status: { ...counts({ total: 0 }), success_rate: null },
      streak: { count: 0, since: null },
      boosters: { ...boosterCounts(), last_loss: null, months: [] },
    });
    const list = await dashboard.get('/api/v1/launches?from=2017-01-01&to=2017-12-31');
    expect(await list.json()).toEqual({ items: [], next_cursor: null, total: 0 });
    const csv = await (await dashboard.get('/api/v1/launches.csv')).text();
    expect(csv.trim().split('\n')).toHaveLength(1);
    await dashboard.stop();
    await dynamodb.stop();
  });
});
