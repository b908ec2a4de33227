import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';

const API = '/api/v1/statistics/status';
const BROWSER = { accept: 'text/html' };

let dynamodb: TestDynamoDB;
let tableName: string;
let dashboard: TestDashboard;
beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  tableName = await dynamodb.createTable();
  await storeLaunches({ client: dynamodb.client, tableName }, [launch()]);
});
afterEach(() => dashboard.stop());
afterAll(() => dynamodb.stop());

const start = async (variables: Record<string, string>): Promise<void> => {
  dashboard = await startDashboard(dynamodb.endpoint, tableName, variables);
};

const statusesFrom = async (forwardedFor: string, times: number): Promise<number[]> => {
  const statuses: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const headers = { 'X-Forwarded-For': forwardedFor };
    statuses.push((await dashboard.get(API, { headers })).status);
  }
  return statuses;
};

describe('a client that asks too often', () => {
  it('is told how much is left, then when to come back, as a problem', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '3' });
    const answers = [1, 2, 3, 4].map(() => dashboard.get(API));
    const [first, , , last] = [
      await answers[0]!,
      await answers[1],
      await answers[2],
      await answers[3]!,
    ];
    const left = (response: Response) => response.headers.get('ratelimit');
    expect(left(first!)).toMatch(/^"client"; r=\d; t=\d+$/);
    expect(first!.headers.get('ratelimit-policy')).toMatch(/^"client"; q=3; w=60/);
    const refused = last!.status === 429 ? last! : await dashboard.get(API);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(await refused.json()).toEqual({
      type: 'about:blank',
      title: 'Too Many Requests',
      status: 429,
      detail: 'Too many requests; try again later.',
      request_id: refused.headers.get('x-request-id'),
    });
  });

  it('is shown a page where it asked for one', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '1' });
    expect((await dashboard.get('/', { headers: BROWSER })).status).toBe(200);
    const refused = await dashboard.get('/launches', { headers: BROWSER });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([
      429,
      'text/html; charset=utf-8',
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const html = await refused.text();
    expect(html).toContain('<h1>Too many requests</h1>');
    expect(html).toContain(`Reference: ${refused.headers.get('x-request-id')}`);
  });

  it('still gets the files of pages, and balancers their probes', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '1' });
    const html = await (await dashboard.get('/')).text();
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(html)![1]!;
    expect((await dashboard.get('/')).status).toBe(429);
    for (const path of [
      style,
      '/favicon.svg',
      '/robots.txt',
      '/health',
      '/liveness',
      '/readiness',
    ]) {
      const response = await dashboard.get(path);
      expect([path, response.status, response.headers.get('ratelimit')]).toEqual([path, 200, null]);
    }
  });

  it('is counted for what only looks like a file or a probe', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '1' });
    await dashboard.get('/');
    for (const path of ['/assets/none.css', '/assets/', '/health/detailed', '/health/x']) {
      expect([path, (await dashboard.get(path)).status]).toEqual([path, 429]);
    }
    expect((await dashboard.get('/health', { method: 'POST' })).status).toBe(429);
  });

  it('is not limited where the limit is 0', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '0' });
    const answers = await Promise.all(Array.from({ length: 700 }, () => dashboard.get(API)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('who the client is', () => {
  it('is not what it says of itself without a proxy', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '2' });
    expect([
      ...(await statusesFrom('198.51.100.1', 1)),
      ...(await statusesFrom('198.51.100.2', 1)),
      ...(await statusesFrom('198.51.100.3', 1)),
    ]).toEqual([200, 200, 429]);
  });

  it('is what the one trusted proxy saw, not what stands before it', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '2', TRUSTED_PROXIES: '1' });
    expect([
      ...(await statusesFrom('203.0.113.1, 198.51.100.1', 1)),
      ...(await statusesFrom('203.0.113.2, 198.51.100.1', 1)),
      ...(await statusesFrom('203.0.113.3, 198.51.100.1', 1)),
      ...(await statusesFrom('203.0.113.1, 198.51.100.2', 1)),
    ]).toEqual([200, 200, 429, 200]);
  });

  it('is a whole network of IPv6, since one machine has so many addresses', async () => {
    await start({ RATE_LIMIT_PER_MINUTE: '2', TRUSTED_PROXIES: '1' });
    expect([
      ...(await statusesFrom('2001:db8:0:a::1', 1)),
      ...(await statusesFrom('2001:db8:0:b::2', 1)),
      ...(await statusesFrom('2001:db8:0:c::3', 1)),
      ...(await statusesFrom('2001:db8:0:100::1', 1)),
    ]).toEqual([200, 200, 429, 200]);
  });
});
