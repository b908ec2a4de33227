import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { run } from '../../helpers/runs.ts';
import type { TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';
import { AS_OF, createRecordedTable } from './recorded-table.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&{{t}}';
const SECRET = 'SourceError: 502 from upstream.internal';

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

const serve = async (tableName: string, variables: Record<string, string> = {}): Promise<void> => {
  relay = await startTableRelay(dynamodb.endpoint);
  dashboard = await startDashboard(relay.endpoint, tableName, { AS_OF, ...variables });
};

const serveRecorded = async (): Promise<void> => {
  const odd = { id: 'a/b ?#%&"', mission_name: HOSTILE, launch_status: 'upcoming' } as const;
  const tableName = await createRecordedTable(dynamodb, [launch(odd)]);
  const failed = run({ complete: false, error: SECRET });
  const table = { client: dynamodb.client, tableName };
  await storeLaunches(table, [launch(odd)], { runs: [failed, run()] });
  await serve(tableName);
};

const open = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
  const response = await dashboard.get(path, { headers });
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return (await response.text()).replaceAll('\u00a0', ' ');
};

const hrefsOf = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  );

describe('the page of the sources', () => {
  it('holds all of it before any script runs', async () => {
    await serveRecorded();
    const html = await open('/data');
    expect(html).toMatch(/aria-current="page">Data</);
    expect(html).toContain('205 launches, from 24 Mar 2006 to 5 Dec 2022.');
    expect(html).toContain('18 of 18 launches marked upcoming');
    expect(html).toContain('This source has not been updated since October 2022.');
    expect(html).toMatch(/<time datetime="2026-05-16T13:00:00.000Z" data-precision="minute">/);
    expect(html).toContain('kept by The Space Devs');
    expect(html).toContain('Apache License 2.0');
    expect(html).toContain('<dt>Success rate</dt><dd>Successes among launches');
  });

  it('lets nothing out of its place, and tells nobody why a run failed', async () => {
    await serveRecorded();
    const html = await open('/data?from="><script>x</script>');
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/<script(?![^>]* src="\/assets\/)/);
    expect(html.match(/\sstyle=|\son\w+=|<style|javascript:/g)).toBeNull();
    expect(html).not.toMatch(/upstream|SourceError/);
    expect(html).toContain('in part');
  });

  it('links to nothing that is not there, and keeps the filter for the way back', async () => {
    await serveRecorded();
    const hrefs = hrefsOf(await open('/data?source=spacex&rocket=Falcon+9&utm=x'));
    expect(hrefs).toContain('/?source=spacex&rocket=Falcon+9');
    expect(hrefs).toContain('/launches?source=spacex&rocket=Falcon+9');
    expect(hrefs.filter((href) => href.startsWith('/launches/')).length).toBeGreaterThan(19);
    for (const href of new Set(hrefs)) {
      const { status } = await dashboard.get(href, { redirect: 'manual' });
      expect([href, status]).toEqual([href, href.startsWith('/preferences') ? 303 : 200]);
    }
  });

  it('is written in Spanish too', async () => {
    await serveRecorded();
    const html = await open('/data', { 'accept-language': 'es' });
    expect(html).toContain('<h1>Datos</h1>');
    expect(html).toContain('205 lanzamientos, de 24 mar 2006 a 5 dic 2022.');
  });

  it('can be kept, checked and asked for without its body', async () => {
    await serveRecorded();
    const first = await dashboard.get('/data');
    expect(first.headers.get('cache-control')).toBe('public, max-age=15');
    expect(first.headers.get('vary')).toMatch(/Accept-Language.*Cookie/);
    const head = await dashboard.get('/data', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await dashboard.get('/data', { method: 'POST' })).status).toBe(405);
  });
});

describe('with little to tell', () => {
  it('of an empty table says that nothing was read', async () => {
    await serve(await dynamodb.createTable());
    const html = await open('/data');
    expect(html.match(/Never read: no launches of this source are shown\./g)).toHaveLength(2);
    expect(html.match(/No run is on record\./g)).toHaveLength(2);
  });

  it('of one source tells of that one', async () => {
    await serve(await createRecordedTable(dynamodb), { LAUNCH_SOURCES: 'launch-library' });
    const html = await open('/data');
    expect(html).toContain('1 source');
    expect(html).not.toContain('id="spacex"');
  });

  it('of a table that is gone shows what was read, marked', async () => {
    await serve(await createRecordedTable(dynamodb));
    await open('/data');
    relay.set('refusing');
    await dashboard.refresh();
    const response = await dashboard.get('/data');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const html = await response.text();
    expect(html).toMatch(/class="banner saved"/);
    expect(html).toContain('205 launches');
    expect(html.match(/this is what was read before/g)).toHaveLength(2);
  });

  it('of a table that is gone before the launches were read says so', async () => {
    await serve(await createRecordedTable(dynamodb));
    await dashboard.refresh();
    relay.set('refusing');
    await dashboard.refresh();
    const html = await open('/data');
    expect(html.match(/were not read before\./g)).toHaveLength(2);
    expect(html).not.toContain('launch-library-launches');
  });
});
