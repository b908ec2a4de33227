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
import { setTimeout as sleep } from 'node:timers/promises';
import { FreshnessInterceptor } from '../../../dashboard-api/http/freshness.interceptor.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

const DATA = [
  '/api/v1/launches',
  '/api/v1/launches/next',
  '/api/v1/launches/latest',
  '/api/v1/launches/a',
  '/api/v1/launches.csv',
  '/api/v1/launches.ndjson',
  '/api/v1/launches.ics',
  '/api/v1/statistics/monthly',
  '/api/v1/statistics/summary',
  '/api/v1/sources',
];

describe('a table that is gone', () => {
  let dynamodb: TestDynamoDB;
  let relay: TableRelay;
  let tableName: string;
  let dashboard: TestDashboard;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    tableName = await dynamodb.createTable();
    await storeLaunches({ client: dynamodb.client, tableName }, [
      launch({ id: 'a' }),
      launch({ id: 'b', launch_date: '2018-02-06T20:45:00.000Z' }),
    ]);
  });
  afterAll(() => dynamodb.stop());
  beforeEach(async () => {
    relay = await startTableRelay(dynamodb.endpoint);
  });
  afterEach(async () => {
    await dashboard.stop();
    await relay.stop();
  });

  const timed = async (path: string): Promise<{ response: Response; millis: number }> => {
    const before = performance.now();
    const response = await dashboard.get(path);
    return { response, millis: performance.now() - before };
  };

  it.each(['refusing', 'hanging'] as const)(
    '%s before any data: 503, soon, then at once',
    async (mode) => {
      relay.set(mode);
      dashboard = await startDashboard(relay.endpoint, tableName);
      const first = await timed('/api/v1/statistics/status');
      expect(first.response.status).toBe(503);
      expect(first.millis).toBeLessThan(4000);
      for (const path of DATA) {
        const { response, millis } = await timed(path);
        expect(response.status).toBe(503);
        expect(millis).toBeLessThan(1000);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(response.headers.get('retry-after')).not.toBeNull();
        const problem = (await response.json()) as Record<string, unknown>;
        expect(problem).toMatchObject({ status: 503, title: 'Service Unavailable' });
        expect(JSON.stringify(problem)).not.toMatch(/ECONN|127\.0\.0\.1|Error|dynamo/i);
      }
      expect((await dashboard.get('/api/v1/statistics/status?from=x')).status).toBe(400);
    },
  );

  it('leaves the last good data, marked, and comes back by itself', async () => {
    dashboard = await startDashboard(relay.endpoint, tableName);
    const good = await dashboard.get('/api/v1/statistics/summary');
    const list = await dashboard.get('/api/v1/launches');
    const items = await list.json();
    expect([good.headers.get('x-data-stale'), list.headers.get('x-data-stale')]).toEqual([
      'false',
      'false',
    ]);

    relay.set('refusing');
    await dashboard.refresh();
    const stale = await dashboard.get('/api/v1/statistics/summary');
    expect(stale.status).toBe(200);
    expect(await stale.json()).toEqual({ ...((await good.json()) as object), stale: true });
    expect(stale.headers.get('cache-control')).toBe('no-store');
    expect(stale.headers.get('etag')).not.toBe(good.headers.get('etag'));
    const staleList = await dashboard.get('/api/v1/launches');
    expect(await staleList.json()).toEqual(items);
    expect(staleList.headers.get('x-data-stale')).toBe('true');
    expect((await dashboard.get('/api/v1/launches/a')).status).toBe(503);

    relay.set('open');
    let recovered = stale;
    for (
      let tries = 0;
      tries < 50 && recovered.headers.get('x-data-stale') !== 'false';
      tries += 1
    ) {
      await sleep(100);
      recovered = await dashboard.get('/api/v1/statistics/summary');
    }
    expect(recovered.headers.get('x-data-stale')).toBe('false');
    expect(recovered.headers.get('etag')).toBe(good.headers.get('etag'));
    expect((await dashboard.get('/api/v1/launches/a')).status).toBe(200);
  });

  it('works once on what many ask for while it is gone', async () => {
    dashboard = await startDashboard(relay.endpoint, tableName);
    const ask = async () => {
      const { status, headers } = await dashboard.get('/api/v1/statistics/summary');
      return [status, headers.get('x-data-stale'), headers.get('cache-control')];
    };
    const fresh = await ask();
    relay.set('refusing');
    await dashboard.refresh();
    const works = jest.spyOn(FreshnessInterceptor.prototype, 'intercept');
    const stale = [await ask(), await ask(), await ask()];
    expect(stale).toEqual(Array.from({ length: 3 }, () => [200, 'true', 'no-store']));
    expect(works).toHaveBeenCalledTimes(1);
    works.mockRestore();
    relay.set('open');
    await dashboard.refresh();
    expect(await ask()).toEqual(fresh);
  });

  it('does not leave half of an answer: a year never read is a 503', async () => {
    dashboard = await startDashboard(relay.endpoint, tableName);
    expect((await dashboard.get('/api/v1/statistics/status?to=2017-12-31')).status).toBe(200);
    relay.set('refusing');
    expect((await dashboard.get('/api/v1/statistics/status')).status).toBe(503);
    const held = await dashboard.get('/api/v1/statistics/status?to=2017-12-31');
    expect([held.status, held.headers.get('x-data-stale')]).toEqual([200, 'true']);
  });

  it('shows in readiness alone', async () => {
    dashboard = await startDashboard(relay.endpoint, tableName);
    for (const [path, status] of [
      ['/readiness', 'ok'],
      // What is stored was read long ago.
      ['/health/detailed', 'degraded'],
    ] as const) {
      const response = await dashboard.get(path);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ status, details: { table: { status: 'up' } } });
    }
    relay.set('hanging');
    for (const path of ['/readiness', '/health/detailed']) {
      const { response, millis } = await timed(path);
      expect(response.status).toBe(503);
      expect(millis).toBeLessThan(4000);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    for (const path of ['/health', '/liveness']) {
      const answers = [await timed(path), await timed(path), await timed(path)];
      for (const { response } of answers) expect(await response.json()).toEqual({ status: 'ok' });
      expect(Math.min(...answers.map(({ millis }) => millis))).toBeLessThan(100);
    }
  });
});
