import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityViolations } from '../helpers/browser/accessibility.ts';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import { overflow } from './reading.ts';

const WIDTHS = [360, 768, 1440];
const HEIGHT = 900;

/** A mission that was flown, by its name in both sources. */
const FLOWN = 'Starlink Group 4-19';

const PAGES = {
  overview: '/',
  'overview of a source that stopped': '/?source=spacex',
  'overview of nothing': '/?from=2010-01-01&to=2010-01-31',
  'overview with what it could not apply': '/?from=soon&status=exploded',
  launches: '/launches',
  'launches by a search': '/launches?q=crew&status=success',
  launch: '',
  data: '/data',
  'page that is not there': '/nowhere',
  'API documents': '/docs',
} as const;
type Name = keyof typeof PAGES;
type Theme = 'light' | 'dark';
const NAMES = Object.keys(PAGES) as Name[];

let site: TestSite;
let browser: TestBrowser;
let launchPath: string;

/** Opens all that a reader can open. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('main details'))
      details.setAttribute('open', '');
  });

/** Scrolls to every plot of the page, until its chart is drawn or has failed. */
const drawEvery = async (page: Page): Promise<void> => {
  for (const card of await page.locator('[data-chart]:has([data-plot])').all()) {
    await card.locator('[data-plot]').scrollIntoViewIfNeeded();
    await page.waitForFunction(
      (element: HTMLElement) => 'drawn' in element.dataset,
      (await card.elementHandle()) as never,
    );
  }
  await page.evaluate(() => scrollTo(0, 0));
};

const reasonsAt = async (page: Page, width: number): Promise<string[]> => {
  await page.setViewportSize({ width, height: HEIGHT });
  await drawEvery(page);
  const closed = await accessibilityViolations(page);
  const wider = await overflow(page);
  return [...closed, ...(wider > 0 ? [`${wider} px wider than the window`] : [])];
};

describeInBrowser('what axe-core finds', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
    const found = await site.api(`/launches?q=${encodeURIComponent(FLOWN)}`);
    const [launch] = found['items'] as { id: string }[];
    launchPath = `/launches/${launch!.id}`;
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  const open = async (colorScheme: Theme, locale: string, name: Name): Promise<TestPage> => {
    const opened = await browser.openPage(site.url, { colorScheme, locale });
    await opened.page.goto(PAGES[name] || launchPath);
    return opened;
  };

  describe.each<[Theme, string]>([
    ['light', 'en-GB'],
    ['light', 'es-ES'],
    ['dark', 'en-GB'],
    ['dark', 'es-ES'],
  ])('in %s, in %s', (theme, locale) => {
    it.each(NAMES)(
      'is nothing on the %s, at any width',
      async (name) => {
        const { page, close } = await open(theme, locale, name);
        expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
        const reasons: Record<string, string[]> = {};
        for (const width of WIDTHS) reasons[width] = await reasonsAt(page, width);
        expect(reasons).toEqual({ 360: [], 768: [], 1440: [] });
        await close();
      },
      60_000,
    );
  });

  it.each(NAMES)(
    'is nothing on the %s with all of it opened',
    async (name) => {
      const { page, close } = await open('dark', 'en-GB', name);
      await unfold(page);
      expect(await accessibilityViolations(page)).toEqual([]);
      await close();
    },
    60_000,
  );

  it('would be something, if there were something', async () => {
    const { page, close } = await browser.openPage(site.url);
    await page.goto('/');
    await page.evaluate(() =>
      document.querySelector('main')!.append(document.createElement('img')),
    );
    expect(await accessibilityViolations(page)).toEqual([expect.stringContaining('image-alt')]);
    await close();
  });
});
