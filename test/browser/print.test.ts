import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestBrowser } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import { DRAWN, drawAll, overflow } from './reading.ts';

const LIGHT = 'rgba(69,131,192,1)';
const DARK = 'rgba(79,140,203,1)';
/** An A4 page without its margins, in CSS pixels. */
const PAPER = { width: 703, height: 1030 };

/** The charts as paper gets them: paper waits for nothing that comes in a later task than the event. */
const asPrinted = (page: Page) =>
  page.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'));
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    const cards = document.querySelectorAll<HTMLElement>('[data-chart]:has([data-plot])');
    return [...cards].map((card) => ({
      chart: card.dataset['chart'],
      drawn: card.dataset['drawn'],
      width: card.querySelector('svg.apexcharts-svg')?.getBoundingClientRect().width,
      fills: [...card.querySelectorAll('path[fill]')].map((path) => path.getAttribute('fill')),
    }));
  });

let site: TestSite;
let browser: TestBrowser;

describeInBrowser('paper', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  it('gets every chart, in light colours and as wide as it is, whatever the screen shows', async () => {
    const options = { viewport: { width: 1440, height: 600 }, colorScheme: 'dark' } as const;
    const { page, complaints, screenshot, close } = await browser.openPage(site.url, options);
    await page.goto('/');
    await page.locator('.theme-to-light').waitFor();
    await page.locator('[data-chart=months][data-drawn]').waitFor();
    const charts = await asPrinted(page);
    expect(charts.map(({ chart }) => chart).sort()).toEqual([...DRAWN['launch-library']].sort());
    for (const { drawn, width, fills } of charts) {
      expect(drawn).toBe('true');
      expect(fills).not.toContain(DARK);
      expect(width).toBeLessThanOrEqual(PAPER.width);
      expect(width).toBeGreaterThan(PAPER.width - 100);
    }
    expect(charts.find(({ chart }) => chart === 'months')?.fills).toContain(LIGHT);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    expect(await overflow(page)).toBe(0);
    for (const control of ['.filter-bar', '.site-controls', '.menu', '.card-head .segmented']) {
      expect(await page.locator(control).first().isVisible()).toBe(false);
    }
    await screenshot('overview-print');
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.setViewportSize(options.viewport);
    await page
      .locator(`[data-chart=months] path[fill="${DARK}"]`)
      .first()
      .waitFor({ state: 'attached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('is a PDF of a few pages, after which the screen is as before', async () => {
    const { page, close } = await browser.openPage(site.url, { colorScheme: 'dark' });
    await page.goto('/');
    await drawAll(page);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(6);
    await page
      .locator(`[data-chart=months] path[fill="${DARK}"]`)
      .first()
      .waitFor({ state: 'attached' });
    expect(await page.locator('html').getAttribute('data-paper')).toBeNull();
    await close();
  });

  it.each(['/launches', '/launches?source=spacex'])('has room for %s', async (path) => {
    const { page, screenshot, close } = await browser.openPage(site.url, { locale: 'es-ES' });
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    const table = page.locator('.launch-table');
    expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(
      0,
    );
    expect(await overflow(page)).toBe(0);
    await screenshot(`launches-print${path.includes('?') ? '-spacex' : ''}`);
    await close();
  });
});
