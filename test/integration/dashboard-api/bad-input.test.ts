import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FieldErrorDto } from '../../../dashboard-api/http/problem.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';

const STATISTICS = [
  'monthly',
  'launchpads',
  'rockets',
  'timeline',
  'status',
  'boosters',
  'summary',
];
const FILTERED = [
  '/launches',
  '/launches.csv',
  '/launches.ndjson',
  '/launches.ics',
  ...STATISTICS.map((name) => `/statistics/${name}`),
];

describe('bad input', () => {
  let dynamodb: TestDynamoDB;
  let dashboard: TestDashboard;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    const tableName = await dynamodb.createTable();
    await storeLaunches({ client: dynamodb.client, tableName }, [
      launch({ id: 'a' }),
      launch({ id: 'b' }),
    ]);
    dashboard = await startDashboard(dynamodb.endpoint, tableName);
  });
  afterAll(async () => {
    await dashboard.stop();
    await dynamodb.stop();
  });

  const wrongFields = async (path: string): Promise<string[]> => {
    const response = await dashboard.get(`/api/v1${path}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const problem = (await response.json()) as { status: number; errors: FieldErrorDto[] };
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
    expect(problem.errors.every(({ message }) => message.length > 0)).toBe(true);
    return problem.errors.map(({ field }) => field);
  };

  describe.each(FILTERED)('%s', (path) => {
    it.each([
      ['from=yesterday', 'from'],
      ['from=2017-02-30', 'from'],
      ['from=2017-06-01T00:00:00Z', 'from'],
      ['from=', 'from'],
      ['to=2017-13-01', 'to'],
      ['from=2017-06-02&to=2017-06-01', 'from'],
      ['from=2017-06-01&from=2017-06-01', 'from'],
      ['source=esa', 'source'],
      ['source=', 'source'],
      ['source=spacex&source=spacex', 'source'],
      ['status=exploded', 'status'],
      ['status=', 'status'],
      ['status=success&status=', 'status'],
      ['status[]=success', 'status[]'],
      ['status[x]=success', 'status[x]'],
      ['launchpad=', 'launchpad'],
      [`launchpad=${'x'.repeat(301)}`, 'launchpad'],
      [`rocket=ok&rocket=${'x'.repeat(301)}`, 'rocket'],
      ['q=', 'q'],
      [`q=${'x'.repeat(101)}`, 'q'],
      ['q=a&q=b', 'q'],
      ['utm_source=mail', 'utm_source'],
      ['=1', ''],
      ['FROM=2017-01-01', 'FROM'],
      ['__proto__=1', '__proto__'],
      ['constructor=1', 'constructor'],
      ['toString', 'toString'],
      ['from=%E0%A4%A', 'from'],
    ])('names what is wrong with ?%.60s', async (query, field) => {
      expect(await wrongFields(`${path}?${query}`)).toEqual([field]);
    });
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=%2050', 'limit'],
    ['limit=abc', 'limit'],
    ['limit=', 'limit'],
    ['limit=5&limit=5', 'limit'],
    ['order=newest', 'order'],
    ['order=asc&order=asc', 'order'],
    ['cursor=', 'cursor'],
    ['cursor=!!', 'cursor'],
    ['cursor=abc', 'cursor'],
    ['cursor=bnVsbA', 'cursor'],
    ['cursor=a&cursor=a', 'cursor'],
    [`cursor=${'a'.repeat(5000)}`, 'cursor'],
  ])('names what is wrong with the list ?%.60s', async (query, field) => {
    expect(await wrongFields(`/launches?${query}`)).toEqual([field]);
  });

  it('names every parameter that is wrong', async () => {
    const query = 'from=x&to=2017-02-30&status=x&limit=0&order=x&page=2&source=x&launchpad=';
    expect((await wrongFields(`/launches?${query}`)).sort()).toEqual(
      ['from', 'launchpad', 'limit', 'order', 'page', 'source', 'status', 'to'].sort(),
    );
  });

  it('finds a parameter behind a thousand others', async () => {
    const query = `${'status=success&'.repeat(1001)}page=2`;
    expect(await wrongFields(`/launches?${query}`)).toEqual(['page']);
  });

  it('rejects a cursor that belongs to another filter', async () => {
    const first = await dashboard.get('/api/v1/launches?limit=1');
    const { next_cursor } = (await first.json()) as { next_cursor: string };
    expect((await dashboard.get(`/api/v1/launches?cursor=${next_cursor}`)).status).toBe(200);
    for (const other of [
      'order=asc',
      'source=spacex',
      'q=x',
      'from=2017-01-01',
      'status=success',
    ]) {
      expect(await wrongFields(`/launches?${other}&cursor=${next_cursor}`)).toEqual(['cursor']);
    }
  });

  it.each([
    '/launches/next?from=2017-01-01',
    '/launches/latest?limit=1',
    '/launches/a?source=spacex',
  ])('has no parameters it does not use: %s', async (path) => {
    expect(await wrongFields(path)).toHaveLength(1);
  });

  it('rejects exports by the page', async () => {
    expect(await wrongFields('/launches.csv?limit=10&cursor=x')).toEqual(['limit', 'cursor']);
  });

  it.each(['/api/v1/launches/%E0%A4%A', '/api/v1/launches/%', '/api/v1/launches/%FF'])(
    'answers the path %s, which cannot be decoded, with a problem',
    async (path) => {
      const response = await dashboard.get(path);
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('x-request-id')).not.toBeNull();
    },
  );

  it.each(['q=%00', 'q=%F0%9F%9A%80', 'launchpad=%00&rocket=%0A', "q='%20OR%201=1", 'q=%25'])(
    'takes any text as text: ?%s',
    async (query) => {
      const response = await dashboard.get(`/api/v1/launches?${query}`);
      expect(await response.json()).toEqual({ items: [], next_cursor: null, total: 0 });
    },
  );
});
