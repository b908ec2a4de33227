import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';

const KNOWN = [
  '/api/v1/launches',
  '/api/v1/launches/next',
  '/api/v1/launches/latest',
  '/api/v1/launches/coming',
  '/api/v1/launches.csv',
  '/api/v1/launches.ndjson',
  '/api/v1/launches.ics',
  '/api/v1/statistics/monthly',
  '/api/v1/statistics/launchpads',
  '/api/v1/statistics/rockets',
  '/api/v1/statistics/timeline',
  '/api/v1/statistics/status',
  '/api/v1/statistics/boosters',
  '/api/v1/statistics/summary',
  '/health',
  '/liveness',
  '/readiness',
  '/health/detailed',
  '/docs-json',
];
const DATA = KNOWN.filter((path) => path.startsWith('/api/'));
const SUMMARY = '/api/v1/statistics/summary';

interface Raw {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

describe('HTTP', () => {
  let dynamodb: TestDynamoDB;
  let dashboard: TestDashboard;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    const tableName = await dynamodb.createTable();
    const launches = Array.from({ length: 40 }, (_, index) =>
      launch({ id: `flown-${index}`, launch_date: `2017-06-${10 + (index % 20)}T19:10:00.000Z` }),
    );
    const coming = launch({
      id: 'coming',
      launch_date: '2099-01-01T00:00:00.000Z',
      launch_status: 'upcoming',
    });
    await storeLaunches({ client: dynamodb.client, tableName }, [...launches, coming]);
    dashboard = await startDashboard(dynamodb.endpoint, tableName);
  });
  afterAll(async () => {
    await dashboard.stop();
    await dynamodb.stop();
  });

