import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import { overflow } from './reading.ts';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const LOOKS: { name: string; options: BrowserContextOptions }[] = [
  { name: 'api-docs-1440', options: { viewport: DESKTOP } },
  { name: 'api-docs-390', options: { viewport: PHONE } },
  {
    name: 'api-docs-es-dark-1440',
    options: { viewport: DESKTOP, colorScheme: 'dark', locale: 'es-ES' },
  },
  {
    name: 'api-docs-es-dark-390',
    options: { viewport: PHONE, colorScheme: 'dark', locale: 'es-ES' },
  },
];

const WIDTHS = [360, 480, 700, 701, 900, 901, 1100, 1101, 1320, 1321, 1920];

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: BrowserContextOptions = {}): Promise<TestPage> => {
  const opened = await browser.openPage(site.url, { viewport: DESKTOP, ...options });
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

describeInBrowser('the page of the API', () => {
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

  it.each(LOOKS)('$name fits its window and breaks no rule', async ({ name, options }) => {
    const { page, complaints, screenshot } = await openPage('/docs', options);
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    // All of it is thirty screens of tables: the first says how it looks, an operation the rest.
    await screenshot(name, { fullPage: false });
    await page.goto('/docs#get-api-v1-launches');
    await screenshot(`${name}-operation`, { fullPage: false });
  });

  it('fits every width between a small phone and a wide screen, in the longer language', async () => {
    const { page } = await openPage('/docs', { locale: 'es-ES' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflow(page)]).toEqual([width, 0]);
    }
  });

  it('cuts nothing off in its tables, at any width', async () => {
    const { page } = await openPage('/docs', { locale: 'es-ES' });
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.docs-table tbody :is(th, td)')]
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
          .map((cell) => cell.innerText),
      );
      expect([width, cut]).toEqual([width, []]);
    }
  });

  it.each([true, false])(
    'leads from the footer of a page to an operation, its schema and its answer, scripts: %s',
    async (javaScriptEnabled) => {
      const { page } = await openPage('/launches', { javaScriptEnabled });
      await page.getByRole('link', { name: 'API', exact: true }).click();
      expect(await page.locator('h1').innerText()).toBe('API reference');
      const contents = page.getByRole('navigation', { name: 'Contents' });
      await contents.getByRole('link', { name: '/statistics/monthly' }).click();
      expect(new URL(page.url()).hash).toBe('#get-api-v1-statistics-monthly');
      const operation = page.getByRole('region', { name: 'GET /api/v1/statistics/monthly' });
      await expect(operation.locator('h3').isVisible()).resolves.toBe(true);
      await operation.getByRole('link', { name: 'MonthlyStatisticsDto' }).click();
      const schema = page.getByRole('region', { name: 'MonthlyStatisticsDto' });
      await schema.getByRole('link', { name: 'MonthDto' }).click();
      expect(new URL(page.url()).hash).toBe('#schema-MonthDto');
      await operation
        .getByRole('link', { name: '/api/v1/statistics/monthly', exact: true })
        .click();
      await page.waitForURL('**/api/v1/statistics/monthly');
      const shown = JSON.parse(await page.locator('body').innerText()) as { months: object[] };
      expect(shown.months.length).toBeGreaterThan(200);
    },
  );

  it('keeps its contents in view beside what is read', async () => {
    const { page } = await openPage('/docs#schema-LaunchDto');
    const box = await page.getByRole('navigation', { name: 'Contents' }).boundingBox();
    expect(box).toMatchObject({ y: 20 });
    expect(box!.height).toBeLessThanOrEqual(DESKTOP.height - 40);
  });

  it('prints in ink on white, its contents first', async () => {
    const { page } = await openPage('/docs', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 700, height: 900 });
    expect(await overflow(page)).toBe(0);
    const look = await page.evaluate(() => ({
      contents: getComputedStyle(document.querySelector('.docs-contents')!).position,
      ink: getComputedStyle(document.querySelector('h1')!).color,
    }));
    expect(look).toEqual({ contents: 'static', ink: 'rgb(27, 27, 25)' });
  });
});
