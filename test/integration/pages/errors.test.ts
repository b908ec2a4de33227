import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const INNARDS = /\bat \w+ \(|node_modules|ECONN|dynamo|stack/i;

let dynamodb: TestDynamoDB;
let relay: TableRelay;
let dashboard: TestDashboard;
let tableName: string;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  tableName = await dynamodb.createTable();
  await storeLaunches({ client: dynamodb.client, tableName }, [launch()]);
});

afterAll(() => dynamodb.stop());

beforeEach(async () => {
  relay = await startTableRelay(dynamodb.endpoint);
});

afterEach(async () => {
  await dashboard.stop();
  await relay.stop();
});

const pageAt = async (
  path: string,
  status: number,
  headers: Record<string, string> = {},
): Promise<string> => {
  const response = await dashboard.get(path, { headers: { ...BROWSER, ...headers } });
  expect([path, response.status]).toEqual([path, status]);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  expect(html).not.toMatch(INNARDS);
  expect(html).toContain('<header class="site-header">');
  return html;
};

describe('an error', () => {
  it('is a page for people and a problem for programs', async () => {
    dashboard = await startDashboard(relay.endpoint, tableName);
    expect(await pageAt('/launches/42?x=<b>', 404)).toContain('<h1>Page not found</h1>');
    expect(await pageAt('/nope', 404, { cookie: 'language=es; theme=dark' })).toMatch(
      /<html lang="es" data-theme="dark">.*<h1>Página no encontrada<\/h1>/s,
    );
    const problem = await dashboard.get('/nope', { headers: { accept: 'application/json' } });
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
    const api = await dashboard.get('/api/v1/nope', { headers: BROWSER });
    expect(api.headers.get('content-type')).toContain('application/problem+json');
  });

  it('of the table is a page that says so, and goes away with it', async () => {
    relay.set('refusing');
    dashboard = await startDashboard(relay.endpoint, tableName);
    const html = await pageAt('/?source=launch-library', 503);
    expect(html).toContain('<h1>Data not available</h1>');
    expect(html).toContain('href="/?source&#x3D;launch-library">Try again</a>');
    relay.set('open');
    await dashboard.refresh();
    expect((await dashboard.get('/')).status).toBe(200);
  });

  it('of the table after it answered leaves the data, marked as saved', async () => {
    dashboard = await startDashboard(relay.endpoint, tableName, { AS_OF: '2026-01-01' });
    expect((await dashboard.get('/')).headers.get('cache-control')).toBe('public, max-age=15');
    relay.set('refusing');
    await dashboard.refresh();
    const response = await dashboard.get('/');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const html = (await response.text()).replaceAll('\u00a0', ' ');
    // The switch of the time zone rewrites it like any other time.
    expect(html).toMatch(
      /You are seeing data read at <time [^>]*data-format="clock-zone">01:00 UTC<\/time>\. Trying/,
    );
    expect(html).toContain('<time datetime="2017-06">June 2017</time></a></th><td>1</td>');
  });
});
