import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Application } from 'express';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { ask, openConnection, parseAnswer, untilClosed } from '../../helpers/raw-http.ts';
import type { RawAnswer } from '../../helpers/raw-http.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

/** What every answer there is must have. */
const STRICT: Readonly<Record<string, RegExp>> = {
  'content-security-policy':
    /^default-src 'none';script-src 'self';style-src 'self'( 'sha256-[^']+')*;.*frame-ancestors 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^(same|cross)-origin$/,
  'x-request-id': /^[\w.:-]{1,64}$/,
};
/** What no answer may have: what it runs on, or an order to other connections than this one. */
const NEVER = ['x-powered-by', 'server', 'strict-transport-security'];

/** Parameters of paths, as something that is there. */
const VALUES: Readonly<Record<string, string>> = {
  id: 'a',
  name: 'main.js',
};

interface Layer {
  route?: { path: string; methods: Readonly<Record<string, boolean>> };
}

let dynamodb: TestDynamoDB;
let relay: TableRelay;
let tableName: string;
let dashboard: TestDashboard;
beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  tableName = await dynamodb.createTable();
  await storeLaunches({ client: dynamodb.client, tableName }, [launch({ id: 'a' })]);
  relay = await startTableRelay(dynamodb.endpoint);
  dashboard = await startDashboard(relay.endpoint, tableName, { TRUSTED_PROXIES: '1' });
});
afterAll(async () => {
  await dashboard.stop();
  await relay.stop();
  await dynamodb.stop();
});

/** Every route that the running app has, by method and path. */
const routes = (): { method: string; path: string }[] => {
  const app = dashboard.app.getHttpAdapter().getInstance() as Application;
  const layers = app.router.stack as unknown as Layer[];
  return layers.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods).map((method) => ({
          method: method.toUpperCase(),
          path: route.path.replace(/:(\w+)/g, (_, name: string) => VALUES[name] ?? 'x'),
        })),
  );
};

const lacking = ({ headers }: RawAnswer): string[] =>
  Object.entries(STRICT)
    .filter(([name, pattern]) => !pattern.test(String(headers[name] ?? '')))
    .map(([name]) => `${name}: ${headers[name]}`);

const expectStrict = (what: string, answer: RawAnswer): void => {
  expect([what, lacking(answer)]).toEqual([what, []]);
  expect([what, NEVER.filter((name) => name in answer.headers)]).toEqual([what, []]);
};

describe('the security headers', () => {
  it('are on every route of the app, for programs and for people', async () => {
    const found = routes();
    expect(found.length).toBeGreaterThan(25);
    expect(found.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/', '/launches', '/health', '/docs', '/api/v1/launches.csv']),
    );
    for (const { method, path } of found) {
      for (const accept of ['application/json', 'text/html']) {
        const answer = await ask(`${dashboard.url}${path}`, { method, headers: { accept } });
        expect([path, answer.status < 500]).toEqual([path, true]);
        expectStrict(`${method} ${path}`, answer);
      }
    }
  });

  it('are on files of pages', async () => {
    const html = await (await dashboard.get('/')).text();
    const links = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const answer = await ask(`${dashboard.url}${link}`);
      expect([link, answer.status]).toEqual([link, 200]);
      expectStrict(link, answer);
    }
  });

  it.each<[number, string, NonNullable<Parameters<typeof ask>[1]>]>([
    [400, '/api/v1/launches?nope=1', {}],
    [400, '/api/v1/launches?q=%ff', {}],
    [400, '/launches/%ff', {}],
    [404, '/nope', {}],
    [404, '/api/v1/nope', {}],
    [404, '/assets/nope.js', {}],
    [405, '/api/v1/launches', { method: 'POST' }],
    [405, '/', { method: 'DELETE' }],
    [204, '/api/v1/launches', { method: 'OPTIONS' }],
    [
      413,
      '/api/v1/ingestions',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': '99999' },
      },
    ],
    [414, `/?q=${'x'.repeat(15_400)}`, {}],
    [431, '/', { headers: { cookie: 'x'.repeat(20_000) } }],
  ])('are on a %d of %.40s', async (status, path, options) => {
    for (const accept of ['application/json', 'text/html']) {
      const headers = { accept, ...options.headers };
      const answer = await ask(`${dashboard.url}${path}`, { ...options, headers });
      expect(answer.status).toBe(status);
      expectStrict(path, answer);
    }
  });

  it('are on an answer to what is not HTTP', async () => {
    const socket = await openConnection(dashboard.url);
    socket.write('hello\r\n\r\n');
    const answer = parseAnswer(await untilClosed(socket));
    expect(answer.status).toBe(400);
    expectStrict('not HTTP', answer);
  });

  it('are on a 429', async () => {
    const limited = await startDashboard(dynamodb.endpoint, await dynamodb.createTable(), {
      RATE_LIMIT_PER_MINUTE: '1',
    });
    await limited.get('/docs');
    for (const path of ['/api/v1/launches', '/launches', '/docs', '/nope']) {
      const answer = await ask(`${limited.url}${path}`, { headers: { accept: 'text/html' } });
      expect([path, answer.status]).toEqual([path, 429]);
      expectStrict(path, answer);
    }
    await limited.stop();
  });

  it('are on a 503', async () => {
    relay.set('refusing');
    const blind = await startDashboard(relay.endpoint, tableName);
    for (const path of ['/readiness', '/health/detailed', '/', '/api/v1/launches.csv']) {
      const answer = await ask(`${blind.url}${path}`, { headers: { accept: 'text/html' } });
      expect([path, answer.status]).toEqual([path, 503]);
      expectStrict(path, answer);
    }
    await blind.stop();
    relay.set('open');
  });
});

describe('the order to come by HTTPS alone', () => {
  const hsts = async (url: string, proto?: string) =>
    (
      await ask(`${url}/nope`, {
        headers: proto === undefined ? {} : { 'x-forwarded-proto': proto },
      })
    ).headers['strict-transport-security'];

  it('goes to who came by HTTPS, as a trusted proxy says', async () => {
    expect(await hsts(dashboard.url, 'https')).toBe('max-age=63072000; includeSubDomains');
    expect(await hsts(dashboard.url, 'http')).toBeUndefined();
    expect(await hsts(dashboard.url)).toBeUndefined();
  });

  it('does not follow from what anybody else says', async () => {
    const open = await startDashboard(dynamodb.endpoint, await dynamodb.createTable());
    expect(await hsts(open.url, 'https')).toBeUndefined();
    await open.stop();
  });

  it('goes to everybody where the configuration says so, even with what is not HTTP', async () => {
    const secure = await startDashboard(dynamodb.endpoint, await dynamodb.createTable(), {
      BEHIND_TLS: 'true',
    });
    expect(await hsts(secure.url)).toMatch(/^max-age=/);
    const socket = await openConnection(secure.url);
    socket.write('hello\r\n\r\n');
    const { headers } = parseAnswer(await untilClosed(socket));
    expect(headers['strict-transport-security']).toMatch(/^max-age=/);
    await secure.stop();
  });
});
