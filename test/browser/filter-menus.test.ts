import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import { overflow, tiles } from './reading.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 800 };

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: BrowserContextOptions = {}): Promise<TestPage> => {
  const opened = await browser.openPage(site.url, { viewport: WIDE, ...options });
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

const search = (page: Page): string => new URL(page.url()).search;
const launches = async (page: Page): Promise<string | undefined> => (await tiles(page))['Launches'];
const summary = (page: Page, field: string): Locator => page.locator(`.${field}-field summary`);
const box = (page: Page, value: string): Locator => page.locator(`input[value="${value}"]`);
const openMenus = (page: Page): Promise<number> => page.locator('details[data-menu][open]').count();
const checked = (page: Page): Promise<string[]> =>
  page
    .locator('input[type=checkbox]:checked')
    .evaluateAll((boxes) => boxes.map((one) => (one as HTMLInputElement).value));
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('.field')?.className ?? '');

/** What a reader sees of the filter. */
const state = async (page: Page) => ({
  search: search(page),
  launches: await launches(page),
  values: await page.locator('.filter-value').allTextContents(),
  checked: await checked(page),
  q: await page.locator('input[name=q]').inputValue(),
});

describeInBrowser('the menus of the filter', () => {
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

  it('are opened, set and applied by keyboard alone', async () => {
    const { page, complaints } = await openPage('/');
    await summary(page, 'status').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await checked(page)).toEqual(['partial_failure', 'failed']);
    await page.keyboard.press('Enter');
    await page.waitForURL(/status=/);
    expect(await state(page)).toEqual({
      search: '?status=partial_failure&status=failed',
      launches: '14',
      values: ['2 of 5', 'All', 'All'],
      checked: ['partial_failure', 'failed'],
      q: '',
    });
    expect(complaints).toEqual([]);
  });

  it('keep what was not applied when they close, say so, and apply it with the next form', async () => {
    const { page } = await openPage('/?status=failed');
    await summary(page, 'status').click();
    await box(page, 'success').check();
    expect(await summary(page, 'status').innerText()).toBe('1 to apply');
    await summary(page, 'launchpad').click();
    expect(await checked(page)).toEqual(['success', 'failed']);
    expect(await summary(page, 'status').innerText()).toBe('1 to apply');
    await page.locator('details[open] .filter-panel button[type=submit]').click();
    await page.waitForURL(/status=success/);
    expect(new URL(page.url()).searchParams.getAll('status')).toEqual(['success', 'failed']);
    expect(await summary(page, 'status').innerText()).toBe('2 of 5');
  });

  it('close on Escape, and forget what was not applied', async () => {
    const { page } = await openPage('/?status=failed');
    await summary(page, 'status').click();
    await box(page, 'success').check();
    await page.keyboard.press('Escape');
    expect([await openMenus(page), await focused(page)]).toEqual([
      0,
      expect.stringContaining('status-field'),
    ]);
    expect(await checked(page)).toEqual(['failed']);
    expect(await summary(page, 'status').innerText()).toBe('Failed');
  });

  it('close when another opens, on a click elsewhere and when the focus goes on', async () => {
    const { page } = await openPage('/');
    await summary(page, 'status').click();
    await summary(page, 'launchpad').click();
    expect(
      await page.locator('details[open] .filter-panel input').first().getAttribute('name'),
    ).toBe('launchpad');
    expect(await openMenus(page)).toBe(1);
    await page.locator('h1').click();
    expect(await openMenus(page)).toBe(0);
    await page.locator('summary[aria-label^=Language]').click();
    expect(await openMenus(page)).toBe(1);
    await page.locator('input[name=q]').focus();
    expect(await openMenus(page)).toBe(0);
  });

  it('go back and forward with the history, and are the same for whoever opens the address', async () => {
    const { page } = await openPage('/?source=spacex');
    const before = await state(page);
    await summary(page, 'rocket').click();
    await box(page, 'Falcon Heavy').check();
    await page.locator('.rocket-field button').click();
    await page.waitForURL(/rocket=/);
    await page.locator('input[name=q]').fill('sat');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=sat/);
    const after = await state(page);
    expect(after).toMatchObject({
      search: '?source=spacex&rocket=Falcon+Heavy&q=sat',
      values: ['All', 'All', 'Falcon Heavy'],
      q: 'sat',
    });
    await page.goBack();
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('rocket'));
    expect(await state(page)).toEqual(before);
    expect(await openMenus(page)).toBe(0);
    await page.goForward();
    await page.goForward();
    await page.waitForURL(/q=sat/);
    expect(await state(page)).toEqual(after);
    const { page: other } = await openPage(page.url());
    expect(await state(other)).toEqual(after);
  });

  it('keep the rest of the filter: dates set the filter with what is chosen', async () => {
    const { page } = await openPage('/?launchpad=80&q=star');
    await page.fill('input[name=from]', '2026-01-01');
    await page.waitForURL(/from=/);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      from: '2026-01-01',
      launchpad: '80',
      q: 'star',
    });
    await summary(page, 'launchpad').click();
    await page.locator('.launchpad-field .filter-clear').click();
    await page.waitForURL((url) => !url.searchParams.has('launchpad'));
    expect(search(page)).toBe('?from=2026-01-01&q=star');
    await page.locator('.filter-reset').click();
    await page.waitForURL((url) => url.search === '');
    expect(await launches(page)).toBe('674');
  });

  it('work without scripts, on a phone too', async () => {
    const { page } = await openPage('/', { javaScriptEnabled: false, viewport: PHONE });
    expect(await summary(page, 'status').isVisible()).toBe(false);
    await page.locator('.more-filters summary').click();
    await summary(page, 'status').click();
    await box(page, 'failed').check();
    await page.locator('.status-field button').click();
    await page.waitForURL(/status=failed/);
    expect(await launches(page)).toBe('11');
    expect(await page.locator('.more-filters').innerText()).toBe('More filters (1)');
  });

  it.each([
    PHONE,
    { width: 700, height: 800 },
    { width: 701, height: 800 },
    { width: 900, height: 800 },
    { width: 1000, height: 800 },
    { width: 1100, height: 800 },
    { width: 1320, height: 800 },
    { width: 1321, height: 800 },
    WIDE,
  ])('fit the window when open, at $width px in the longer language', async (viewport) => {
    const { page } = await openPage('/?launchpad=80&rocket=Falcon+9', {
      viewport,
      locale: 'es-ES',
    });
    if (viewport.width <= 700) await page.locator('.more-filters summary').click();
    for (const field of ['status', 'launchpad', 'rocket']) {
      await summary(page, field).click();
      expect([field, await overflow(page)]).toEqual([field, 0]);
    }
  });
});

