import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import { parseCalendar } from '../helpers/calendar.ts';
import { parseCsv } from '../helpers/csv.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import type { Chart } from './reading.ts';
import { DRAWN, drawAll, tableHeads, tableRows } from './reading.ts';

const WIDE = { viewport: { width: 1440, height: 900 } };
const YEAR = '/?from=2025-05-21&to=2026-05-15';
const PNG_SIGNATURE = '89504e470d0a1a0a';

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: object = WIDE): Promise<TestPage> => {
  const opened = await browser.openPage(site.url, options);
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

interface SavedFile {
  name: string;
  bytes: Buffer;
}

const save = async (page: Page, act: () => Promise<void>): Promise<SavedFile> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

const saveChart = (page: Page, chart: Chart, format: string): Promise<SavedFile> =>
  save(page, async () => {
    await page.locator(`[data-chart=${chart}] .download-menu summary`).click();
    await page.locator(`[data-chart=${chart}] [data-download=${format}]`).click();
  });

const saveExport = (page: Page, label: string): Promise<SavedFile> =>
  save(page, async () => {
    await page.locator('.export-menu summary').click();
    await page.locator('.export-menu').getByRole('link', { name: label }).click();
  });

/** What an SVG file holds, as a browser reads it by itself. */
const readSvg = async ({ bytes }: SavedFile) => {
  const { page } = await openPage('about:blank');
  return page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const ids = new Set([...root.querySelectorAll('[id]')].map(({ id }) => `url(#${id})`));
    const used = [...root.querySelectorAll('*')].flatMap((element) =>
      ['fill', 'clip-path', 'mask'].map((name) => element.getAttribute(name) ?? ''),
    );
    return {
      root: root.localName,
      size: ['width', 'height'].map((name) => Number(root.getAttribute(name))),
      texts: [...root.querySelectorAll(':scope > text')]
        .map((one) => one.textContent)
        .join(' ')
        .replaceAll('\u00a0', ' '),
      legend: [...root.querySelectorAll(':scope > g')].map((one) => one.textContent),
      bars: root.querySelectorAll('svg path[fill^="rgba(69"]').length,
      ground: root.querySelector('rect')?.getAttribute('fill'),
      foreign: root.querySelectorAll('foreignObject, script, style').length,
      missing: used.filter((name) => name.startsWith('url(#') && !ids.has(name)),
    };
  }, bytes.toString());
};

const PLAIN = { '\u00a0': ' ', ',': '' } as Record<string, string>;
const plain = (text: string): string => text.replace(/[\u00a0,]/g, (mark) => PLAIN[mark] ?? '');

