import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { AS_OF, createRecordedTable } from './recorded-table.ts';

let dynamodb: TestDynamoDB;
let dashboard: TestDashboard;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  dashboard = await startDashboard(dynamodb.endpoint, await createRecordedTable(dynamodb), {
    AS_OF,
  });
});

afterAll(async () => {
  await dashboard.stop();
  await dynamodb.stop();
});

const choose = (query: string): Promise<Response> =>
  dashboard.get(`/preferences?${query}`, { redirect: 'manual' });

const languageOf = async (headers: Record<string, string>): Promise<string | null> => {
  const response = await dashboard.get('/', { headers });
  const html = await response.text();
  const language = response.headers.get('content-language');
  expect(html).toContain(`<html lang="${language}"`);
  return language;
};

describe('the language of a page', () => {
  it('is the one the browser prefers, of those there are', async () => {
    expect(await languageOf({ 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' })).toBe('es');
    expect(await languageOf({ 'accept-language': 'de,en;q=0.5,es;q=0.2' })).toBe('en');
    expect(await languageOf({ 'accept-language': 'de' })).toBe('en');
    expect(await languageOf({})).toBe('en');
  });

  it('is the chosen one before that', async () => {
    expect(await languageOf({ 'accept-language': 'en', cookie: 'a=b; language=es' })).toBe('es');
    expect(await languageOf({ 'accept-language': 'es', cookie: 'language=en' })).toBe('en');
    expect(await languageOf({ 'accept-language': 'es', cookie: 'language=<x>' })).toBe('es');
  });

  it('is spoken by the whole page', async () => {
    const html = await (await dashboard.get('/', { headers: { cookie: 'language=es' } })).text();
    const text = html.replaceAll('\u00a0', ' ');
    expect(text).toContain('<h1>Lanzamientos del 24 de marzo de 2006 al 15 de mayo de 2026</h1>');
    expect(text).toContain('97,9 %');
    expect(text).not.toMatch(/Launches|Success|Show table/);
  });
});

describe('the theme of a page', () => {
  it('is the chosen one, or left to the browser', async () => {
    const themed = async (cookie: string): Promise<string> =>
      /<html[^>]*>/.exec(await (await dashboard.get('/', { headers: { cookie } })).text())?.[0] ??
      '';
    expect(await themed('theme=dark')).toBe('<html lang="en" data-theme="dark">');
    expect(await themed('theme=light')).toBe('<html lang="en" data-theme="light">');
    expect(await themed('theme=blue')).toBe('<html lang="en">');
  });
});

describe('choosing', () => {
  it('is remembered and leads back to the page it was chosen on', async () => {
    const response = await choose(
      `language=es&return_to=${encodeURIComponent('/?from=2017-06-01&status=failed')}`,
    );
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/?from=2017-06-01&status=failed');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^language=es; Max-Age=31536000; Path=\/;.*HttpOnly; SameSite=Lax$/);
  });

  it('is offered on the page, with the page to come back to', async () => {
    const html = await (await dashboard.get('/?source=spacex&utm_source=mail')).text();
    const [link = ''] = /\/preferences\?theme[^"]*dark[^"]*/.exec(html) ?? [];
    const response = await choose(
      link.split('?')[1]?.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') ?? '',
    );
    expect(response.headers.get('set-cookie')).toContain('theme=dark');
    expect(response.headers.get('location')).toBe('/?source=spacex');
  });

  it('never leads away from here', async () => {
    for (const target of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/.//evil.example',
      '/%09/evil.example',
    ]) {
      const response = await choose(`theme=dark&return_to=${encodeURIComponent(target)}`);
      const location = new URL(response.headers.get('location') ?? '', dashboard.url);
      expect([target, location.origin]).toEqual([target, dashboard.url]);
    }
    expect((await choose('return_to=/a&return_to=/b')).headers.get('location')).toBe('/');
  });

  it('of what is not offered changes nothing', async () => {
    const response = await choose('language=tlh&theme=blue');
    expect([response.status, response.headers.get('set-cookie')]).toEqual([303, null]);
  });
});
