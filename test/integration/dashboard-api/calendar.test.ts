import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import { LaunchWriter } from '../../../domain/launches/repository/launch-writer.ts';
import type { CalendarComponent } from '../../helpers/calendar.ts';
import { parseCalendar, unescapeText } from '../../helpers/calendar.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { launchLibraryAsOf } from '../../helpers/recorded-launches.ts';

const AS_OF = '2022-06-01';
const PATH = '/api/v1/launches.ics';

const upcoming = (fields: Partial<Launch>): Launch =>
  launch({
    source: 'spacex',
    launch_status: 'upcoming',
    launch_date: '2022-07-01T16:09:41.000Z',
    ingested_at: '2022-05-31T19:00:04.000Z',
    ...fields,
  });

/** Launches as a source may tell of them by {@link AS_OF}. */
const told: Launch[] = [
  upcoming({
    id: 'awkward;id',
    mission_name: 'Comma, semicolon; back\\slash',
    details: 'First line.\nSecond: 🚀 '.repeat(30),
    previous_dates: [
      { launch_date: '2022-05-01T00:00:00.000Z', seen_until: '2022-04-20T01:00:00.000Z' },
      { launch_date: '2022-06-10T00:00:00.000Z', seen_until: '2022-05-20T01:00:00.000Z' },
    ],
  }),
  upcoming({ id: 'hour', launch_date_precision: 'hour', details: null }),
  upcoming({ id: 'day', launch_date: '2022-07-31T23:00:00.000Z', launch_date_precision: 'day' }),
  upcoming({ id: 'today', launch_date: '2022-06-01T00:00:00.000Z', launch_date_precision: 'day' }),
  upcoming({ id: 'month', launch_date_precision: 'month' }),
  upcoming({ id: 'quarter', launch_date_precision: 'quarter' }),
  upcoming({ id: 'year', launch_date_precision: 'year' }),
  upcoming({ id: 'past', launch_date: '2022-05-31T23:59:59.000Z' }),
  upcoming({ id: 'not listed', missing_since: '2022-05-30T01:00:00.000Z' }),
  upcoming({ id: 'flown', launch_status: 'success' }),
];

const eventsOf = ({ components }: CalendarComponent) =>
  components.filter(({ name }) => name === 'VEVENT').map(({ properties }) => properties);
const idOf = (event: Record<string, string>): string => unescapeText(event['UID']!).split('@')[0]!;

