import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&{{t}}';
const ODD_ID = 'a/b ?#%&"<ñ>';
const HTML = { accept: 'text/html' };

let dynamodb: TestDynamoDB;
let relay: TableRelay;
let dashboard: TestDashboard;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  const table = { client: dynamodb.client, tableName: await dynamodb.createTable() };
  await storeLaunches(table, [
    launch(),
    launch({
      id: ODD_ID,
      mission_name: HOSTILE,
      rocket_name: HOSTILE,
      launchpad_name: HOSTILE,
      details: HOSTILE,
      orbit: HOSTILE,
      launch_date: '2018-01-01T00:00:00.000Z',
      previous_dates: [
        { launch_date: '2017-12-01T10:00:00.000Z', seen_until: '2017-11-20T01:00:00.000Z' },
      ],
    }),
    launch({ id: 'after-it', launch_date: '2018-06-01T00:00:00.000Z' }),
    launch({ id: 'never-opened', launch_date: '2019-01-01T00:00:00.000Z' }),
  ]);
  const shared = { launch_library_id: 'in-both' };
  await storeLaunches(table, [
    launch({ ...shared, id: 'in-both', launch_date: '2022-06-17T16:08:50.000Z' }),
  ]);
  const frozen = { source: 'spacex', launch_date: '2022-06-01T17:08:50.000Z' } as const;
  await storeLaunches(table, [
    launch({ id: 'other-source', source: 'spacex' }),
    launch({ ...shared, ...frozen, id: 'frozen', launch_date_precision: 'hour' }),
  ]);
  relay = await startTableRelay(dynamodb.endpoint);
  dashboard = await startDashboard(relay.endpoint, table.tableName, { AS_OF: '2026-01-01' });
});

afterAll(async () => {
  await dashboard.stop();
  await relay.stop();
  await dynamodb.stop();
});

const open = async (path: string, status = 200): Promise<string> => {
  const response = await dashboard.get(path, { headers: HTML });
  expect([path, response.status]).toEqual([path, status]);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return (await response.text()).replaceAll('\u00a0', ' ');
};

describe('the page of a launch', () => {
  it('holds what is known of it before any script runs', async () => {
    const html = await open('/launches/bulgariasat-1');
    expect(html).toContain('<h1><span class="keep">BulgariaSat-1</span></h1>');
    expect(html).toContain('23 June 2017, 19:10:00 UTC');
    expect(html).toContain('<dt>Fairings</dt><dd class="is-missing">not recorded</dd>');
    expect(html).toContain('<td>2nd, reused</td><td>Drone ship</td>');
    expect(html).toMatch(/rel="next" href="\/launches\/a%2Fb%20%3F%23%25%26%22%3C%C3%B1%3E"/);
    expect(html).not.toContain('rel="prev"');
    expect(html).toContain('<a href="/api/v1/launches/bulgariasat-1">JSON</a>');
  });

  it('holds the picture of those around it, with words for it', async () => {
    const html = await open('/launches/bulgariasat-1');
    expect(html).toContain('The first launch with a known outcome, a success.');
    expect(html).toMatch(/<svg class="around"[^>]* role="img" aria-label="Picture of launches/);
    expect(html.match(/class="around-bar success"/g)).toHaveLength(5);
  });

  it('tells the time at the pad and the date of the other source, each of the other', async () => {
    const html = await open('/launches/in-both');
    expect(html).toContain('12:08 EDT at the pad');
    expect(html).toMatch(/<s><time [^>]*>1 Jun 2022, 17:08 UTC</);
    expect(html).toContain('<a href="/launches/frozen">r/SpaceX</a>');
    const other = await open('/launches/frozen');
    expect(other).not.toContain('<s>');
    expect(other).toContain('<a href="/launches/in-both">Launch Library</a>');
  });

  it('shows one of any source', async () => {
    expect(await open('/launches/other-source')).toContain('<dd>r/SpaceX</dd>');
  });

  it('is found by an id of any characters, and lets nothing out of its place', async () => {
    const html = await open(`/launches/${encodeURIComponent(ODD_ID)}`);
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/\sstyle=|\son\w+=|<style|javascript:/g)).toBeNull();
    expect(html).toMatch(
      /<s><time datetime="2017-12-01T10:00:00.000Z"[^>]*>1 Dec 2017, 10:00 UTC</,
    );
    expect(html).toContain('Flew 31 days after its first recorded date.');
    const back = /href="(\/preferences\?theme[^"]*dark[^"]*)"/.exec(html)?.[1] ?? '';
    const response = await dashboard.get(back.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='), {
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe(`/launches/${encodeURIComponent(ODD_ID)}`);
    const json = await dashboard.get(`/api/v1/launches/${encodeURIComponent(ODD_ID)}`);
    expect(json.status).toBe(200);
  });

  it.each([
    'nope',
    'a%2Fb',
    '%00',
    'x'.repeat(3000),
    'source%23spacex',
    '%F0%9F%9A%80',
    '__proto__',
  ])('of %.20s is not there, and says so', async (id) => {
    expect(await open(`/launches/${id}`, 404)).toContain('<h1>Page not found</h1>');
  });

  it('of an address that cannot be read is a page too', async () => {
    expect(await open('/launches/%zz', 400)).toContain('<h1>Request not understood</h1>');
  });

  it('can be kept, checked and asked for without its body', async () => {
    const first = await dashboard.get('/launches/bulgariasat-1');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=15');
    expect(first.headers.get('vary')).toMatch(/Accept-Language.*Cookie/);
    const headers = { 'if-none-match': etag };
    expect((await dashboard.get('/launches/bulgariasat-1', { headers })).status).toBe(304);
    expect((await dashboard.get('/launches/bulgariasat-1', { method: 'HEAD' })).status).toBe(200);
  });

  it('links to nothing that is not there', async () => {
    const html = await open(`/launches/${encodeURIComponent(ODD_ID)}`);
    const hrefs = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
    );
    expect(hrefs.length).toBeGreaterThan(8);
    for (const href of new Set(hrefs)) {
      const { status } = await dashboard.get(href, { redirect: 'manual' });
      expect([href, status]).toEqual([href, href.startsWith('/preferences') ? 303 : 200]);
    }
  });

  it('outlives the table once it was read, and says when it cannot be', async () => {
    await open('/launches/bulgariasat-1');
    relay.set('refusing');
    await dashboard.refresh();
    const saved = await dashboard.get('/launches/bulgariasat-1');
    expect([saved.status, saved.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await saved.text()).toMatch(/class="banner saved"/);
    expect(await open('/launches/never-opened', 503)).toContain('<h1>Data not available</h1>');
    expect((await dashboard.get('/launches')).status).toBe(200);
    relay.set('open');
    await dashboard.refresh();
    await open('/launches/never-opened');
  });
});