  /** What is on the wire; fetch would decompress it. */
  const raw = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> =>
    new Promise((resolve, reject) => {
      request(`${dashboard.url}${path}`, { method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers as Record<string, string>,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .once('error', reject)
        .end();
    });

  describe.each(KNOWN)('%s', (path) => {
    it('answers HEAD as GET, without a body', async () => {
      const [get, head] = [await raw(path), await raw(path, {}, 'HEAD')];
      expect([get.status, head.status, head.body.length]).toEqual([200, 200, 0]);
      for (const name of ['content-type', 'cache-control', 'access-control-allow-origin']) {
        expect(head.headers[name]).toBe(get.headers[name]);
      }
      if (!path.startsWith('/readiness') && !path.endsWith('/detailed')) {
        expect(head.headers.etag).toBe(get.headers.etag);
      }
    });

    it('says how long it may be kept, and names no framework', async () => {
      const { headers } = await raw(path);
      expect(headers['cache-control']).toMatch(/^(public, max-age=\d+|no-store)$/);
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers.server).toBeUndefined();
      expect(headers['x-content-type-options']).toBe('nosniff');
    });

    it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])(
      'answers %s with 405 and what is allowed',
      async (method) => {
        const { status, headers, body } = await raw(path, {}, method);
        expect(status).toBe(405);
        expect(headers.allow).toBe('GET, HEAD, OPTIONS');
        expect(headers['content-type']).toContain('application/problem+json');
        expect(JSON.parse(body.toString())).toMatchObject({ status: 405 });
      },
    );

    it('answers OPTIONS with 204', async () => {
      const { status, headers, body } = await raw(path, {}, 'OPTIONS');
      expect([status, body.length, headers.allow]).toEqual([204, 0, 'GET, HEAD, OPTIONS']);
    });
  });

  describe.each(DATA)('%s', (path) => {
    it('has a strong tag, and is not sent again to who has it', async () => {
      const { headers } = await raw(path);
      expect(headers.etag).toMatch(/^"[\w-]+"$/);
      for (const held of [headers.etag!, `"other", ${headers.etag}`, '*', `W/${headers.etag}`]) {
        const again = await raw(path, { 'If-None-Match': held });
        expect([again.status, again.body.length, again.headers.etag]).toEqual([
          304,
          0,
          headers.etag,
        ]);
        expect(again.headers['cache-control']).toBe(headers['cache-control']);
      }
      expect((await raw(path, { 'If-None-Match': '"other"' })).status).toBe(200);
      const head = await raw(path, { 'If-None-Match': headers.etag! }, 'HEAD');
      expect(head.status).toBe(304);
    });

    it('may be read by scripts of other sites', async () => {
      const { headers } = await raw(path, { Origin: 'https://example.com' });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-expose-headers']).toContain('ETag');
    });
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('is compressed with %s, under a tag of its own', async (coding, decompress) => {
    const plain = await raw(SUMMARY);
    const packed = await raw(SUMMARY, { 'Accept-Encoding': coding });
    expect(packed.headers['content-encoding']).toBe(coding);
    expect(decompress(packed.body)).toEqual(plain.body);
    expect(packed.headers.etag).toBe(`${plain.headers.etag!.slice(0, -1)}-${coding}"`);
    const again = await raw(SUMMARY, {
      'Accept-Encoding': coding,
      'If-None-Match': packed.headers.etag!,
    });
    expect([again.status, again.headers.etag]).toEqual([304, packed.headers.etag]);
    expect([plain, packed, again].map(({ headers }) => headers.vary)).toEqual(
      Array(3).fill('Accept-Encoding'),
    );
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, br;q=0.1', 'gzip'],
    ['*, br;q=0', 'gzip'],
    ['deflate', 'deflate'],
    ['zstd', undefined],
    ['identity', undefined],
    ['gzip;q=0, br;q=0', undefined],
  ])('for %j is compressed with %s', async (accepted, coding) => {
    const { status, headers, body } = await raw(SUMMARY, { 'Accept-Encoding': accepted });
    expect([status, headers['content-encoding']]).toEqual([200, coding]);
    expect(headers['content-length']).toBe(String(body.length));
  });

  it('is not compressed where that is not worth it, or nothing is sent', async () => {
    const accepted = { 'Accept-Encoding': 'br' };
    const short = await raw('/api/v1/statistics/status', accepted);
    expect(short.headers['content-encoding']).toBeUndefined();
    const head = await raw(SUMMARY, accepted, 'HEAD');
    expect([head.headers['content-encoding'], head.body.length]).toEqual([undefined, 0]);
  });

  it('answers the same bytes under the same tag', async () => {
    const [one, two] = [await raw(SUMMARY), await raw(SUMMARY)];
    expect(one.body).toEqual(two.body);
    expect(one.headers.etag).toBe(two.headers.etag);
    expect((await raw(`${SUMMARY}?to=2017-06-15`)).headers.etag).not.toBe(one.headers.etag);
  });

  it.each(['GET', 'POST', 'OPTIONS', 'HEAD'])('answers %s on no path with 404', async (method) => {
    for (const path of ['/api', '/api/v1', '/api/v2/launches', '/api/v1/launches/a/b']) {
      const { status, headers } = await raw(path, {}, method);
      expect(status).toBe(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('allows styles by hash and scripts of its own alone', async () => {
    const policy = (await raw('/docs')).headers['content-security-policy']!;
    expect(policy).toMatch(/^default-src 'none';script-src 'self';style-src 'self' 'sha256-/);
    expect(policy).not.toMatch(/unsafe|nonce|upgrade-insecure/);
    for (const directive of ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(directive);
    }
  });

  it('gives a request the id it came with, if that is one', async () => {
    const id = async (given?: string) =>
      (await raw('/health', given === undefined ? {} : { 'X-Request-Id': given })).headers[
        'x-request-id'
      ];
    expect(await id('abc-123')).toBe('abc-123');
    expect(await id()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await id('<script>')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await id('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('reads no body', async () => {
    const response = await dashboard.get('/api/v1/launches', {
      method: 'POST',
      body: '{"broken',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(response.status).toBe(405);
  });

  it('answers a URL beyond all measure with a 4xx', async () => {
    expect((await raw(`/api/v1/launches?q=${'x'.repeat(20_000)}`)).status).toBe(431);
  });
});