describeInBrowser('files of what is shown', () => {
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

  it.each(['en-US', 'es-ES'])('CSV of each chart is its table, %s', async (locale) => {
    const { page, complaints } = await openPage('/', { ...WIDE, locale });
    for (const chart of DRAWN['launch-library']) {
      const { name, bytes } = await saveChart(page, chart, 'csv');
      expect(name).toMatch(/^[a-z-]+-2006-03-24-2026-05-15\.csv$/);
      const [head, ...rows] = parseCsv(bytes.toString().replace(/^\ufeff/, ''));
      expect(head).toEqual(await tableHeads(page, chart));
      const shown = await tableRows(page, chart);
      const isDated = chart === 'months' || chart === 'timeline';
      const cells = (row: string[]): string[] => (isDated ? row.slice(1) : row).map(plain);
      expect(rows.map(cells)).toEqual(shown.map(cells));
      if (isDated) expect(rows[0]?.[0]).toMatch(/^2026-05(-15)?$/);
    }
    expect(complaints).toEqual([]);
  });

  it('SVG of each chart stands by itself', async () => {
    const { page, complaints } = await openPage(YEAR);
    await drawAll(page);
    for (const chart of DRAWN['launch-library']) {
      const file = await saveChart(page, chart, 'svg');
      expect(file.name).toMatch(/^[a-z-]+-2025-05-21-2026-05-15\.svg$/);
      const svg = await readSvg(file);
      expect(svg).toMatchObject({
        root: 'svg',
        foreign: 0,
        missing: [],
        ground: 'rgb(255, 255, 255)',
      });
      const card = page.locator(`[data-chart=${chart}]`);
      for (const selector of ['h2', '.takeaway']) {
        const text = (await card.locator(selector).textContent()) ?? '';
        expect(svg.texts).toContain(text.trim().replaceAll('\u00a0', ' '));
      }
      expect(svg.texts).toContain('Launches from 21 May 2025 to 15 May 2026');
      expect(svg.texts).toContain('Source: Launch Library 2 by The Space Devs, read 16 May 2026');
      expect(svg.texts).toContain(`${new URL(site.url).host}${YEAR}`);
      const legend = await card.locator('.legend li').allTextContents();
      expect(svg.legend).toEqual(legend.map((text) => text.trim()));
    }
    expect(complaints).toEqual([]);
  });

  it('SVG holds the bars of the chart, in the colours of the theme', async () => {
    const { page } = await openPage(YEAR, { ...WIDE, colorScheme: 'light' });
    await drawAll(page);
    expect((await readSvg(await saveChart(page, 'months', 'svg'))).bars).toBe(13);
    await page.locator('.theme-to-dark').click();
    await drawAll(page);
    const dark = await readSvg(await saveChart(page, 'months', 'svg'));
    expect(dark).toMatchObject({ ground: 'rgb(23, 24, 26)', bars: 0 });
  });

  it('PNG of a chart is its picture, two pixels to one', async () => {
    const { page, complaints } = await openPage(YEAR);
    await drawAll(page);
    const [svg, png] = [
      await readSvg(await saveChart(page, 'status', 'svg')),
      await saveChart(page, 'status', 'png'),
    ];
    expect(png.name).toBe('outcome-share-by-rocket-2025-05-21-2026-05-15.png');
    expect(png.bytes.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
    expect([16, 20].map((offset) => png.bytes.readUInt32BE(offset))).toEqual(
      svg.size.map((side) => side * 2),
    );
    const colours = await page.evaluate(async (encoded) => {
      const image = new Image();
      image.src = `data:image/png;base64,${encoded}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context!.getImageData(0, 0, image.width, image.height);
      const found = new Set<string>();
      for (let at = 0; at < data.length; at += 4) found.add(data.slice(at, at + 3).join());
      return [...found];
    }, png.bytes.toString('base64'));
    expect(colours).toEqual(expect.arrayContaining(['255,255,255', '69,131,192', '156,42,20']));
    expect(complaints).toEqual([]);
  });

  it('a chart by quarter is called so, its table by month', async () => {
    const { page } = await openPage('/');
    await page.click('[data-option=quarter]');
    await page.getByRole('heading', { name: 'Launches per quarter' }).waitFor();
    expect((await saveChart(page, 'months', 'svg')).name).toMatch(/^launches-per-quarter-/);
    expect((await saveChart(page, 'months', 'csv')).name).toMatch(/^launches-per-month-/);
  });

  it('says in words when there is no picture, and still gives the numbers', async () => {
    const { page } = await openPage('about:blank');
    await page.route('**/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/"pads":\[/, '"pads":{},"was_pads":[');
      await route.fulfill({ response, body });
    });
    await page.goto('/');
    await drawAll(page);
    const menu = page.locator('[data-chart=pads] .download-menu');
    await menu.locator('summary').click();
    await menu.locator('[data-download=png]').click();
    await menu.getByText('The picture could not be made. The numbers are in the table.').waitFor();
    const [{ bytes }] = await Promise.all([
      save(page, () => menu.locator('[data-download=csv]').click()),
    ]);
    expect(bytes.toString()).toContain('SLC-40 Cape Canaveral,324,');
  });

  it.each(['/?status=failed&source=spacex', '/launches?status=failed&source=spacex&q=crs'])(
    '%s exports the launches it shows',
    async (path) => {
      const { page } = await openPage(path);
      const wanted = await site.api(`/launches?limit=200&${path.split('?')[1]}`);
      const ids = (wanted['items'] as { id: string }[]).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      const csv = await saveExport(page, 'CSV');
      const [head = [], ...rows] = parseCsv(csv.bytes.toString());
      expect(rows.map((row) => row[head.indexOf('id')])).toEqual(ids);
      const ndjson = await saveExport(page, 'NDJSON');
      const lines = ndjson.bytes.toString().trim().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(ids);
      const detail = page.locator('.export-menu .menu-detail').first();
      expect(await detail.textContent()).toBe(`${ids.length} launch${ids.length > 1 ? 'es' : ''}`);
      const calendar = parseCalendar((await saveExport(page, 'Calendar')).bytes.toString());
      expect(calendar.properties['X-LAUNCHES-WITHOUT-DAY']).toBe('0');
    },
  );

  it('needs no script for the launches, and offers no chart without one', async () => {
    const { page } = await openPage('/?source=spacex', { ...WIDE, javaScriptEnabled: false });
    const { name } = await saveExport(page, 'CSV');
    expect(name).toBe('launches-spacex.csv');
    expect(await page.locator('.download-menu').first().isVisible()).toBe(false);
    expect(await page.locator('.times-menu').isVisible()).toBe(false);
  });

  it('works by keyboard: opens, closes and gives the focus back', async () => {
    const { page } = await openPage('/');
    await drawAll(page);
    const menu = page.locator('[data-chart=status] .download-menu');
    await menu.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).toBeNull();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const { name } = await save(page, () => page.keyboard.press('Enter'));
    expect(name).toMatch(/\.png$/);
    expect(await menu.getAttribute('open')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Download');
  });
});
