import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import type { Chart } from './reading.ts';
import { tiles, tooltipAt } from './reading.ts';

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: BrowserContextOptions = {}): Promise<TestPage> => {
  const viewport = { width: 1440, height: 900 };
  const opened = await browser.openPage(site.url, { viewport, ...options });
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

const search = (page: Page): string => new URL(page.url()).search;
const launches = async (page: Page): Promise<string | undefined> => (await tiles(page))['Launches'];

const drawn = async (page: Page, chart: Chart): Promise<void> => {
  await page.locator(`[data-chart=${chart}] [data-plot]`).scrollIntoViewIfNeeded();
  await page.locator(`[data-chart=${chart}][data-drawn=true]`).waitFor();
};

/** Clicks at a place of the plot, from 0 to 1 each way. */
const clickAt = async (page: Page, chart: Chart, x: number, y: number): Promise<void> => {
  await drawn(page, chart);
  const plot = await page.locator(`[data-chart=${chart}] .apexcharts-grid`).boundingBox();
  if (!plot) throw new Error(`${chart} has no grid`);
  await page.mouse.move(plot.x + plot.width * x - 1, plot.y + plot.height * y);
  await page.mouse.move(plot.x + plot.width * x, plot.y + plot.height * y);
  await Promise.all([
    page.waitForEvent('framenavigated'),
    page.mouse.click(plot.x + plot.width * x, plot.y + plot.height * y),
  ]);
  await page.waitForLoadState();
};

const cursorAt = async (page: Page, chart: Chart, x: number, y: number): Promise<string> => {
  await tooltipAt(page, chart, x, y);
  return page
    .locator(`[data-chart=${chart}] svg.apexcharts-svg`)
    .evaluate((svg) => getComputedStyle(svg).cursor);
};

describeInBrowser('a click in a chart', () => {
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

  it('on a month filters by its days, and on the one month left undoes that', async () => {
    const { page, complaints } = await openPage('/?from=2025-01-01&to=2025-12-31&status=success');
    await clickAt(page, 'months', 4.5 / 12, 0.95);
    expect(search(page)).toBe('?from=2025-05-01&to=2025-05-31&status=success');
    const { months } = (await site.api(
      '/statistics/monthly?from=2025-05-01&to=2025-05-31&status=success',
    )) as { months: { total: number }[] };
    expect(await launches(page)).toBe(String(months[0]?.total));
    await clickAt(page, 'months', 0.5, 0.5);
    expect(search(page)).toBe('?from=2025-01-01&to=2025-12-31&status=success');
    expect(complaints).toEqual([]);
  });

  it('on a quarter or a year filters by the days that are drawn of it', async () => {
    const { page } = await openPage('/?from=2024-02-10&to=2025-12-31');
    await drawn(page, 'months');
    await page.locator('[data-chart=months] [data-option=quarter]').click();
    await clickAt(page, 'months', 0.5 / 8, 0.9);
    expect(search(page)).toBe('?from=2024-02-10&to=2024-03-31');
    await page.goBack();
    await drawn(page, 'months');
    await page.locator('[data-chart=months] [data-option=year]').click();
    await clickAt(page, 'months', 0.75, 0.5);
    expect(search(page)).toBe('?from=2025-01-01&to=2025-12-31');
  });

  it('on a pad filters by it and undoes it, and is in the history', async () => {
    const { page } = await openPage('/');
    await clickAt(page, 'pads', 0.2, 0.5 / 7);
    expect(search(page)).toBe('?launchpad=80');
    expect(await page.locator('.launchpad-field .filter-value').innerText()).toBe(
      'SLC-40 Cape Canaveral',
    );
    await clickAt(page, 'pads', 0.2, 0.5);
    expect(search(page)).toBe('');
    await page.goBack();
    expect([search(page), await launches(page)]).toEqual(['?launchpad=80', '326']);
    await page.goForward();
    expect([search(page), await launches(page)]).toEqual(['', '674']);
  });

  it('on a part of a rocket filters by both, on its name by the rocket alone', async () => {
    const { page } = await openPage('/');
    await clickAt(page, 'status', 0.05, 5.5 / 6);
    expect(new URLSearchParams(search(page)).toString()).toBe('rocket=Falcon+1&status=failed');
    expect(await launches(page)).toBe('3');
    await page.goto('/');
    await clickAt(page, 'status', -0.1, 1.5 / 6);
    expect(search(page)).toBe('?rocket=Falcon+9');
  });

  it('on the line filters by the day its tooltip names', async () => {
    const { page } = await openPage('/?rocket=Falcon+1');
    await drawn(page, 'timeline');
    const [title] = await tooltipAt(page, 'timeline', 0.99, 0.5);
    expect(title).toBe('13 Jul 2009 · 5');
    await clickAt(page, 'timeline', 0.99, 0.5);
    expect(search(page)).toBe('?rocket=Falcon+1&from=2009-07-13&to=2009-07-13');
  });

  it('on a cell of the heat map filters by its month, on a total by its year', async () => {
    const { page } = await openPage('/?rocket=Falcon+1');
    const cell = (text: string) =>
      page
        .locator('[data-chart=heat] .apexcharts-heatmap-rect')
        .and(page.locator(`[val="${text}"]`));
    await drawn(page, 'heat');
    await cell('-3').click();
    await page.waitForURL(/from=/);
    expect(search(page)).toBe('?rocket=Falcon+1&from=2008-01-01&to=2008-12-31');
    await drawn(page, 'heat');
    await cell('1').first().click();
    await page.waitForURL(/from=2008-0[89]/);
    expect(await launches(page)).toBe('1');
  });

  it('on a rocket or a bin of boosters filters by it, on an orbit by nothing', async () => {
    const { page } = await openPage('/?source=spacex');
    await clickAt(page, 'rockets', 0.1, 0.1);
    expect(search(page)).toBe('?source=spacex&rocket=Falcon+9');
    await page.goto('/?source=spacex&from=2020-01-01&to=2020-12-31');
    await clickAt(page, 'boosters', 1.5 / 12, 0.95);
    expect(search(page)).toBe('?from=2020-02-01&to=2020-02-29&source=spacex');
    await page.goto('/');
    await drawn(page, 'orbits');
    expect(await cursorAt(page, 'orbits', 0.1, 0.1)).toBe('auto');
  });

  it('keeps the chart where it was, and undone gives back the days there were before', async () => {
    const { page } = await openPage('/?from=2023-01-01&to=2024-12-31');
    const top = async () => (await page.locator('[data-chart=pads]').boundingBox())!.y;
    await drawn(page, 'pads');
    const before = await top();
    await clickAt(page, 'pads', 0.1, 0.1);
    expect(search(page)).toContain('launchpad=');
    await drawn(page, 'pads');
    expect(Math.abs((await top()) - before)).toBeLessThan(400);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
    await page.goto('/?from=2023-01-01&to=2024-12-31');
    await clickAt(page, 'months', 0.5 / 24, 0.95);
    expect(search(page)).toBe('?from=2023-01-01&to=2023-01-31');
    await clickAt(page, 'months', 0.5, 0.95);
    expect(search(page)).toBe('?from=2023-01-01&to=2024-12-31');
  });

  it('is announced by the pointer, and does nothing where nothing is drawn', async () => {
    const { page } = await openPage('/?rocket=Falcon+1');
    await drawn(page, 'months');
    expect(await cursorAt(page, 'months', 0.999, 0.9)).toBe('pointer');
    expect(await cursorAt(page, 'months', 0.1, 0.9)).toBe('auto');
    const plot = (await page.locator('[data-chart=months] .apexcharts-grid').boundingBox())!;
    await page.mouse.click(plot.x + plot.width * 0.1, plot.y + plot.height * 0.9);
    await page.waitForTimeout(300);
    expect(search(page)).toBe('?rocket=Falcon+1');
  });

  it('with a finger shows the tooltip first, and filters at the second tap', async () => {
    const { page } = await openPage('/?from=2025-01-01&to=2025-12-31', {
      hasTouch: true,
      viewport: { width: 800, height: 900 },
    });
    await drawn(page, 'pads');
    const plot = (await page.locator('[data-chart=pads] .apexcharts-grid').boundingBox())!;
    const tap = () => page.touchscreen.tap(plot.x + plot.width * 0.2, plot.y + 12);
    await tap();
    await page.locator('[data-chart=pads] .apexcharts-tooltip.apexcharts-active').waitFor();
    expect(search(page)).toBe('?from=2025-01-01&to=2025-12-31');
    await Promise.all([page.waitForURL(/launchpad=/), tap()]);
  });

  it.each([true, false])(
    'has a row of the table that does the same, scripts: %s',
    async (scripts) => {
      const { page } = await openPage('/', { javaScriptEnabled: scripts });
      await page.locator('[data-chart=status] .table-panel summary').focus();
      await page.keyboard.press('Enter');
      const row = page.getByRole('link', { name: 'Falcon Heavy' });
      await row.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/rocket=Falcon\+Heavy/);
      expect(await launches(page)).toBe('12');
      expect(await page.locator('[data-chart=status] th [aria-current]').textContent()).toBe(
        'Falcon Heavy',
      );
      await page.locator('[data-chart=status] .table-panel summary').click();
      await page.getByRole('link', { name: 'Falcon Heavy' }).click();
      await page.waitForURL((url) => url.search === '');
    },
  );
});
