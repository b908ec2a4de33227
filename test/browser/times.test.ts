import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import { overflow, tiles } from './reading.ts';

const MADRID = { viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Madrid' };

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: object = MADRID): Promise<TestPage> => {
  const opened = await browser.openPage(site.url, options);
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

const choose = async (page: Page, times: 'utc' | 'local'): Promise<void> => {
  await page.locator('.times-menu summary').click();
  await page.locator(`[data-times-option=${times}]`).click();
};

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
const latest = async (page: Page): Promise<string> =>
  plain(await page.locator('.tile').last().locator('.tile-line').last().textContent());
/** Date and time of the first row of the list, as they can be seen. */
const firstRow = async (page: Page): Promise<string[]> => {
  const row = page.locator('.launch-table tbody tr').first();
  const cells = [row.locator('.date-cell'), row.locator('.time-cell')];
  return Promise.all(cells.map(async (cell) => plain(await cell.innerText())));
};

describeInBrowser('times', () => {
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

  it('are UTC until the reader chooses their own zone, on every page and from then on', async () => {
    const { page, complaints } = await openPage('/');
    expect(await latest(page)).toBe('15 May 2026, 22:05 UTC · SLC-40');
    const numbers = await tiles(page);
    await choose(page, 'local');
    expect(await latest(page)).toBe('16 May 2026, 00:05 CEST · SLC-40');
    expect(await page.locator('.times-menu summary').innerText()).toMatch(/Local$/);
    expect(await page.getByText('filter and charts by UTC day').isVisible()).toBe(true);
    expect(await tiles(page)).toEqual(numbers);
    await page.goto('/launches');
    expect(await firstRow(page)).toEqual(['16 May 2026', '00:05 CEST']);
    expect(await page.getByRole('columnheader', { name: 'Time' }).textContent()).toBe(
      'Time (local)',
    );
    await choose(page, 'utc');
    expect(await firstRow(page)).toEqual(['15 May 2026', '22:05']);
    expect(await page.getByRole('columnheader', { name: 'Time' }).textContent()).toBe('Time (UTC)');
    await page.reload();
    expect(await firstRow(page)).toEqual(['15 May 2026', '22:05']);
    expect(complaints).toEqual([]);
  });

  it('read in the language of the page', async () => {
    const { page } = await openPage('/launches', { ...MADRID, locale: 'es-ES' });
    await choose(page, 'local');
    expect(await firstRow(page)).toEqual(['16 may 2026', '00:05 CEST']);
    expect(await page.getByRole('columnheader', { name: 'Hora' }).textContent()).toBe(
      'Hora (local)',
    );
  });

  it('known to the day or coarser are the same everywhere', async () => {
    const { page } = await openPage('/launches?source=spacex&status=upcoming&rows=100', {
      ...MADRID,
      timezoneId: 'Pacific/Kiritimati',
    });
    const coarse = page.locator(
      'time:not([data-precision=second],[data-precision=minute],[data-precision=hour])',
    );
    const before = await coarse.allTextContents();
    expect(before.length).toBeGreaterThan(5);
    await choose(page, 'local');
    expect(await coarse.allTextContents()).toEqual(before);
  });

  it('are local from the first paint on', async () => {
    const { page } = await openPage('/launches');
    await choose(page, 'local');
    // Without the main script only the first one can have done it.
    await page.route('**/main-*.js', (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await firstRow(page)).toEqual(['16 May 2026', '00:05 CEST']);
    expect(await page.locator('.times-menu summary').innerText()).toMatch(/Local$/);
  });

  it('fit the list at any width, with their zones', async () => {
    const { page } = await openPage('/launches', { ...MADRID, timezoneId: 'Asia/Kolkata' });
    await choose(page, 'local');
    for (const width of [360, 390, 700, 701, 900, 1100, 1321]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflow(page)]).toEqual([width, 0]);
    }
  });
});
