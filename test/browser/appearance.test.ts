import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestBrowser } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import { drawAll, drawnStates, overflow } from './reading.ts';

const SIZES = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } } as const;

const PAGES = [
  { name: 'overview', path: '/', options: { colorScheme: 'light' } },
  { name: 'overview-dark', path: '/', options: { colorScheme: 'dark' } },
  { name: 'overview-es', path: '/', options: { colorScheme: 'light', locale: 'es-ES' } },
  { name: 'overview-1y', path: '/?from=2025-05-21&to=2026-05-15', options: {} },
  { name: 'overview-frozen-source', path: '/?source=spacex', options: {} },
  { name: 'overview-empty', path: '/?from=2010-01-01&to=2010-01-31', options: {} },
] as const;

let site: TestSite;
let browser: TestBrowser;

describeInBrowser('the look of the overview', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  describe.each(Object.values(SIZES))('at $width px', (viewport) => {
    it.each(PAGES)('$name fits its window and breaks no rule', async ({ name, path, options }) => {
      const opened = await browser.openPage(site.url, { ...options, viewport });
      const { page } = opened;
      await page.goto(path);
      if (name !== 'overview-empty') {
        await drawAll(page);
        expect(new Set(Object.values(await drawnStates(page)))).toEqual(new Set(['true']));
      }
      expect(await overflow(page)).toBe(0);
      expect(opened.complaints).toEqual([]);
      await opened.screenshot(`${name}-${viewport.width}`);
      await opened.close();
    });
  });

  it('fits every width between a small phone and a wide screen, in the longer language', async () => {
    const { page, close } = await browser.openPage(site.url, { locale: 'es-ES' });
    await page.goto('/');
    for (const width of [360, 480, 700, 701, 900, 901, 1100, 1101, 1320, 1321, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await drawAll(page);
      expect([width, await overflow(page)]).toEqual([width, 0]);
    }
    await close();
  }, 60_000);
});
