import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import type { Launch } from '../../../domain/launches/launch.ts';
import { LAUNCH_FIELDS } from '../../../domain/launches/launch.ts';
import { parseCsv } from '../../helpers/csv.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

const awkward = [
  launch({ id: 'formula', mission_name: '=HYPERLINK("http://example.com")', flight_number: null }),
  launch({
    id: 'text',
    launch_date: '2018-02-06T20:45:00.000Z',
    mission_name: 'Comma, "quote"\nand line',
    details: '-dash 🚀',
    previous_dates: [
      { launch_date: '2018-01-01T00:00:00.000Z', seen_until: '2017-12-20T01:00:00.000Z' },
    ],
  }),
];

/** Enough text that a year is many Query pages of a megabyte. */
const heavy = Array.from({ length: 400 }, (_, index) =>
  launch({
    id: `heavy-${String(index).padStart(3, '0')}`,
    launch_date: new Date(Date.UTC(2020, 0, 1, index)).toISOString(),
    details: 'd'.repeat(19_000),
    source: 'spacex',
  }),
);

describe('exports', () => {
  let dynamodb: TestDynamoDB;
  let relay: TableRelay;
  let dashboard: TestDashboard;
  const text = async (path: string): Promise<string> =>
    (await dashboard.get(`/api/v1/${path}`)).text();

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    relay = await startTableRelay(dynamodb.endpoint);
    const tableName = await dynamodb.createTable();
    const table = { client: dynamodb.client, tableName };
    await storeLaunches(table, awkward);
    await storeLaunches(table, heavy);
    dashboard = await startDashboard(relay.endpoint, tableName);
  });
  afterAll(async () => {
    await dashboard.stop();
    await relay.stop();
    await dynamodb.stop();
  });

  it('are CSV that reads back as the launches', async () => {
    const [header, ...rows] = parseCsv(await text('launches.csv?order=asc'));
    expect(header).toEqual(LAUNCH_FIELDS);
    const asText = (value: Launch[keyof Launch]): string => {
      if (value === null) return '';
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    };
    const expected = awkward.map((item) => LAUNCH_FIELDS.map((field) => asText(item[field])));
    expect(rows[1]![LAUNCH_FIELDS.indexOf('details')]).toBe("'-dash 🚀");
    expect(rows[0]![LAUNCH_FIELDS.indexOf('mission_name')]).toBe(
      `'=HYPERLINK("http://example.com")`,
    );
    const unescaped = rows.map((row) => row.map((field) => field.replace(/^'(?=[=-])/, '')));
    expect(unescaped).toEqual(expected);
  });

  it('are NDJSON that reads back as the launches', async () => {
    const lines = (await text('launches.ndjson?order=asc')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Launch)).toEqual(awkward);
  });

  it('say what they are', async () => {
    const csv = await dashboard.get('/api/v1/launches.csv?source=spacex&to=2020-01-01');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.headers.get('content-disposition')).toBe(
      'attachment; filename="launches-spacex.csv"',
    );
    const ndjson = await dashboard.get('/api/v1/launches.ndjson');
    expect(ndjson.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(ndjson.headers.get('content-disposition')).toContain('launches-launch-library.ndjson');
  });

  it('hold every launch of many pages, in either order', async () => {
    const ids = async (order: string) =>
      (await text(`launches.ndjson?source=spacex&order=${order}`))
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as Launch).id);
    const expected = heavy.map(({ id }) => id);
    expect(await ids('asc')).toEqual(expected);
    expect(await ids('desc')).toEqual(expected.toReversed());
  });

  it('keep to the filter', async () => {
    const query = 'source=spacex&from=2020-01-02&to=2020-01-02';
    expect((await text(`launches.ndjson?${query}`)).trimEnd().split('\n')).toHaveLength(24);
    expect(await text('launches.ndjson?q=nothing')).toBe('');
    expect(parseCsv(await text('launches.csv?q=COMMA'))).toHaveLength(2);
  });

  it('send no body on HEAD, and nothing at all again to who has it', async () => {
    const path = '/api/v1/launches.csv?source=spacex';
    const head = await dashboard.get(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const etag = head.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await dashboard.get(path, { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await dashboard.get('/api/v1/launches.csv', {
      headers: { 'If-None-Match': etag },
    });
    expect(other.status).toBe(200);
    await other.text();
  });

  it('break off when the table goes in their middle, rather than end', async () => {
    const outcome = await new Promise<string>((resolve) => {
      request(`${dashboard.url}/api/v1/launches.ndjson?source=spacex`, (response) => {
        response.once('data', () => relay.set('refusing'));
        response.once('end', () => resolve('ended'));
        response.once('error', () => resolve('broke off'));
        // A reader that waits: the rest is not in memory, it is still to be read from the table.
        response.pause();
        setTimeout(() => response.resume(), 100);
      }).end();
    });
    expect(outcome).toBe('broke off');
    const after = await dashboard.get('/api/v1/launches.ndjson?source=spacex');
    expect(after.status).toBe(503);
    expect(after.headers.get('content-type')).toContain('application/problem+json');
    expect(after.headers.get('content-disposition')).toBeNull();
    relay.set('open');
    await dashboard.refresh();
    const mended = await dashboard.get('/api/v1/launches.ndjson?source=spacex');
    expect((await mended.text()).trimEnd().split('\n')).toHaveLength(400);
  });
});