describeInBrowser('the filter on the way from page to page', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all(open.map((opened) => opened.close()));
    await Promise.all([site?.stop(), browser?.close()]);
  });

  it('is kept, search included: overview, list, one launch and back', async () => {
    const { page } = await openPage('/?status=failed');
    await page.locator('input[name=q]').fill('flight');
    await page.getByRole('button', { name: 'Search missions' }).click();
    await page.waitForURL(/q=/);
    const filter = '?status=failed&q=flight';
    expect(search(page)).toBe(filter);
    const count = await launches(page);
    await page.getByRole('navigation', { name: 'Pages' }).getByText('Launches').click();
    await page.waitForURL(/launches/);
    expect([search(page), await page.locator('input[name=q]').inputValue()]).toEqual([
      filter,
      'flight',
    ]);
    expect(await page.locator('.list-total').innerText()).toMatch(new RegExp(`^${count} launch`));
    await page.locator('tbody .mission-cell a').first().click();
    await page.waitForURL(/launches\/[\w-]+\?/);
    await page.locator('.launch-back').click();
    await page.waitForURL(/launches\?/);
    expect(search(page)).toBe(filter);
    await page.getByRole('navigation', { name: 'Pages' }).getByText('Overview').click();
    await page.waitForURL((url) => url.pathname === '/');
    expect([search(page), await launches(page)]).toEqual([filter, count]);
  });
});