describe('the calendar', () => {
  let dynamodb: TestDynamoDB;
  let dashboard: TestDashboard;
  const recorded = launchLibraryAsOf(AS_OF);
  const read = async (query = ''): Promise<CalendarComponent> => {
    const response = await dashboard.get(`${PATH}?${query}`);
    expect(response.status).toBe(200);
    return parseCalendar(await response.text());
  };

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    const tableName = await dynamodb.createTable();
    await storeLaunches({ client: dynamodb.client, tableName }, recorded);
    await storeLaunches({ client: dynamodb.client, tableName }, told);
    dashboard = await startDashboard(dynamodb.endpoint, tableName, { AS_OF });
  });
  afterAll(async () => {
    await dashboard.stop();
    await dynamodb.stop();
  });

  it('has an event for each launch of the recordings to come whose day is known', async () => {
    const toCome = recorded.filter(({ launch_status }) => launch_status === 'upcoming');
    const withDay = toCome.filter(({ launch_date_precision: known }) => known !== 'month');
    const calendar = await read('order=asc');
    expect(eventsOf(calendar).map(idOf)).toEqual(withDay.map(({ id }) => id));
    expect(withDay.length).toBeGreaterThan(5);
    expect(calendar.properties).toMatchObject({
      VERSION: '2.0',
      PRODID: expect.stringMatching(/.+/),
      'X-LAUNCHES-WITHOUT-DAY': String(toCome.length - withDay.length),
    });
    const description = unescapeText(calendar.properties['DESCRIPTION']!);
    expect(description).toContain(`not in here: ${toCome.length - withDay.length}.`);
    expect(description).toContain('The Space Devs');
  });

  it('gives a time where one is known, and a whole day where not', async () => {
    const events = eventsOf(await read());
    const timed = recorded.find((one) => one.launch_date_precision === 'minute')!;
    const { DTSTART: start } = events.find((event) => idOf(event) === timed.id)!;
    expect(start).toMatch(/^202206\d\dT\d{4}00Z$/);
    expect(start).toBe(new Date(timed.launch_date).toISOString().replace(/[-:]|\.000/g, ''));
    const day = recorded.find((one) => one.launch_date_precision === 'day')!;
    const { 'DTSTART;VALUE=DATE': date, ...rest } = events.find((event) => idOf(event) === day.id)!;
    expect(date).toBe(day.launch_date.slice(0, 10).replaceAll('-', ''));
    expect(rest).not.toHaveProperty('DTSTART');
  });

  it('leaves out what has flown, is past, is listed no more or has no day', async () => {
    const calendar = await read('source=spacex&order=asc');
    expect(eventsOf(calendar).map(idOf)).toEqual(['today', 'awkward;id', 'hour', 'day']);
    expect(calendar.properties['X-LAUNCHES-WITHOUT-DAY']).toBe('3');
    expect(eventsOf(await read('source=spacex')).map(idOf)[0]).toBe('day');
  });

  it('tells what is known of a launch, whatever characters it is in', async () => {
    const [event] = eventsOf(await read('source=spacex&q=semicolon&launchpad=87'));
    const { SUMMARY, DESCRIPTION, LOCATION, ...rest } = event!;
    expect([SUMMARY, DESCRIPTION, LOCATION].map((text) => unescapeText(text!))).toEqual([
      'Comma, semicolon; back\\slash (Falcon 9 Full Thrust)',
      told[0]!.details,
      'Launch Complex 39A',
    ]);
    expect(rest).toEqual({
      UID: 'awkward\\;id@spacex.spacex-dashboard',
      DTSTAMP: '20220531T190004Z',
      SEQUENCE: '2',
      DTSTART: '20220701T160941Z',
      TRANSP: 'TRANSPARENT',
    });
  });

  it.each(['q=nothing', 'status=success', 'to=2022-05-31'])(
    'is a valid one without an event where nothing is to come: ?%s',
    async (query) => {
      const { properties, components } = await read(`source=spacex&${query}`);
      expect(properties['X-LAUNCHES-WITHOUT-DAY']).toBe('0');
      expect(components.map(({ name }) => name)).toEqual(['VTIMEZONE']);
    },
  );

  it('keeps to the days of the filter', async () => {
    const { properties, components } = await read('source=spacex&from=2022-07-02&to=2022-07-31');
    expect(components.map((event) => idOf(event.properties))).toEqual(['day']);
    expect(properties['X-LAUNCHES-WITHOUT-DAY']).toBe('0');
  });

  it('says what it is, and is not sent again to who has it', async () => {
    const ask = (init: RequestInit = {}) =>
      dashboard.get(`${PATH}?source=spacex`, {
        ...init,
        headers: { 'Accept-Encoding': 'identity', ...init.headers },
      });
    const response = await ask();
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="launches-spacex.ics"',
    );
    expect(response.headers.get('cache-control')).toBe('public, max-age=15');
    const etag = response.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const head = await ask({ method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    const again = await ask({ headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('keeps the id of a launch that slips, and counts the slip', async () => {
    const table = { client: dynamodb.client, tableName: await dynamodb.createTable() };
    const before = upcoming({ id: 'slips', launch_date_precision: 'day' });
    const after = upcoming({
      id: 'slips',
      launch_date: '2022-08-01T00:00:00.000Z',
      previous_dates: [{ launch_date: before.launch_date, seen_until: before.ingested_at }],
    });
    const writer = new LaunchWriter(table);
    await storeLaunches(table, [before]);
    const slipping = await startDashboard(dynamodb.endpoint, table.tableName, { AS_OF });
    const only = async () => {
      const text = await (await slipping.get(`${PATH}?source=spacex`)).text();
      return eventsOf(parseCalendar(text));
    };
    const [first] = await only();
    await writer.delete([before]);
    await storeLaunches(table, [after]);
    await slipping.refresh();
    const [second, ...others] = await only();
    expect(others).toEqual([]);
    expect(second!['UID']).toBe(first!['UID']);
    expect([first!['SEQUENCE'], second!['SEQUENCE']]).toEqual(['0', '1']);
    expect(second!['DTSTART']).toBe('20220801T000000Z');
    await slipping.stop();
  });
});
