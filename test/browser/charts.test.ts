import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import {
  barFills,
  barHeights,
  CHARTS,
  drawAll,
  drawnStates,
  drawnTexts,
  pageData,
  tableHeads,
  tableRows,
  tooltipAt,
} from './reading.ts';

const WIDE = { viewport: { width: 1440, height: 900 } };
const ALL_DRAWN = Object.fromEntries(CHARTS.map((chart) => [chart, 'true']));
const SUCCESS = { light: 'rgba(69,131,192,1)', dark: 'rgba(79,140,203,1)' };

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: object = WIDE): Promise<TestPage> => {
  const opened = await browser.openPage(site.url, options);
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describeInBrowser('the charts of the overview', () => {
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

  it('are drawn, all four, without an error, a violation or a request to elsewhere', async () => {
    const { page, complaints } = await openPage('/');
    await drawAll(page);
    expect(await drawnStates(page)).toEqual(ALL_DRAWN);
    expect(await page.locator('[data-plot] svg.apexcharts-svg').count()).toBe(4);
    expect(complaints).toEqual([]);
  });

  it('wait below the fold until scrolled near, and are all there before printing', async () => {
    const { page } = await openPage('/', { viewport: { width: 1440, height: 600 } });
    await page.locator('[data-chart=months][data-drawn]').waitFor();
    expect((await drawnStates(page))['pads']).toBeUndefined();
    await page.pdf();
    expect(await drawnStates(page)).toEqual(ALL_DRAWN);
  });

  it('show every bar at once instead of all again with each', async () => {
    const { page } = await openPage('about:blank');
    await page.addInitScript(`
      window.reveals = 0;
      const { add } = DOMTokenList.prototype;
      DOMTokenList.prototype.add = function (...names) {
        if (names.includes('apexcharts-hidden-element-shown')) window.reveals += 1;
        return add.apply(this, names);
      };`);
    await page.goto('/');
    await drawAll(page);
    const bars = await page.locator('path.apexcharts-bar-area').count();
    const reveals = await page.evaluate<number>('window.reveals');
    expect(bars).toBeGreaterThan(700);
    expect(reveals).toBeGreaterThanOrEqual(bars);
    expect(reveals).toBeLessThan(2 * bars);
    expect(await page.locator('.apexcharts-element-hidden').count()).toBe(0);
  });

  it('draw the months of the table, each bar as high as its number', async () => {
    const { page } = await openPage('/');
    await drawAll(page);
    const rows = (await tableRows(page, 'months')).toReversed();
    const heads = await tableHeads(page, 'months');
    const columns = ['Failed', 'Partial failure', 'Success'].map((head) => heads.indexOf(head));
    const heights = await barHeights(page, 'months');
    const tallest = Math.max(...heights.flat());
    const most = Math.max(...rows.map((row) => Number(row[columns[2] as number])));
    expect(rows).toHaveLength(243);
    columns.forEach((column, series) => {
      const counts = rows.map((row) => Number(row[column]));
      const drawn = (heights[series] ?? []).map((height) => Math.round((height / tallest) * most));
      expect(drawn).toEqual(counts);
    });
    expect(sum(rows.map((row) => Number(row.at(-1))))).toBe(674);
  });

  it('say in a tooltip what the table says of that month', async () => {
    const { page } = await openPage('/?source=spacex&from=2017-01-01&to=2017-12-31');
    await drawAll(page);
    const rows = await tableRows(page, 'months');
    const june = rows.find(([name]) => name === 'June\u00a02017' || name === 'June 2017');
    expect(june?.[1]).toBe('3');
    const lines = await tooltipAt(page, 'months', 5.5 / 12, 0.9);
    expect(lines).toEqual(['Jun 2017 · 3', 'Success 3']);
    expect(await drawnTexts(page, 'months', '.apexcharts-bar-series > g > text')).toEqual(
      rows.toReversed().map((row) => row.at(-1)),
    );
  });

  it('name the missions that fell short', async () => {
    const { page, screenshot } = await openPage('/?from=2025-05-21&to=2026-05-15');
    await drawAll(page);
    const lines = await tooltipAt(page, 'months', 0.5 / 13, 0.9);
    expect(lines).toEqual(['May 2025 · 8', 'Success 7', 'Failed 1', '× Starship Flight 9']);
    await screenshot('overview-tooltip-1440', { fullPage: false });
    const marks = page.locator('[data-chart=months] .apexcharts-point-annotation-marker');
    expect(await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('shape')))).toEqual(
      ['cross'],
    );
  });

  it('print the totals of the pads and the rates of the rockets as their tables do', async () => {
    const { page } = await openPage('/');
    await drawAll(page);
    for (const chart of ['pads', 'status'] as const) {
      const rows = await tableRows(page, chart);
      const ends = await drawnTexts(page, chart, '.apexcharts-bar-series > g > text');
      expect(ends).toEqual(rows.map((row) => row.at(-1)));
    }
    const { pads, rockets, all } = await pageData(page);
    expect(await drawnTexts(page, 'pads', '.apexcharts-yaxis-label tspan')).toEqual(
      pads.map(({ label }) => label.replaceAll('\u00a0', ' ')),
    );
    expect(await drawnTexts(page, 'status', '.apexcharts-yaxis-label tspan')).toEqual(
      [{ ...all, label: 'All rockets' }, ...rockets].map(
        ({ label, total }) => `${label.replaceAll('\u00a0', ' ')} · ${total}`,
      ),
    );
  });

  it('count up to the launches that have flown', async () => {
    const { page } = await openPage('/?source=spacex');
    await drawAll(page);
    const [last] = await tableRows(page, 'timeline');
    expect(last?.at(-1)).toBe('187');
    const labels = await drawnTexts(page, 'timeline', '.apexcharts-point-annotation-label');
    expect(labels.at(-1)).toBe('187');
    expect(await tooltipAt(page, 'timeline', 1, 0.5)).toEqual(['5 Oct 2022 · 187', 'That day 1']);
  });

  it('label the months of a year at regular distances', async () => {
    const { page } = await openPage('/?from=2025-05-21&to=2026-05-15');
    await drawAll(page);
    const labels = await drawnTexts(page, 'timeline', '.apexcharts-xaxis-label tspan');
    expect(labels.map((label) => label.replaceAll('\u200b', '').trim())).toEqual([
      'Jun 2025',
      'Aug 2025',
      'Oct 2025',
      'Dec 2025',
      'Feb 2026',
      'Apr 2026',
    ]);
  });

  it('group the months by quarter and year when asked, and by the width unless asked', async () => {
    const { page } = await openPage('/');
    await drawAll(page);
    const title = page.locator('[data-chart=months] h2');
    const total = async () => sum((await barHeights(page, 'months')).map((bars) => bars.length));
    expect(await total()).toBe(3 * 243);
    await page.click('[data-bin=quarter]');
    await page.getByRole('heading', { name: 'Launches per quarter' }).waitFor();
    await page.locator('[data-bin=quarter][aria-pressed=true]').waitFor();
    expect(await total()).toBe(3 * 82);
    await page.click('[data-bin=year]');
    await page.getByRole('heading', { name: 'Launches per year' }).waitFor();
    const totals = await drawnTexts(page, 'months', '.apexcharts-bar-series > g > text');
    expect(totals).toHaveLength(21);
    expect(sum(totals.map(Number))).toBe(674);
    await page.reload();
    await drawAll(page);
    expect(await title.textContent()).toBe('Launches per month');
    await page.setViewportSize({ width: 390, height: 900 });
    await page.getByRole('heading', { name: 'Launches per year' }).waitFor();
  });

  it('follow the theme of the system and the one chosen', async () => {
    const { page, complaints } = await openPage('/', { ...WIDE, colorScheme: 'light' });
    await drawAll(page);
    expect(await barFills(page, 'months')).toContain(SUCCESS.light);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page
      .locator(`[data-chart=months] path[fill="${SUCCESS.dark}"]`)
      .first()
      .waitFor({ state: 'attached' });
    expect(await barFills(page, 'months')).not.toContain(SUCCESS.light);
    await tooltipAt(page, 'months', 0.98, 0.9);
    const tooltip = page.locator('[data-chart=months] .apexcharts-tooltip');
    expect(await tooltip.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(23, 24, 26)',
    );
    await page.locator('.theme-to-light').click();
    await drawAll(page);
    expect(await barFills(page, 'months')).toContain(SUCCESS.light);
    expect(complaints).toEqual([]);
  });

  it('are described to those who cannot see them', async () => {
    const { page } = await openPage('/');
    await drawAll(page);
    for (const chart of CHARTS) {
      const plot = page.locator(`[data-chart=${chart}] [data-plot]`);
      const takeaway = await page.locator(`[data-chart=${chart}] .takeaway`).textContent();
      expect(await plot.getAttribute('role')).toBe('img');
      expect(await plot.getAttribute('aria-label')).toContain(takeaway?.trim());
    }
  });

  it('say so when one cannot be drawn; its table and the other charts remain', async () => {
    const { page, complaints } = await openPage('about:blank');
    await page.route('**/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/"pads":\[/, '"pads":{},"was_pads":[');
      await route.fulfill({ response, body });
    });
    await page.goto('/');
    await drawAll(page);
    expect(await drawnStates(page)).toEqual({ ...ALL_DRAWN, pads: 'error' });
    expect(await page.locator('[data-chart=pads] .plot').innerText()).toBe(
      'The chart could not be drawn. The numbers are in the table below.',
    );
    const [first] = await tableRows(page, 'pads');
    expect(first?.at(-1)).toBe('326');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^error: .*map/);
  });
});
