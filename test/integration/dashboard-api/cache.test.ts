import 'reflect-metadata';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { LaunchCatalog } from '../../../dashboard-api/launches/launch-catalog.ts';
import { NO_FILTER } from '../../../domain/launches/filter.ts';
import type { LaunchTable } from '../../../domain/launches/repository/client.ts';
import { LaunchWriter } from '../../../domain/launches/repository/launch-writer.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';

const years = [2015, 2016, 2017, 2018, 2019];
const inYear = (year: number, id = `of-${year}`) =>
  launch({ id, launch_date: `${year}-06-01T12:00:00.000Z` });

describe('the cache of years', () => {
  let dynamodb: TestDynamoDB;
  let table: LaunchTable;
  let dashboard: TestDashboard;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
  });
  afterAll(() => dynamodb.stop());
  beforeEach(async () => {
    table = { client: dynamodb.client, tableName: await dynamodb.createTable() };
    await storeLaunches(
      table,
      years.map((year) => inYear(year)),
    );
    dashboard = await startDashboard(dynamodb.endpoint, table.tableName);
  });
  afterEach(() => dashboard.stop());

  const total = async (query = ''): Promise<number> => {
    const response = await dashboard.get(`/api/v1/statistics/status?${query}`);
    return ((await response.json()) as { total: number }).total;
  };

  /** Queries that `work` makes the dashboard send. */
  const queriesOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = dashboard.tableCalls('Query');
    await work();
    return dashboard.tableCalls('Query') - before;
  };

  it('loads the years a filter reaches when they are first asked for, and no others', async () => {
    expect(await queriesOf(() => total('from=2016-02-01&to=2017-12-31'))).toBe(2);
    expect(await queriesOf(() => total('from=2016-02-01&to=2017-12-31'))).toBe(0);
    expect(await queriesOf(() => total('from=0001-01-01&to=9999-12-31'))).toBe(3);
    expect(await queriesOf(() => total())).toBe(0);
  });

  it('can load what nobody asked for yet, so that nobody has to wait for it', async () => {
    const catalog = dashboard.app.get(LaunchCatalog);
    await total('from=2019-01-01');
    expect(await queriesOf(() => catalog.warm())).toBe(4);
    expect(await queriesOf(() => total())).toBe(0);
    expect(await queriesOf(() => catalog.warm())).toBe(0);
  });

  it('loads a year once for all who ask at the same time', async () => {
    const asked = () => Promise.all(Array.from({ length: 20 }, () => total()));
    expect(await queriesOf(async () => expect(await asked()).toEqual(Array(20).fill(5)))).toBe(5);
  });

  it('reloads only what changed, and once more, in case the index lagged behind', async () => {
    await total();
    expect(await queriesOf(dashboard.refresh)).toBe(0);
    await storeLaunches(table, [inYear(2018, 'new'), inYear(2019, 'newer')]);
    expect(await total()).toBe(5);
    expect(await queriesOf(dashboard.refresh)).toBe(2);
    expect(await total()).toBe(7);
    expect(await queriesOf(dashboard.refresh)).toBe(2);
    expect(await queriesOf(dashboard.refresh)).toBe(0);
  });

  it('reloads each year that it has held for an hour', async () => {
    await total('from=2016-01-01&to=2018-12-31');
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 3_600_001);
    const queries = await queriesOf(dashboard.refresh);
    clock.mockRestore();
    expect(queries).toBe(3);
  });

  it('shows a year that is new', async () => {
    await total();
    await storeLaunches(table, [inYear(2020)]);
    expect(await queriesOf(dashboard.refresh)).toBe(0);
    expect(await queriesOf(async () => expect(await total()).toBe(6))).toBe(1);
  });

  it('shows a launch that moves across years once, whenever it looks', async () => {
    const catalog = dashboard.app.get(LaunchCatalog);
    await total();
    await storeLaunches(table, [inYear(2019, 'of-2018')]);
    await new LaunchWriter(table).delete([inYear(2018)]);
    await storeLaunches(table, [], {
      revision: 3,
      changed_years: { 2018: 3, 2019: 3 },
      years: ['2015', '2016', '2017', '2019'],
    });
    const seen = [];
    const refreshed = dashboard.refresh();
    for (let done = false; !done;) {
      done = await Promise.race([
        refreshed.then(() => true),
        new Promise<false>((resolve) => setImmediate(resolve, false)),
      ]);
      const { launches } = await catalog.read('launch-library', NO_FILTER);
      seen.push(
        launches.filter(({ id }) => id === 'of-2018').map(({ launch_date }) => launch_date),
      );
    }
    expect(seen.every((dates) => dates.length === 1)).toBe(true);
    expect(seen.at(-1)).toEqual(['2019-06-01T12:00:00.000Z']);
  });

  it('has another version when anything changed, and the same one when nothing did', async () => {
    const catalog = dashboard.app.get(LaunchCatalog);
    const version = async () => (await catalog.read('launch-library', NO_FILTER)).version;
    const first = await version();
    await dashboard.refresh();
    expect(await version()).toBe(first);
    await storeLaunches(table, [], { last_success_at: '2026-01-01T07:00:00.000Z' });
    await dashboard.refresh();
    const second = await version();
    expect(second).not.toBe(first);
    const other = await startDashboard(dynamodb.endpoint, table.tableName);
    const elsewhere = await other.app.get(LaunchCatalog).read('launch-library', NO_FILTER);
    expect(elsewhere.version).toBe(second);
    await other.stop();
  });

  it('clamps days to the years there are', async () => {
    const catalog = dashboard.app.get(LaunchCatalog);
    const read = (from: string | null, to: string | null) =>
      catalog.read('launch-library', { ...NO_FILTER, from, to });
    expect((await read('0001-01-01', '9999-12-31')).range).toEqual({
      from: '2015-01-01',
      to: '2019-12-31',
    });
    expect((await read('2016-05-05', null)).range).toEqual({ from: '2016-05-05', to: null });
    expect((await read(null, null)).range).toEqual({ from: null, to: null });
  });

  it('gives launches oldest first, by id where they share a time', async () => {
    await storeLaunches(table, [inYear(2016, 'z'), inYear(2016, 'a')]);
    await dashboard.refresh();
    const { launches } = await dashboard.app.get(LaunchCatalog).read('launch-library', NO_FILTER);
    expect(launches.map(({ id }) => id)).toEqual([
      'of-2015',
      'a',
      'of-2016',
      'z',
      'of-2017',
      'of-2018',
      'of-2019',
    ]);
  });
});
