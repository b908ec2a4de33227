import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

const HOUR_MS = 3_600_000;

interface Health {
  status: number | string;
  health?: string;
  details: Record<string, { status: string; [told: string]: unknown }>;
}

let dynamodb: TestDynamoDB;
let relay: TableRelay;
let dashboard: TestDashboard;
let tableName: string;
beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
});
afterAll(() => dynamodb.stop());
beforeEach(async () => {
  tableName = await dynamodb.createTable();
  relay = await startTableRelay(dynamodb.endpoint);
});
afterEach(async () => {
  await dashboard.stop();
  await relay.stop();
});

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** Stores a launch of a source that was last read so long ago. */
const store = async (source: 'spacex' | 'launch-library', hours: number): Promise<void> => {
  const state = { last_success_at: hoursAgo(hours) };
  await storeLaunches(
    { client: dynamodb.client, tableName },
    [launch({ id: source, source })],
    state,
  );
};

const report = async (): Promise<{ code: number; body: Health }> => {
  const response = await dashboard.get('/health/detailed');
  return { code: response.status, body: (await response.json()) as Health };
};

const statuses = ({ details }: Health): Record<string, string> =>
  Object.fromEntries(Object.entries(details).map(([part, { status }]) => [part, status]));

describe('the health of each part', () => {
  it('is ok when all of them are', async () => {
    await store('spacex', 1);
    await store('launch-library', 23);
    dashboard = await startDashboard(relay.endpoint, tableName);
    const { code, body } = await report();
    expect([code, body.status]).toEqual([200, 'ok']);
    expect(body.details).toEqual({
      table: { status: 'up', responseTime: expect.any(Number) },
      'source:launch-library': {
        status: 'up',
        as_of: expect.stringMatching(/Z$/),
        age_seconds: expect.any(Number),
      },
      'source:spacex': expect.objectContaining({ status: 'up' }),
      process: {
        status: 'up',
        heap_used_bytes: expect.any(Number),
        heap_limit_bytes: expect.any(Number),
        event_loop_delay_ms: expect.any(Number),
        uptime_seconds: expect.any(Number),
      },
    });
    const { age_seconds } = body.details['source:launch-library']!;
    expect(Math.abs(Number(age_seconds) - 23 * 3600)).toBeLessThan(60);
  });

  it('is degraded by data that is a day old, and by data that never came', async () => {
    await store('launch-library', 25);
    dashboard = await startDashboard(relay.endpoint, tableName);
    const { code, body } = await report();
    expect([code, body.status]).toEqual([200, 'degraded']);
    expect(statuses(body)).toEqual({
      table: 'up',
      'source:launch-library': 'degraded',
      'source:spacex': 'degraded',
      process: 'up',
    });
    expect(body.details['source:spacex']).toMatchObject({ as_of: null, age_seconds: null });
    expect((await dashboard.get('/readiness')).status).toBe(200);
  });

  it('is that of the worst, and the others can still be seen', async () => {
    await store('spacex', 1);
    await store('launch-library', 25);
    dashboard = await startDashboard(relay.endpoint, tableName);
    expect((await report()).body.status).toBe('degraded');
    relay.set('refusing');
    const response = await dashboard.get('/health/detailed');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const body = (await response.json()) as Health;
    expect(body).toMatchObject({
      type: 'about:blank',
      status: 503,
      health: 'unhealthy',
      request_id: response.headers.get('x-request-id'),
    });
    expect(statuses(body)).toEqual({
      table: 'down',
      'source:launch-library': 'degraded',
      'source:spacex': 'up',
      process: 'up',
    });
    expect(JSON.stringify(body)).not.toMatch(/ECONN|127\.0\.0\.1|\bat \w+ \(/);
  });
});

describe('probes that come at once', () => {
  it('share one read of the table', async () => {
    dashboard = await startDashboard(relay.endpoint, tableName);
    await dashboard.get('/readiness');
    const before = dashboard.tableCalls('GetItem');
    const probes = await Promise.all(
      Array.from({ length: 200 }, () => dashboard.get('/readiness')),
    );
    expect(new Set(probes.map(({ status }) => status))).toEqual(new Set([200]));
    expect(dashboard.tableCalls('GetItem') - before).toBeLessThan(200);
  });
});

describe('the circuit to the table', () => {
  it('opens when the table hangs, so that probes stop waiting, and closes when it is back', async () => {
    await store('launch-library', 1);
    dashboard = await startDashboard(relay.endpoint, tableName);
    expect((await dashboard.get('/readiness')).status).toBe(200);
    relay.set('hanging');
    await dashboard.refresh();
    const before = dashboard.tableCalls('GetItem');
    const probes = await Promise.all(Array.from({ length: 20 }, () => dashboard.get('/readiness')));
    expect(probes.map(({ status }) => status)).toEqual(probes.map(() => 503));
    // All of them but the one that tries the table again.
    expect(dashboard.tableCalls('GetItem') - before).toBeLessThan(10);
    relay.set('open');
    let status = 503;
    for (let tries = 0; tries < 60 && status !== 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      ({ status } = await dashboard.get('/readiness'));
    }
    expect(status).toBe(200);
  });
});
