import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import { LAUNCH_FIELDS } from '../../../domain/launches/launch.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';

interface Page {
  items: Launch[];
  next_cursor: string | null;
  total: number;
}

const DAY_MS = 86_400_000;

/** 250 launches over three years, two at each time. */
const many = Array.from({ length: 250 }, (_, index) =>
  launch({
    id: `launch-${String(index).padStart(3, '0')}`,
    launch_date: new Date(Date.UTC(2015) + Math.floor(index / 2) * 8 * DAY_MS).toISOString(),
    mission_name: index % 2 === 0 ? `Starlink ${index}` : `Cargo ${index}`,
    launch_status: index % 10 === 9 ? 'failed' : 'success',
    rocket_id: index < 100 ? '1' : '164',
    rocket_name: index < 100 ? 'Falcon 1' : 'Falcon 9',
  }),
);

const upcoming = [
  launch({
    id: 'past-due',
    launch_date: '2022-05-31T10:00:00.000Z',
    launch_date_precision: 'second',
    launch_status: 'upcoming',
    mission_name: 'Past due',
  }),
  launch({
    id: 'unlisted',
    launch_date: '2022-06-02T10:00:00.000Z',
    launch_status: 'upcoming',
    missing_since: '2022-05-30T00:00:00.000Z',
    mission_name: 'Unlisted',
  }),
  launch({
    id: 'coming',
    launch_date: '2022-06-03T10:00:00.000Z',
    launch_status: 'upcoming',
    mission_name: 'Coming',
  }),
];

const spacex = launch({
  id: 'of-spacex',
  source: 'spacex',
  launch_date: '2010-06-04T18:45:00.000Z',
});

describe('launches over HTTP', () => {
  let dynamodb: TestDynamoDB;
  let tableName: string;
  let dashboard: TestDashboard;
  const page = async (query: string): Promise<Page> =>
    (await dashboard.get(`/api/v1/launches?${query}`)).json() as Promise<Page>;

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    tableName = await dynamodb.createTable();
    const table = { client: dynamodb.client, tableName };
    await storeLaunches(table, [...many, ...upcoming]);
    await storeLaunches(table, [spacex]);
    dashboard = await startDashboard(dynamodb.endpoint, tableName, { AS_OF: '2022-06-01' });
  });
  afterAll(async () => {
    await dashboard.stop();
    await dynamodb.stop();
  });

  it('are whole records, newest first, of one source', async () => {
    const { items, total } = await page('');
    expect(total).toBe(253);
    expect(items).toHaveLength(50);
    expect(items[0]).toEqual(upcoming[2]);
    expect(Object.keys(items[0]!)).toEqual(LAUNCH_FIELDS);
    expect((await page('source=spacex')).items).toEqual([spacex]);
  });

  it.each(['asc', 'desc'])('are each on one page, %s', async (order) => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const query = `order=${order}&limit=20&to=2020-12-31`;
      const { items, next_cursor, total } = await page(`${query}${cursor && `&cursor=${cursor}`}`);
      expect(total).toBe(250);
      seen.push(...items.map(({ id }) => id));
      if (next_cursor === null) break;
      cursor = next_cursor;
    }
    const ids = many.map(({ id }) => id);
    expect(seen).toEqual(order === 'asc' ? ids : ids.toReversed());
  });

  it('fill a page of 200', async () => {
    const { items, next_cursor } = await page('limit=200&order=asc');
    expect(items.map(({ id }) => id)).toEqual(many.slice(0, 200).map(({ id }) => id));
    expect(next_cursor).not.toBeNull();
  });

  it('are narrowed by each parameter and widened by a repeated one', async () => {
    expect((await page('status=failed')).total).toBe(25);
    expect((await page('status=failed&status=upcoming')).total).toBe(28);
    expect((await page('rocket=Falcon%201')).total).toBe(100);
    expect((await page('rocket=1&q=STARLINK')).total).toBe(50);
    expect((await page('launchpad=Launch+Complex+39A')).total).toBe(253);
    expect((await page('launchpad=none')).items).toEqual([]);
  });

  it('are of both days of a range', async () => {
    const day = many[20]!.launch_date.slice(0, 10);
    expect((await page(`from=${day}&to=${day}`)).total).toBe(2);
  });

  it('have a next one, which is confirmed, and a latest one, which has flown', async () => {
    const next = await dashboard.get('/api/v1/launches/next');
    expect(await next.json()).toEqual(upcoming[2]);
    const latest = await dashboard.get('/api/v1/launches/latest');
    expect(await latest.json()).toEqual(many[249]);
    const none = await dashboard.get('/api/v1/launches/next?source=spacex');
    expect(none.status).toBe(404);
    expect(await none.json()).toMatchObject({ status: 404, title: 'Not Found' });
  });

  it('are found by id, whatever their source', async () => {
    const found = await dashboard.get('/api/v1/launches/of-spacex');
    expect(await found.json()).toEqual(spacex);
    expect(found.headers.get('x-data-as-of')).toBe('2026-01-01T01:00:00.000Z');
  });

  it.each([
    'nobody',
    'source%23spacex',
    '__proto__',
    'constructor',
    '%00',
    'next%20',
    encodeURIComponent('🚀'.repeat(90)),
    'a'.repeat(3000),
  ])('are not found by the id %.40s', async (id) => {
    const response = await dashboard.get(`/api/v1/launches/${id}`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('are one launch, under its newer date, while a move is under way', async () => {
    const table = { client: dynamodb.client, tableName: await dynamodb.createTable() };
    const old = launch({ id: 'slips', launch_date: '2017-12-31T10:00:00.000Z' });
    const moved = launch({ id: 'slips', launch_date: '2018-01-02T10:00:00.000Z' });
    await storeLaunches(table, [old]);
    await storeLaunches(table, [moved]);
    const other = await startDashboard(dynamodb.endpoint, table.tableName);
    const response = await other.get('/api/v1/launches/slips');
    expect(await response.json()).toEqual(moved);
    await other.stop();
  });

  it('are only those of the sources that are served', async () => {
    const other = await startDashboard(dynamodb.endpoint, tableName, {
      LAUNCH_SOURCES: 'launch-library',
    });
    expect((await other.get('/api/v1/launches/of-spacex')).status).toBe(404);
    const response = await other.get('/api/v1/launches?source=spacex');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field: 'source' }] });
    await other.stop();
  });
});
