import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LaunchCatalog } from '../../../dashboard-api/launches/launch-catalog.ts';
import { matcher, NO_FILTER } from '../../../domain/launches/filter.ts';
import { statusOf } from '../../../domain/launches/statistics/status.ts';
import { LAUNCH_STATUSES } from '../../../domain/launches/status.ts';
import { finished, plain } from '../../helpers/all-statistics.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { naiveStatistics } from '../../helpers/naive-statistics.ts';
import { spacexLaunches } from '../../helpers/recorded-launches.ts';

const launches = spacexLaunches();
const somewhere = fc.constantFrom(...launches);
const day = fc.option(somewhere.map(({ launch_date }) => launch_date.slice(0, 10)));
const filters = fc.record({
  from: day,
  to: day,
  statuses: fc.subarray([...LAUNCH_STATUSES], { maxLength: 2 }),
  launchpads: fc.oneof(
    fc.constant([]),
    somewhere.map(({ launchpad_name }) => [launchpad_name]),
  ),
  rockets: fc.oneof(
    fc.constant([]),
    somewhere.map(({ rocket_id }) => [rocket_id]),
  ),
  q: fc.constantFrom(null, 'starlink', 'A', 'nobody'),
});

describe('what the catalog counts', () => {
  let dynamodb: TestDynamoDB;
  let dashboard: TestDashboard;
  let catalog: LaunchCatalog;
  const table = () => ({ client: dynamodb.client, tableName });
  let tableName: string;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    tableName = await dynamodb.createTable();
    await storeLaunches(table(), launches);
    dashboard = await startDashboard(dynamodb.endpoint, tableName);
    catalog = dashboard.app.get(LaunchCatalog);
  });
  afterAll(async () => {
    await dashboard.stop();
    await dynamodb.stop();
  });

  it('is what it lists, under any filter', async () => {
    const { launches: all } = await catalog.read('spacex', NO_FILTER);
    expect(all).toHaveLength(205);
    const check = async (filter: typeof NO_FILTER): Promise<void> => {
      const listed = await catalog.read('spacex', filter);
      expect(listed.launches).toEqual(all.filter(matcher(filter)));
      const { tallies, ...counted } = await catalog.count('spacex', filter);
      expect(finished(tallies)).toEqual(naiveStatistics(plain(listed.launches)));
      expect({ ...counted, launches: listed.launches }).toEqual(listed);
    };
    await fc.assert(fc.asyncProperty(filters, check), { numRuns: 150 });
    await check(NO_FILTER);
  });

  it('changes with the launches of a year', async () => {
    const total = async (filter: Partial<typeof NO_FILTER> = {}) =>
      statusOf((await catalog.count('spacex', { ...NO_FILTER, ...filter })).tallies).total;
    const failed = { statuses: ['failed' as const] };
    const before = [await total(), await total(failed)] as const;
    const [other] = launches.filter(({ launch_status }) => launch_status === 'failed');
    await storeLaunches(table(), [launch({ ...other!, id: 'another' })]);
    expect([await total(), await total(failed)]).toEqual(before);
    await dashboard.refresh();
    expect([await total(), await total(failed)]).toEqual([before[0] + 1, before[1] + 1]);
  });

  it('is counted once while nothing changes, though the year is read again', async () => {
    await dashboard.refresh();
    const year = { ...NO_FILTER, from: '2018-01-01', to: '2018-12-31' };
    const { launches: first } = await catalog.read('spacex', year);
    await storeLaunches(table(), [launches.find(({ id }) => id === first[0]!.id)!]);
    const queries = dashboard.tableCalls('Query');
    await dashboard.refresh();
    expect(dashboard.tableCalls('Query')).toBeGreaterThan(queries);
    const { launches: second } = await catalog.read('spacex', year);
    expect(second[0]).toBe(first[0]);
  });
});
