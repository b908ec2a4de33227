import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import { overflow } from './reading.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

const LOOKS: { name: string; options: BrowserContextOptions }[] = [
  { name: 'data', options: {} },
  { name: 'data-dark', options: { colorScheme: 'dark' } },
  { name: 'data-es', options: { locale: 'es-ES' } },
];

const WIDTHS = [360, 480, 700, 701, 900, 901, 1100, 1101, 1320, 1321, 1920];

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: BrowserContextOptions = {}): Promise<TestPage> => {
  const opened = await browser.openPage(site.url, { viewport: SIZES[0]!, ...options });
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

describeInBrowser('the page of the sources', () => {
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
    it.each(LOOKS)('$name fits its window and breaks no rule', async ({ name, options }) => {
      const { page, complaints, screenshot } = await openPage('/data', { ...options, viewport });
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
      await screenshot(`${name}-${viewport.width}`);
    });
  });

  it('fits every width between a small phone and a wide screen, in the longer language', async () => {
    const { page } = await openPage('/data', { locale: 'es-ES' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await overflow(page)]).toEqual([width, 0]);
    }
  });

  it.each([true, false])(
    'is on the way round the site under one filter, scripts: %s',
    async (javaScriptEnabled) => {
      const { page } = await openPage('/launches?source=spacex&status=failed', {
        javaScriptEnabled,
      });
      await page.getByRole('link', { name: 'Data', exact: true }).click();
      await page.waitForURL(/\/data\?/);
      expect(new URL(page.url()).search).toBe('?source=spacex&status=failed');
      await page.getByRole('link', { name: 'Launches', exact: true }).click();
      await page.waitForURL(/\/launches\?/);
      expect(await page.locator('.list-total').innerText()).toBe('5 launches');
    },
  );

  it('leads to a launch that nobody confirms, without a script', async () => {
    const { page } = await openPage('/data', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Viasat-3 & Arcturus' }).click();
    expect(await page.locator('h1').innerText()).toBe('Viasat-3 & Arcturus');
    expect(await page.locator('.launch-head .badge').innerText()).toBe('Unconfirmed');
  });

  it('counts as the API does', async () => {
    const { page } = await openPage('/data');
    const { sources } = (await site.api('/sources')) as {
      sources: { source: string; counts: Record<string, number>; unconfirmed: object[] }[];
    };
    for (const { source, counts, unconfirmed } of sources) {
      const part = page.locator(`section.source[aria-labelledby=${source}]`);
      const successes = part.locator('.legend .success b');
      expect(await successes.innerText()).toBe(String(counts['success']));
      expect(await part.locator('.text-table tbody tr').count()).toBe(unconfirmed.length);
    }
  });
});

describeInBrowser('the launches around one', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  it('are painted in their textures, the launch in the middle of its frame', async () => {
    const { page, close } = await browser.openPage(site.url, { viewport: SIZES[1]! });
    await page.goto('/launches?q=amos-6');
    await page.locator('tbody .mission-cell a').first().click();
    const picture = page.getByRole('img', { name: /^Picture of launches/ });
    const boxes = await picture.evaluate((svg) => {
      const frame = svg.querySelector('.around-frame')!.getBoundingClientRect();
      const bars = [...svg.querySelectorAll('.around-bar')].map((bar) => ({
        middle: bar.getBoundingClientRect().x + bar.getBoundingClientRect().width / 2,
        height: bar.getBoundingClientRect().height,
      }));
      return { frame: frame.x + frame.width / 2, bars };
    });
    const tallest = boxes.bars.toSorted((a, b) => b.height - a.height)[0]!;
    expect(Math.abs(tallest.middle - boxes.frame)).toBeLessThan(0.5);
    const middles = boxes.bars.map(({ middle }) => middle);
    expect(middles).toEqual(middles.toSorted((a, b) => a - b));
    const fills = await picture.evaluate((svg) =>
      [...svg.querySelectorAll('.around-bar')].map((bar) => {
        const id = /#([\w-]+)/.exec(getComputedStyle(bar).fill)?.[1] ?? '';
        const paint = document.getElementById(id)?.firstElementChild;
        const { fill, stroke } = getComputedStyle(paint!);
        return fill === 'none' ? stroke : fill;
      }),
    );
    expect(fills.every((fill) => /^rgb\(\d+, \d+, \d+\)$/.test(fill))).toBe(true);
    expect(new Set(fills).size).toBeGreaterThan(1);
    await close();
  });
});
