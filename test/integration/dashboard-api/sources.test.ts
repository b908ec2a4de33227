import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SourceListDto } from '../../../dashboard-api/sources/dto/source.dto.ts';
import type { LaunchTable } from '../../../domain/launches/repository/client.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { run } from '../../helpers/runs.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

const PATH = '/api/v1/sources';
const READ = '2026-05-16T13:00:00.000Z';

let dynamodb: TestDynamoDB;
let relay: TableRelay;
let dashboard: TestDashboard;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
});
afterAll(() => dynamodb.stop());
afterEach(async () => {
  await dashboard.stop();
  await relay.stop();
});

const serve = async (
  fill: (table: LaunchTable) => Promise<unknown>,
  variables: Record<string, string> = {},
): Promise<LaunchTable> => {
  const table = { client: dynamodb.client, tableName: await dynamodb.createTable() };
  await fill(table);
  relay = await startTableRelay(dynamodb.endpoint);
  dashboard = await startDashboard(relay.endpoint, table.tableName, {
    AS_OF: '2026-05-16',
    ...variables,
  });
  return table;
};

const ask = async (): Promise<{ response: Response; sources: SourceListDto['sources'] }> => {
  const response = await dashboard.get(PATH);
  expect(response.status).toBe(200);
  return { response, sources: ((await response.json()) as SourceListDto).sources };
};

const upcoming = { launch_status: 'upcoming', launch_date: '2026-07-01T10:00:00.000Z' } as const;
const MISSING = '2026-05-10T01:00:00.000Z';

const fillBoth = async (table: LaunchTable): Promise<void> => {
  const failed = run({ complete: false, error: 'SourceError: no answer', from: null });
  await storeLaunches(
    table,
    [
      launch({ id: 'flown' }),
      launch({ id: 'lost', launch_status: 'failed', launch_date: '2018-01-01T00:00:00.000Z' }),
      launch({ id: 'open', launch_status: 'unknown', launch_date: '2018-02-01T00:00:00.000Z' }),
      launch({ ...upcoming, id: 'next' }),
      launch({ ...upcoming, id: 'gone', missing_since: MISSING }),
    ],
    { last_success_at: READ, runs: [failed, run()] },
  );
  await storeLaunches(
    table,
    [
      launch({
        ...upcoming,
        id: 'past',
        source: 'spacex',
        launch_date: '2022-12-01T00:00:00.000Z',
      }),
    ],
    { last_success_at: '2026-05-15T13:00:00.000Z' },
  );
};

describe('the sources', () => {
  it('say what they hold, how fresh it is and what their last runs did', async () => {
    await serve(fillBoth);
    const { response, sources } = await ask();
    expect(sources.map(({ source }) => source)).toEqual(['launch-library', 'spacex']);
    expect(sources[0]).toMatchObject({
      as_of: READ,
      last_success_at: READ,
      stale: false,
      counts: { success: 1, partial_failure: 0, failed: 1, upcoming: 2, unknown: 1, total: 5 },
      newest_launch: { id: 'open', launch_status: 'unknown' },
      unconfirmed: [{ id: 'gone', missing_since: MISSING }],
    });
    expect(sources[0]?.counts?.success_rate).toBe(0.5);
    expect(sources[1]).toMatchObject({
      newest_launch: null,
      unconfirmed: [{ id: 'past', missing_since: null }],
      runs: [],
    });
    expect(response.headers.get('x-data-as-of')).toBe('2026-05-15T13:00:00.000Z');
  });

  it('tell anyone of the times and counts of a run, and of nothing else', async () => {
    await serve(fillBoth);
    const { sources } = await ask();
    const { trigger, from, to, error, ...open } = run();
    expect([trigger, from, to, error]).toHaveLength(4);
    expect(sources[0]?.runs).toEqual([{ ...open, complete: false }, open]);
  });

  it('count as the statistics do', async () => {
    await serve(fillBoth);
    const { sources } = await ask();
    for (const { source, counts } of sources) {
      const answer = await dashboard.get(`/api/v1/statistics/status?source=${source}`);
      expect(await answer.json()).toMatchObject({ ...counts });
    }
  });

  it('are there, empty, before anything was read', async () => {
    await serve(async () => undefined);
    const { response, sources } = await ask();
    expect(sources).toHaveLength(2);
    expect(sources[0]).toMatchObject({
      as_of: null,
      counts: { total: 0, success_rate: null },
      newest_launch: null,
      unconfirmed: [],
      runs: [],
    });
    expect(response.headers.get('x-data-as-of')).toBeNull();
  });

  it('are those that are served', async () => {
    await serve(fillBoth, { LAUNCH_SOURCES: 'spacex' });
    const { sources } = await ask();
    expect(sources.map(({ source }) => source)).toEqual(['spacex']);
  });

  it('take no parameters, and can be kept and checked', async () => {
    await serve(fillBoth);
    expect((await dashboard.get(`${PATH}?source=spacex`)).status).toBe(400);
    const first = await dashboard.get(PATH);
    expect(first.headers.get('cache-control')).toBe('public, max-age=15');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await dashboard.get(PATH, { headers })).status).toBe(304);
    expect((await dashboard.get(PATH, { method: 'POST' })).status).toBe(405);
  });

  it('are answered from what is held: the table is asked for nothing more', async () => {
    await serve(fillBoth);
    await ask();
    const before = dashboard.tableCalls('Query');
    await ask();
    expect((await dashboard.get('/data')).status).toBe(200);
    expect(dashboard.tableCalls('Query')).toBe(before);
  });

  it('tell of a new run as soon as the state item does', async () => {
    const table = await serve(fillBoth);
    await ask();
    const late = run({ started_at: '2026-05-16T19:00:00.000Z' });
    const added = launch({ id: 'new', launch_date: '2026-05-16T18:00:00.000Z' });
    await storeLaunches(table, [added], { last_success_at: late.started_at, runs: [late] });
    await dashboard.refresh();
    const { sources } = await ask();
    expect(sources[0]).toMatchObject({
      as_of: late.started_at,
      newest_launch: { id: 'new' },
      counts: { total: 6 },
    });
    expect(sources[0]?.runs.map(({ started_at }) => started_at)).toEqual([late.started_at]);
  });
});

describe('a table that is gone', () => {
  it('leaves what was read, marked', async () => {
    await serve(fillBoth);
    const good = await ask();
    relay.set('refusing');
    await dashboard.refresh();
    const { response, sources } = await ask();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(sources).toEqual(good.sources.map((source) => ({ ...source, stale: true })));
  });

  it('before the launches were read leaves the state and the runs', async () => {
    await serve(fillBoth);
    await dashboard.refresh();
    relay.set('refusing');
    await dashboard.refresh();
    const { sources } = await ask();
    expect(sources[0]).toMatchObject({
      as_of: READ,
      stale: true,
      counts: null,
      newest_launch: null,
      unconfirmed: [],
    });
    expect(sources[0]?.runs).toHaveLength(2);
  });
});
