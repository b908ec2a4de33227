import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch } from '../../helpers/launches.ts';
import { AS_OF, createRecordedTable } from './recorded-table.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&{{t}}';

let dynamodb: TestDynamoDB;
let dashboard: TestDashboard;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  const hostile = launch({
    id: 'hostile',
    mission_name: HOSTILE,
    launchpad_name: HOSTILE,
    rocket_name: HOSTILE,
    orbit: HOSTILE,
    mission_type: HOSTILE,
    launch_date: '2005-01-01T00:00:00.000Z',
  });
  const tableName = await createRecordedTable(dynamodb, [hostile]);
  dashboard = await startDashboard(dynamodb.endpoint, tableName, { AS_OF });
});

afterAll(async () => {
  await dashboard.stop();
  await dynamodb.stop();
});

const open = async (path: string): Promise<string> => {
  const response = await dashboard.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return (await response.text()).replaceAll('\u00a0', ' ');
};

const missionsOf = (html: string): string[] =>
  [...html.matchAll(/<th class="mission-cell"[^>]* scope="row"><a[^>]*>(.*?)<\/a>/g)].map(
    ([, name = '']) => name.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&'),
  );

const totalOf = (html: string): string =>
  /<p class="list-total"[^>]*>(.*?)<\/p>/.exec(html)?.[1] ?? '';

describe('the list of launches', () => {
  it('holds its rows, counts and links before any script runs', async () => {
    const html = await open('/launches?from=2025-01-01&to=2025-05-31');
    expect(totalOf(html)).toBe('69 launches');
    expect(missionsOf(html)).toHaveLength(25);
    expect(html).toMatch(/aria-current="page">Launches</);
    expect(html).toContain('aria-sort="descending"');
    expect(html.match(/aria-sort/g)).toHaveLength(1);
    const [, date, time] =
      /<td class="date-cell" role="cell">(.*?)<\/td><td class="time-cell" role="cell">(.*?)<\/td>/s.exec(
        html,
      ) ?? [];
    expect(date).toMatch(
      /^<time datetime="2025-05-31T20:10:.*" data-precision="second" data-format="date">31 May 2025</,
    );
    expect(time).toMatch(/data-format="clock">20:10<\/time>.*data-format="zone">UTC<\/time>/s);
    expect(html).toContain('href="/?from&#x3D;2025-01-01&amp;to&#x3D;2025-05-31">Overview<');
  });

  it.each(['q=heavy', 'source=spacex&status=failed', 'rocket=Falcon+Heavy&from=2020-01-01'])(
    'lists under %s what the API lists',
    async (query) => {
      const html = await open(`/launches?rows=100&${query}`);
      const answer = await dashboard.get(`/api/v1/launches?limit=100&${query}`);
      const { items, total } = (await answer.json()) as {
        items: { mission_name: string }[];
        total: number;
      };
      expect(total).toBeGreaterThan(0);
      expect(totalOf(html)).toMatch(new RegExp(`^${total} launch`));
      expect(missionsOf(html)).toEqual(items.map(({ mission_name: name }) => name));
    },
  );

  it.each([
    '?',
    '?q=&sort=&order=&rows=&page=&from=&to=',
    '?utm_source=x&sort=id&order=up&rows=7&page=-1&limit=0&cursor=x',
    '?q[]=a&sort[a]=b&page[]=2&page[]=x&__proto__=1&constructor=1',
    `?q=${'x'.repeat(2000)}`,
    '?from=%00%ff%zz&page=99999999999999999999',
  ])('%s shows the whole history', async (search) => {
    const html = await open(`/launches${search}`);
    expect(totalOf(html)).toBe('675 launches');
  });

  it('lets nothing out of its place, whatever the sources and the URL hold', async () => {
    const html = await open(`/launches?order=asc&q=${encodeURIComponent(HOSTILE)}`);
    expect(totalOf(html)).toBe('1 launch');
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/\sstyle=|\son\w+=|<style|javascript:/g)).toBeNull();
  });

  it('can be kept, checked and asked for without its body', async () => {
    const first = await dashboard.get('/launches?sort=mission');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=15');
    expect(first.headers.get('vary')).toMatch(/Accept-Language.*Cookie/);
    const headers = { 'if-none-match': etag };
    expect((await dashboard.get('/launches?sort=mission', { headers })).status).toBe(304);
    const head = await dashboard.get('/launches', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await dashboard.get('/launches', { method: 'POST' })).status).toBe(405);
  });
});
