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
import { FreshnessInterceptor } from '../../../dashboard-api/http/freshness.interceptor.ts';
import { PageRenderer } from '../../../dashboard-api/pages/rendering/page-renderer.ts';
import type { LaunchTable } from '../../../domain/launches/repository/client.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { ask } from '../../helpers/raw-http.ts';

const SUMMARY = '/api/v1/statistics/summary';
const STATUS = '/api/v1/statistics/status';
const launches = Array.from({ length: 40 }, (_, index) =>
  launch({ id: `flown-${index}`, launch_date: `2017-06-${10 + (index % 20)}T19:10:00.000Z` }),
);

describe('answers that are sent again', () => {
  let dynamodb: TestDynamoDB;
  let table: LaunchTable;
  let dashboard: TestDashboard;
  /** Answers that were worked on: of the API, and pages. */
  let works: jest.SpiedFunction<(...args: never[]) => unknown>[];
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
  });
  afterAll(() => dynamodb.stop());
  beforeEach(async () => {
    table = { client: dynamodb.client, tableName: await dynamodb.createTable() };
    await storeLaunches(table, launches);
    await start();
    works = [
      jest.spyOn(FreshnessInterceptor.prototype, 'intercept'),
      jest.spyOn(PageRenderer.prototype, 'render'),
    ];
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await dashboard.stop();
  });

  const start = async (): Promise<void> => {
    dashboard = await startDashboard(dynamodb.endpoint, table.tableName, {
      RATE_LIMIT_PER_MINUTE: '1000',
    });
    // What was read while the launches were still being loaded is not kept.
    await dashboard.get(STATUS);
    await dashboard.refresh();
  };

  /** Keeps no answer, and its tags stay what they are. */
  const restart = async (): Promise<void> => {
    await dashboard.stop();
    await start();
  };

  const worked = (): number => works.reduce((sum, { mock }) => sum + mock.calls.length, 0);

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    ask(`${dashboard.url}${path}`, { method, headers });

  it.each([SUMMARY, '/', '/launches', '/api/v1/launches?limit=3', '/api/v1/launches.ics'])(
    'sends %s again as it was, but for what is of one request',
    async (path) => {
      const ofOne = ['x-request-id', 'ratelimit', 'date'];
      for (const coding of ['identity', 'gzip', 'br']) {
        const headers = { 'accept-encoding': coding };
        const none = worked();
        const first = await get(path, headers);
        const before = worked();
        expect(before).toBe(none + 1);
        const second = await get(path, headers);
        expect(worked()).toBe(before);
        expect(second.body).toBe(first.body);
        expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
        expect(second.headers['ratelimit']).not.toBe(first.headers['ratelimit']);
        const shared = Object.keys(first.headers).filter(
          (name) => ![...ofOne, 'transfer-encoding'].includes(name),
        );
        for (const name of shared)
          expect([name, second.headers[name]]).toEqual([name, first.headers[name]]);
      }
    },
  );

  it('works once on what many ask for at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(SUMMARY)));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(worked()).toBe(1);
  });

  it('answers with new data as soon as there are any', async () => {
    const total = async (): Promise<number> => {
      const { status } = JSON.parse((await get(SUMMARY)).body) as { status: { total: number } };
      return status.total;
    };
    expect([await total(), await total()]).toEqual([40, 40]);
    await storeLaunches(table, [launch({ id: 'new' })]);
    await dashboard.refresh();
    expect(await total()).toBe(41);
  });

  it('keeps apart what is in another coding, language or theme', async () => {
    const asked = [
      {},
      { 'accept-encoding': 'br' },
      { 'accept-language': 'es' },
      { cookie: 'language=es; theme=dark' },
      { cookie: 'theme=dark' },
    ];
    const seen = async () => {
      const pages = [];
      for (const headers of asked) {
        const { headers: answered, body } = await get('/', headers as Record<string, string>);
        const theme = /<html[^>]*data-theme="(\w+)"/.exec(body)?.[1];
        pages.push([answered['content-encoding'], answered['content-language'], theme]);
      }
      return pages;
    };
    const first = await seen();
    expect(first).toEqual([
      [undefined, 'en', undefined],
      ['br', 'en', undefined],
      [undefined, 'es', undefined],
      [undefined, 'es', 'dark'],
      [undefined, 'en', 'dark'],
    ]);
    expect(await seen()).toEqual(first);
  });

  it('answers 304 to whoever holds it, in any of its codings', async () => {
    const tagOf = async (coding: string) =>
      (await get(SUMMARY, { 'accept-encoding': coding })).headers.etag!;
    const tags = [await tagOf('identity'), await tagOf('br'), await tagOf('gzip')];
    expect(new Set(tags).size).toBe(3);
    const before = worked();
    for (const tag of tags) {
      const headers = { 'if-none-match': tag, 'accept-encoding': 'br' };
      const { status, headers: answered, body } = await get(SUMMARY, headers);
      expect([status, answered.etag, body]).toEqual([304, tag, '']);
      expect(answered['content-encoding']).toBeUndefined();
      expect(answered['cache-control']).toBe('public, max-age=15');
    }
    const other = { 'if-none-match': '"other"', 'accept-encoding': 'br' };
    expect((await get(SUMMARY, other)).status).toBe(200);
    expect(worked()).toBe(before);
  });

  it('works once on what only those ask for who hold it', async () => {
    const tag = (await get(SUMMARY)).headers.etag!;
    await restart();
    const before = worked();
    const held = { 'if-none-match': tag };
    const statuses = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await get(SUMMARY, held)).status);
    expect([statuses, worked() - before]).toEqual([[304, 304, 304], 1]);
    const whole = await get(SUMMARY);
    expect([whole.status, whole.headers.etag, worked() - before]).toEqual([200, tag, 2]);
    expect(JSON.parse(whole.body)).toMatchObject({ status: { total: 40 } });
    expect([(await get(SUMMARY, held)).status, worked() - before]).toEqual([304, 2]);
  });

  it('works once for those who hold nothing behind one who does', async () => {
    const tag = (await get(SUMMARY)).headers.etag!;
    await restart();
    const before = worked();
    const all = [{ 'if-none-match': tag }, {}, {}, {}, {}, {}];
    const answers = await Promise.all(
      all.map((headers) => get(SUMMARY, headers as Record<string, string>)),
    );
    expect(answers.map(({ status }) => status)).toEqual([304, 200, 200, 200, 200, 200]);
    expect(worked() - before).toBeLessThanOrEqual(2);
  });

  it.each([
    ['HEAD', {}],
    ['GET', { authorization: 'Bearer of-somebody' }],
  ])('works on %s with %j itself', async (method, headers) => {
    await get(SUMMARY);
    const before = worked();
    expect((await get(SUMMARY, headers as Record<string, string>, method)).status).toBe(200);
    expect(worked()).toBe(before + 1);
  });

  it('lets nobody wait for a file that somebody reads slowly', async () => {
    const ask = () => get('/api/v1/launches.csv');
    const before = worked();
    await Promise.all([ask(), ask(), ask()]);
    expect(worked()).toBe(before + 3);
  });

  it('keeps no error', async () => {
    const wrong = `${SUMMARY}?from=yesterday`;
    const ids = [(await get(wrong)).body, (await get(wrong)).body].map(
      (body) => JSON.parse(body) as { request_id?: string; instance?: string },
    );
    expect(ids[0]).not.toEqual(ids[1]);
  });
});
