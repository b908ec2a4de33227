import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import {
  allDrawn,
  DRAWN,
  drawAll,
  drawnStates,
  drawnTexts,
  pageData,
  tableRows,
  tiles,
} from './reading.ts';

const WIDE = { viewport: { width: 1440, height: 900 } };
const JUNE = 'from=2017-06-01&to=2017-06-30';

let site: TestSite;
let browser: TestBrowser;
let open: TestPage[] = [];

const openPage = async (path: string, options: object = WIDE): Promise<TestPage> => {
  const opened = await browser.openPage(site.url, options);
  open.push(opened);
  await opened.page.goto(path);
  return opened;
};

const search = (page: Page): string => new URL(page.url()).search.slice(1);
const launches = async (page: Page): Promise<string | undefined> => (await tiles(page))['Launches'];
const dates = (page: Page): Promise<string[]> =>
  page
    .locator('form[data-filter] input[type=date]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

/** Everything a reader sees change with the filter. */
const state = async (page: Page) => ({
  search: search(page),
  title: await page.locator('h1').textContent(),
  launches: await launches(page),
  dates: await dates(page),
  months: (await tableRows(page, 'months')).length,
});

const askForJune = async (page: Page): Promise<void> => {
  await page.fill('input[name=from]', '2017-06-01');
  await page.fill('input[name=to]', '2017-06-30');
  await page.waitForURL(/to=2017-06-30/);
};

describeInBrowser('the filter of the overview', () => {
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

  it('acts on changed dates by itself: address, numbers and charts follow', async () => {
    const { page, complaints } = await openPage('/?source=spacex');
    expect(await launches(page)).toBe('205');
    await askForJune(page);
    expect(search(page).split('&').sort()).toEqual([...JUNE.split('&'), 'source=spacex'].sort());
    expect(await launches(page)).toBe('3');
    await drawAll(page);
    expect(await drawnTexts(page, 'months', '.apexcharts-bar-series > g > text')).toEqual(['3']);
    const answer = await site.api(`/statistics/monthly?source=spacex&${JUNE}`);
    expect(answer['months']).toEqual([expect.objectContaining({ month: '2017-06', success: 3 })]);
    expect(complaints).toEqual([]);
  });

  it('puts only what filters into the address', async () => {
    const { page } = await openPage('/');
    await page.fill('input[name=from]', '2026-01-01');
    await page.waitForURL(/from=/);
    expect(search(page)).toBe('from=2026-01-01');
    expect(await launches(page)).toBe('57');
    await page.fill('input[name=from]', '');
    await page.waitForURL((url) => !url.searchParams.has('from'));
    expect(search(page)).toBe('');
    expect(await launches(page)).toBe('674');
  });

  it('waits while a year is being typed', async () => {
    const { page } = await openPage('/');
    await page.fill('input[name=from]', '0002-01-01');
    await page.waitForTimeout(1000);
    expect(search(page)).toBe('');
    await page.fill('input[name=from]', '2025-01-01');
    await page.waitForURL(/from=2025-01-01/);
  });

  it('goes back and forward with the history: address, form and numbers', async () => {
    const { page } = await openPage('/?source=spacex');
    const before = await state(page);
    await askForJune(page);
    const after = await state(page);
    expect(after).not.toEqual(before);
    await page.goBack();
    expect(await state(page)).toEqual(before);
    await drawAll(page);
    expect(await drawnStates(page)).toEqual(allDrawn(DRAWN.spacex));
    await page.goForward();
    expect(await state(page)).toEqual(after);
  });

  it('shows the same to whoever opens the address', async () => {
    const { page } = await openPage('/?source=spacex');
    await askForJune(page);
    const { page: other } = await openPage(page.url());
    expect(await state(other)).toEqual(await state(page));
    expect(await pageData(other)).toEqual(await pageData(page));
  });

  it('takes a period with one click', async () => {
    const { page } = await openPage('/');
    await page.locator('form[data-filter] .segmented a', { hasText: 'YTD' }).click();
    await page.waitForURL(/from=2026-01-01/);
    expect(await launches(page)).toBe('57');
  });

  it('shows the same numbers without scripts, and the form works', async () => {
    const { page } = await openPage('/?source=spacex', { ...WIDE, javaScriptEnabled: false });
    expect(await launches(page)).toBe('205');
    await page.fill('input[name=from]', '2017-06-01');
    await page.fill('input[name=to]', '2017-06-30');
    await page.locator('.filter-apply').click();
    expect(await launches(page)).toBe('3');
    expect((await tableRows(page, 'months')).map((row) => row[1])).toEqual(['3']);
  });
});
