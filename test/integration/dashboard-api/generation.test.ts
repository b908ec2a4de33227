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
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

describe('the generation of the catalog', () => {
  let dynamodb: TestDynamoDB;
  let relay: TableRelay;
  let table: LaunchTable;
  let dashboard: TestDashboard;
  let catalog: LaunchCatalog;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
  });
  afterAll(() => dynamodb.stop());
  beforeEach(async () => {
    relay = await startTableRelay(dynamodb.endpoint);
    table = { client: dynamodb.client, tableName: await dynamodb.createTable() };
    await storeLaunches(table, [launch({ id: 'a' })]);
    dashboard = await startDashboard(relay.endpoint, table.tableName);
    catalog = dashboard.app.get(LaunchCatalog);
    await catalog.read('launch-library', NO_FILTER);
    await catalog.refresh();
  });
  afterEach(async () => {
    await dashboard.stop();
    await relay.stop();
  });

  /** Whether `work` raised the generation. */
  const raisedBy = async (work: () => Promise<unknown>): Promise<boolean> => {
    const before = catalog.generation;
    await work();
    expect(catalog.generation).toBeGreaterThanOrEqual(before);
    return catalog.generation > before;
  };

  it('stays while polls and requests find nothing new', async () => {
    const idle = async () => {
      await catalog.refresh();
      await dashboard.get('/api/v1/statistics/summary');
      await dashboard.get('/api/v1/launches?q=none');
    };
    expect(await raisedBy(idle)).toBe(false);
  });

  it('stays when a year that is read again is what it was', async () => {
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 3_600_001);
    const queries = dashboard.tableCalls('Query');
    expect(await raisedBy(dashboard.refresh)).toBe(false);
    clock.mockRestore();
    expect(dashboard.tableCalls('Query')).toBe(queries + 1);
  });

  it('rises with a run that changed launches, and with one that changed none', async () => {
    await storeLaunches(table, [launch({ id: 'b' })]);
    expect(await raisedBy(dashboard.refresh)).toBe(true);
    await dashboard.refresh();
    await storeLaunches(table, [], { last_success_at: '2026-01-01T07:00:00.000Z' });
    expect(await raisedBy(dashboard.refresh)).toBe(true);
    expect(await raisedBy(dashboard.refresh)).toBe(false);
  });

  it('rises when a year that is read once more has what the index did not have yet', async () => {
    await storeLaunches(table, []);
    await storeLaunches(table, [launch({ id: 'b' })]);
    await dashboard.refresh();
    await new LaunchWriter(table).put([launch({ id: 'late' })]);
    expect(await raisedBy(dashboard.refresh)).toBe(true);
    expect(await raisedBy(dashboard.refresh)).toBe(false);
  });

  it('rises when a year is held that was not', async () => {
    await storeLaunches(table, [launch({ id: 'c', launch_date: '2018-01-01T00:00:00.000Z' })]);
    await dashboard.refresh();
    const load = () => catalog.read('launch-library', NO_FILTER);
    expect(await raisedBy(load)).toBe(true);
    expect(await raisedBy(load)).toBe(false);
  });

  it('rises when the table goes and when it is back, once each', async () => {
    relay.set('refusing');
    expect(await raisedBy(dashboard.refresh)).toBe(true);
    expect(await raisedBy(dashboard.refresh)).toBe(false);
    relay.set('open');
    expect(await raisedBy(dashboard.refresh)).toBe(true);
    expect(await raisedBy(dashboard.refresh)).toBe(false);
  });
});
