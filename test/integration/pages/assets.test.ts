import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';

let dynamodb: TestDynamoDB;
let dashboard: TestDashboard;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  dashboard = await startDashboard(dynamodb.endpoint, await dynamodb.createTable());
});

afterAll(async () => {
  await dashboard.stop();
  await dynamodb.stop();
});

const linked = async (pattern: RegExp): Promise<Response> => {
  const html = await (await dashboard.get('/')).text();
  return dashboard.get(pattern.exec(html)?.[0] ?? '/none');
};

describe('the files of the pages', () => {
  it('with a hash in their name can be kept for ever', async () => {
    for (const [pattern, type] of [
      [/\/assets\/main-[\w-]+\.css/, 'text/css; charset=utf-8'],
      [/\/assets\/main-[\w-]+\.js/, 'text/javascript; charset=utf-8'],
    ] as const) {
      const response = await linked(pattern);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('etag')).toMatch(/^"/);
    }
  });

  it('are all there is under their path', async () => {
    for (const path of [
      '/assets/manifest.json',
      '/assets/none.js',
      '/assets/..%2fcsp.json',
      '/assets/',
    ]) {
      expect([path, (await dashboard.get(path)).status]).toEqual([path, 404]);
    }
  });

  it('include an icon and rules for robots', async () => {
    const icon = await dashboard.get('/favicon.svg');
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    const robots = await dashboard.get('/robots.txt');
    expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await robots.text()).toContain('Disallow: /preferences');
  });

  it('belong to a page that is whole before anything was read', async () => {
    const html = await (await dashboard.get('/')).text();
    expect(html).toContain('No launches have been read from this source yet.');
    expect(html).toContain('<p class="data-age">No flown launches yet</p>');
  });
});
