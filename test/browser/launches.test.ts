import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import { overflow } from './reading.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

const LOOKS: { name: string; path: string; options: BrowserContextOptions }[] = [
  { name: 'launches', path: '/launches?from=2025-01-01&to=2025-05-31', options: {} },
  { name: 'launches-dark', path: '/launches', options: { colorScheme: 'dark' } },
  { name: 'launches-es', path: '/launches?sort=mission', options: { locale: 'es-ES' } },
  { name: 'launches-unconfirmed', path: '/launches?source=spacex', options: {} },
  { name: 'launches-empty', path: '/launches?q=apollo', options: {} },
];

/** Launches by name: with its facts, with three boosters, and one that nobody confirms. */
const LAUNCHES: { name: string; q: string; options: BrowserContextOptions }[] = [
  { name: 'launch', q: 'q=starlink+group+4-19', options: {} },
  { name: 'launch-dark', q: 'q=arabsat+6a&source=spacex', options: { colorScheme: 'dark' } },
  { name: 'launch-es', q: 'q=arabsat+6a&source=spacex', options: { locale: 'es-ES' } },
  { name: 'launch-unconfirmed', q: 'q=viasat-3&source=spacex', options: {} },
  { name: 'launch-failed', q: 'q=amos-6', options: {} },
];

const WIDTHS = [360, 480, 700, 701, 900, 901, 1100, 1101, 1320, 1321, 1920];

const search = (page: Page): string => new URL(page.url()).search;
const total = (page: Page): Promise<string> => page.locator('.list-total').innerText();
const firstMission = (page: Page): Promise<string> =>
  page.locator('tbody .mission-cell').first().innerText();

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: BrowserContextOptions = {}): Promise<TestPage> => {
  const opened = await browser.openPage(site.url, { viewport: SIZES[0]!, ...options });
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

/** Goes to a launch as a reader does: through the list. */
const openLaunch = async (q: string, options: BrowserContextOptions = {}): Promise<TestPage> => {
  const opened = await openPage(`/launches?${q}`, options);
  await opened.page.locator('tbody .mission-cell a').first().click();
  await opened.page.waitForURL(/launches\/[\w-]+\?/);
  return opened;
};

describeInBrowser('the pages of launches', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(open.map((opened) => opened.close()));
    open = [];
  });
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  describe.each(SIZES)('at $width px', (viewport) => {
    it.each(LAUNCHES)('$name fits its window and breaks no rule', async ({ name, q, options }) => {
      const { page, complaints, screenshot } = await openLaunch(q, { ...options, viewport });
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
      await screenshot(`${name}-${viewport.width}`);
    });

    it.each(LOOKS)('$name fits its window and breaks no rule', async ({ name, path, options }) => {
      const { page, complaints, screenshot } = await openPage(path, { ...options, viewport });
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
      await screenshot(`${name}-${viewport.width}`);
    });
  });

  it.each(['/launches?source=spacex', '/launches?rocket=Starship'])(
    '%s fits every width between a small phone and a wide screen, in the longer language',
    async (path) => {
      const { page } = await openPage(path, { locale: 'es-ES' });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await overflow(page)]).toEqual([width, 0]);
      }
    },
  );

  it('is read by its columns on phones too', async () => {
    const { page } = await openPage('/launches', { viewport: SIZES[1]! });
    const row = page.getByRole('row').nth(1);
    expect(await row.getByRole('rowheader').count()).toBe(1);
    expect(await row.getByRole('cell').count()).toBeGreaterThan(2);
    expect(await page.getByRole('columnheader', { name: 'Date' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  it.each([true, false])('sorts, pages and searches, scripts: %s', async (javaScriptEnabled) => {
    const { page } = await openPage('/launches?source=spacex', { javaScriptEnabled });
    await page.getByRole('link', { name: 'Mission', exact: true }).click();
    await page.waitForURL(/sort=/);
    expect(search(page)).toBe('?source=spacex&sort=mission');
    expect(await firstMission(page)).toBe('ABS-2A / Eutelsat 117W B');
    await page.getByRole('link', { name: 'Next' }).click();
    expect(search(page)).toBe('?source=spacex&sort=mission&page=2');
    await page.getByRole('searchbox').fill('starlink 4-1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    // Without a script the form sends the days it shows as well.
    const days = javaScriptEnabled ? '' : '&from=2006-03-24&to=2026-05-16';
    expect(search(page)).toBe(`?source=spacex&sort=mission${days}&q=starlink+4-1`);
    expect(await page.locator('input.is-filtering').count()).toBe(1);
    expect(await total(page)).toBe('11 launches');
    await page.goBack();
    await page.waitForURL(/page=2/);
    expect(await total(page)).toBe('205 launches');
  });

  it.each(['q=arabsat+6a&source=spacex', 'q=(Dedicated'])(
    'a launch found by %s fits every width, in the longer language',
    async (q) => {
      const { page } = await openLaunch(q, { locale: 'es-ES' });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await overflow(page)]).toEqual([width, 0]);
      }
    },
  );

  it('leads from the overview to the latest launch, to the one before it and back to the list', async () => {
    const { page, complaints } = await openPage('/');
    await page.locator('.tile-value a').click();
    await page.waitForURL(/launches\/[\w-]+$/);
    expect(await page.locator('h1').innerText()).toBe('Dragon CRS-2 SpX-34');
    await page.locator('a[rel=prev]').click();
    await page.locator('a[rel=next]').click();
    expect(await page.locator('h1').innerText()).toBe('Dragon CRS-2 SpX-34');
    expect(await page.locator('a[rel=next]').count()).toBe(0);
    await page.locator('.launch-back').click();
    expect(await total(page)).toBe('674 launches');
    expect(complaints).toEqual([]);
  });

  it('keeps its filter on the way to the overview and in another language', async () => {
    const { page } = await openPage('/launches?status=failed&sort=rocket');
    const failed = await total(page);
    await page.locator('summary[aria-label^=Language]').click();
    await page.getByRole('link', { name: 'Español' }).click();
    expect(search(page)).toBe('?status=failed&sort=rocket');
    await page.getByRole('link', { name: 'Resumen' }).click();
    expect(search(page)).toBe('?status=failed');
    await page.getByRole('link', { name: 'Lanzamientos', exact: true }).click();
    expect((await total(page)).split(' ')[0]).toBe(failed.split(' ')[0]);
  });
});
