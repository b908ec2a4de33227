import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch } from '../../helpers/launches.ts';
import type { PageData } from '../../../views/assets/page-data.ts';
import { AS_OF, createRecordedTable } from './recorded-table.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&{{t}}';

let dynamodb: TestDynamoDB;
let dashboard: TestDashboard;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  const next = launch({
    id: 'next',
    mission_name: HOSTILE,
    launch_status: 'upcoming',
    launch_date: '2026-05-18T04:12:00.000Z',
    launchpad_id: HOSTILE,
    launchpad_name: HOSTILE,
    rocket_id: HOSTILE,
    rocket_name: HOSTILE,
  });
  const tableName = await createRecordedTable(dynamodb, [next]);
  dashboard = await startDashboard(dynamodb.endpoint, tableName, { AS_OF });
});

afterAll(async () => {
  await dashboard.stop();
  await dynamodb.stop();
});

const open = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
  const response = await dashboard.get(path, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return (await response.text()).replaceAll('\u00a0', ' ');
};

const dataOf = (html: string): PageData => {
  const [, json = ''] =
    /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json) as PageData;
};

const titleOf = (html: string): string => /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';

const hrefsOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  );

describe('the overview', () => {
  it('holds figures, sentences, legends and tables before any script runs', async () => {
    const html = await open('/');
    expect(titleOf(html)).toBe('Launches from 24 March 2006 to 15 May 2026');
    for (const text of [
      'Data through <b>15 May 2026</b><span class="data-read">, read 1 h 30 min ago</span>',
      'Half of all 674 launches have flown since 24 March 2024.',
      '>Partial failure <b>3</b>',
      '<th scope="row"><a href="/?from&#x3D;2017-06-01&amp;to&#x3D;2017-06-30"><time datetime="2017-06">June 2017</time></a></th><td>3</td>',
      '<th scope="row"><a href="/?launchpad&#x3D;80">SLC-40 Cape Canaveral</a></th><td>324</td>',
      'data-countdown="2026-05-18T04:12:00.000Z">in 2 d 4 h<',
    ]) {
      expect(html).toContain(text);
    }
    expect(html.match(/data-chart="\w+"/g)).toHaveLength(8);
    expect(html.match(/<caption/g)).toHaveLength(7);
  });

  it('counts what the API counts', async () => {
    for (const query of [
      'source=spacex',
      'from=2017-06-01&to=2017-06-30',
      'rocket=Falcon+Heavy',
      'q=starlink',
      'source=spacex&q=CRS&to=2020-12-31',
    ]) {
      const { months, days, all, boosters } = dataOf(await open(`/?${query}`));
      const summary = await dashboard.get(`/api/v1/statistics/summary?${query}`);
      const answer = (await summary.json()) as {
        months: { month: string; success: number; total: number }[];
        days: { cumulative: number }[];
        status: { success: number; success_rate: number };
        boosters: PageData['boosters'];
      };
      const brief = ({ month, success, total }: (typeof answer.months)[number]) =>
        [month, success, total].join(' ');
      expect(months.map(brief)).toEqual(answer.months.map(brief));
      expect(boosters).toEqual(answer.boosters);
      expect(days.at(-1)?.cumulative).toBe(answer.days.at(-1)?.cumulative);
      expect([all.success, all.success_rate]).toEqual([
        answer.status.success,
        answer.status.success_rate,
      ]);
    }
  });

  it('takes its filter from the URL and keeps the rest of it in the form', async () => {
    const html = await open('/?source=spacex&from=2016-01-01&to=2016-12-31&status=failed');
    expect(titleOf(html)).toBe('Launches from 1 January 2016 to 31 December 2016');
    expect(dataOf(html).mishaps.map(({ name }) => name)).toEqual(['Amos-6']);
    expect(html).toContain('name="from" value="2016-01-01"');
    expect(html).toContain('<input type="hidden" name="source" value="spacex">');
    expect(html).toContain('<input type="checkbox" name="status" value="failed" checked>');
    expect(html.match(/<input type="checkbox"[^>]*checked>/g)).toHaveLength(1);
    expect(html).toContain('<a class="filter-reset" href="/?source&#x3D;spacex">');
  });

  it('offers in its menus what its table rows filter by, each with a count', async () => {
    const html = await open('/?q=starlink');
    const choices = [
      ...html.matchAll(
        /name="(status|launchpad|rocket)" value="([^"]*)"[^>]*>[^]*?choice-count">(\d+)</g,
      ),
    ].map(([, field, value, count]) => ({ field, value, count: Number(count) }));
    const answer = await dashboard.get('/api/v1/statistics/summary?q=starlink');
    const { status, launchpads } = (await answer.json()) as {
      status: Record<string, number>;
      launchpads: { id: string; total: number }[];
    };
    const counted = (field: string) =>
      choices.filter((choice) => choice.field === field && choice.count > 0);
    expect(counted('status').map(({ value, count }) => [value, count])).toEqual(
      Object.entries(status).filter(([name, count]) => count > 0 && !/total|rate/.test(name)),
    );
    expect(counted('launchpad').map(({ value, count }) => ({ id: value, total: count }))).toEqual(
      launchpads.map(({ id, total }) => ({ id, total })),
    );
  });

  it.each([
    '/?',
    '/?from=&to=&status=&source=&q=',
    '/?utm_source=x&fbclid=1&from[]=2017-01-01&a[b]=c&__proto__=1&constructor=1',
    '/?from=0001-01-01&to=9999-12-31',
    '/?from=2017-02-30',
    '/?to=6h&offset=-1&limit=0',
    '/?from=2020-01-01&to=2019-01-01',
    '/?source=nasa&status=lost&launchpad=99999&rocket=Saturn+V',
    `/?from=${'x'.repeat(2000)}`,
    `/?q=${'x'.repeat(101)}`,
    '/?from=%00%ff%zz',
  ])('%s shows the whole history', async (path) => {
    const html = await open(path);
    expect(titleOf(html)).toMatch(/^Launches from 24 March 2006 to 1[58] May 2026$/);
    expect(dataOf(html).days.at(-1)?.cumulative).toBe(674);
  });

  it('names a field that it could not read', async () => {
    const html = await open('/?from=2017-02-30');
    expect(html).toContain('From: “2017-02-30” is not a date (YYYY-MM-DD) and was not applied.');
    expect(html).toMatch(/name="from"[^>]*aria-invalid="true"/);
  });

  it('says when nothing matches, and how to get out of it', async () => {
    const html = await open('/?from=2030-01-01');
    expect(html).toContain('No launches match these filters');
    expect(html).toContain('<a class="button" href="/">Reset filters</a>');
    expect(html).not.toContain('data-plot');
  });

  it('lets nothing out of its place, whatever the sources and the URL hold', async () => {
    const html = await open(
      `/?from=${encodeURIComponent(HOSTILE)}&rocket=${encodeURIComponent(HOSTILE)}`,
    );
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(dataOf(html).pads.map(({ label }) => label)).toEqual([HOSTILE]);
  });

  it('has no inline script, style or handler', async () => {
    for (const path of ['/', '/?from=2030-01-01', '/?source=spacex']) {
      const html = await open(path);
      const markup = html.replace(/(id="page-data">).*?(<\/script>)/s, '$1$2');
      expect(markup.match(/\sstyle=|\son\w+=|<style|javascript:/g)).toBeNull();
      expect(html.match(/<script(?! type="application\/json")[^>]*>/g)).toEqual([
        expect.stringMatching(/^<script src="\/assets\/first-[\w-]+\.js">$/),
        expect.stringMatching(/^<script type="module" src="\/assets\/main-[\w-]+\.js">$/),
      ]);
    }
  });

  it('links to nothing that is not there', async () => {
    const hrefs = hrefsOf(await open('/?from=2017-06-01&to=2017-06-30&rocket=Falcon+9'));
    const own = [...new Set(hrefs.filter((href) => href.startsWith('/')))];
    expect(own.length).toBeGreaterThan(12);
    for (const href of own) {
      const response = await dashboard.get(href, { redirect: 'manual' });
      expect([href, response.status]).toEqual([href, href.startsWith('/preferences') ? 303 : 200]);
    }
  });
});

describe('the answer', () => {
  it('can be kept, checked and asked for without its body', async () => {
    const first = await dashboard.get('/?source=spacex');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=15');
    expect(first.headers.get('vary')).toMatch(/Accept-Language.*Cookie/);
    expect(first.headers.get('content-security-policy')).not.toMatch(/unsafe|nonce/);
    const again = await dashboard.get('/?source=spacex', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await dashboard.get('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await dashboard.get('/', { method: 'POST' })).status).toBe(405);
  });
});
