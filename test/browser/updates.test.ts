import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestBrowser, TestPage } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import { launch, storeLaunches } from '../helpers/launches.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite, TODAY } from '../helpers/site.ts';
import type { TableRelay } from '../helpers/table-relay.ts';
import { startTableRelay } from '../helpers/table-relay.ts';
import { drawAll, drawnTexts, pageData, tableRows, tiles } from './reading.ts';

const OPENED = `${TODAY}T14:05:00.000Z`;
const MINUTE = 60_000;
const FAILED = /^Could not update since 14:05\u00a0UTC; trying again\.$/;

let site: TestSite;
let browser: TestBrowser;
/** The way to the site, which can break. */
let way: TableRelay;
let opened: TestPage;
let asked: (string | undefined)[];

/** Opens a page on a clock of its own, and notes the tags it asks for the page with. */
const openPage = async (path: string, options: object = {}): Promise<Page> => {
  opened = await browser.openPage(way.endpoint, {
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const { page } = opened;
  await page.clock.install({ time: OPENED });
  await page.goto(path);
  asked = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === path) asked.push(request.headers()['if-none-match']);
  });
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
  return page;
};

const stillThere = (page: Page): Promise<number> => page.locator('[data-not-reloaded]').count();
const aMinuteLater = (page: Page): Promise<void> => page.clock.fastForward(MINUTE);
const status = (page: Page) => page.locator('[data-update-status]');

let flown = 0;
/** A launch as the newest of the default source. */
const fly = async (mission: string): Promise<void> => {
  flown += 1;
  const date = `${TODAY}T00:0${flown}:00.000Z`;
  const fields = {
    id: mission,
    mission_name: mission,
    launch_date: date,
    rocket_name: 'Falcon 9',
    launchpad_id: '80',
    launchpad_name: 'Space Launch Complex 40',
  };
  await storeLaunches(site.table, [launch(fields)], { last_success_at: `${TODAY}T12:00:00.000Z` });
  await site.refresh();
};

const setVisible = (page: Page, state: 'visible' | 'hidden'): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

describeInBrowser('an open page', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
  }, 60_000);
  beforeEach(async () => {
    way = await startTableRelay(site.url);
  });
  afterEach(async () => {
    await opened.close();
    await way.stop();
  });
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  it('shows a new launch by itself, in figures, tables and charts, and moves nothing', async () => {
    const page = await openPage('/');
    await drawAll(page);
    const before = Number((await tiles(page))['Launches']);
    const card = page.locator('[data-chart=pads]');
    await card.getByText('Show table').click();
    await card.locator('.download-menu summary').click();
    await card.locator('.download-menu summary').focus();
    await card.scrollIntoViewIfNeeded();
    const { top } = await card.evaluate((element) => element.getBoundingClientRect());
    await fly('newest');
    await aMinuteLater(page);
    await page.locator('.tile-value', { hasText: String(before + 1) }).waitFor();
    expect((await tiles(page))['Latest launch']).toBe('newest');
    expect((await pageData(page)).all.total).toBe(before + 1);
    expect((await tableRows(page, 'months'))[0]?.at(-1)).toBe('6');
    const ends = (await tableRows(page, 'pads')).map((row) => row.at(-1));
    await page.waitForFunction(
      (texts) =>
        [...document.querySelectorAll('[data-chart=pads] .apexcharts-bar-series > g > text')]
          .map(({ textContent }) => textContent)
          .join() === texts,
      ends.join(),
    );
    expect(await card.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(top);
    expect(await card.locator('.table-panel').getAttribute('open')).not.toBeNull();
    expect(await card.locator('.download-menu').getAttribute('open')).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Download/);
    expect(await stillThere(page)).toBe(1);
    expect(opened.complaints).toEqual([]);
  });

  it('adds a row to the list and leaves focus, selection and zone to the reader', async () => {
    const page = await openPage('/launches', { timezoneId: 'Europe/Madrid' });
    await page.locator('.times-menu summary').click();
    await page.locator('[data-times-option=local]').click();
    const first = page.locator('tbody .mission-cell a').first();
    const name = await first.innerText();
    await first.focus();
    await page.evaluate(() => {
      const cell = document.querySelector('tbody tr .rocket-cell');
      if (cell) getSelection()?.selectAllChildren(cell);
    });
    await fly('another');
    await aMinuteLater(page);
    const row = page.getByRole('row', { name: 'another' });
    await row.waitFor();
    const times = await row
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).innerText));
    expect(times.slice(0, 2).join(' ').replace(/\s+/g, ' ')).toMatch(/^16 May 2026 02:0\d CEST$/);
    expect(await page.locator('tbody .mission-cell a').nth(1).innerText()).toBe(name);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    expect(await page.evaluate(() => String(getSelection()))).toBe('Falcon 9');
    expect(await page.locator('tbody tr').count()).toBe(25);
    expect(await stillThere(page)).toBe(1);
  });

  it('keeps the rows in view where they are', async () => {
    const page = await openPage('/launches?rows=100');
    const row = page.locator('tbody tr').nth(40);
    await row.evaluate((element) => element.scrollIntoView());
    const [text, place] = await row.evaluate((element) => [
      element.textContent,
      element.getBoundingClientRect().top,
    ]);
    await fly('above');
    await aMinuteLater(page);
    await page.getByRole('row', { name: 'above' }).waitFor();
    const same = page.locator('tbody tr').nth(41);
    expect(await same.textContent()).toBe(text);
    expect(await same.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(
      Number(place),
    );
  });

  it.each([
    ['/launches', '/launches?source=spacex&sort=mission&order=desc'],
    ['/launches', '/launches?q=apollo'],
    ['/launches?q=apollo', '/launches?rows=50&page=2'],
    ['/launches?sort=rocket', '/launches?sort=rocket&order=desc'],
    ['/launches/newest', '/launches?status=failed'],
  ])('becomes exactly what is served: from %s to %s', async (path, next) => {
    const page = await openPage(path);
    await page.route(
      () => true,
      async (route) => route.fulfill({ response: await route.fetch({ url: way.endpoint + next }) }),
    );
    await aMinuteLater(page);
    const other = await browser.openPage(way.endpoint, { viewport: { width: 1440, height: 900 } });
    await other.page.goto(next);
    const bodyOf = (one: Page): Promise<string> => one.locator('body').innerHTML();
    await page
      .getByRole('heading', { level: 1, name: await other.page.locator('h1').innerText() })
      .waitFor();
    expect(await bodyOf(page)).toBe(await bodyOf(other.page));
    await other.close();
    expect(await stillThere(page)).toBe(1);
  });

  it('draws the charts that come and forgets those that go', async () => {
    const page = await openPage('/');
    await drawAll(page);
    let next = '/?from=2010-01-01&to=2010-01-31';
    await page.route(
      () => true,
      async (route) => route.fulfill({ response: await route.fetch({ url: way.endpoint + next }) }),
    );
    await aMinuteLater(page);
    await page.locator('[data-plot]').first().waitFor({ state: 'detached' });
    next = '/?source=spacex';
    await aMinuteLater(page);
    await page.locator('.tile-value', { hasText: '205' }).waitFor();
    await drawAll(page);
    for (const chart of ['pads', 'status'] as const) {
      const ends = await drawnTexts(page, chart, '.apexcharts-bar-series > g > text');
      expect(ends).toEqual((await tableRows(page, chart)).map((row) => row.at(-1)));
    }
    expect(opened.complaints).toEqual([]);
  });

  it('says since when it could not be updated, and no longer once it can', async () => {
    const page = await openPage('/');
    expect(await status(page).textContent()).toBe('');
    way.set('refusing');
    await aMinuteLater(page);
    await status(page).getByText(FAILED).waitFor();
    expect(await page.locator('.data-read').isVisible()).toBe(false);
    await aMinuteLater(page);
    expect(await status(page).textContent()).toMatch(FAILED);
    way.set('open');
    await aMinuteLater(page);
    await status(page).getByText(FAILED).waitFor({ state: 'detached' });
    expect(await page.locator('.data-read').isVisible()).toBe(true);
    expect(await stillThere(page)).toBe(1);
  });

  it('gives up on an answer that begins and never ends, and asks again', async () => {
    const page = await openPage('/');
    way.set('stalling');
    const begun = page.waitForResponse((response) => new URL(response.url()).pathname === '/');
    await aMinuteLater(page);
    await begun;
    await page.clock.fastForward(MINUTE / 2);
    await status(page).getByText(FAILED).waitFor();
    way.set('open');
    await aMinuteLater(page);
    await status(page).getByText(FAILED).waitFor({ state: 'detached' });
    expect(opened.complaints).toEqual([]);
  });

  it('is not sent again as long as it is the same', async () => {
    const path = '/launches/newest';
    const page = await openPage(path);
    const answers = [];
    for (let minute = 0; minute < 3; minute += 1) {
      const answer = page.waitForResponse((response) => response.url().endsWith(path));
      await aMinuteLater(page);
      answers.push((await answer).status());
    }
    expect(answers).toEqual([200, 304, 304]);
    expect(asked).toEqual([undefined, expect.stringMatching(/^".+"$/), asked[1]]);
  });

  it('waits while nobody looks, and is current at once when somebody does', async () => {
    const page = await openPage('/launches');
    await setVisible(page, 'hidden');
    await page.clock.runFor(10 * MINUTE);
    expect(asked).toEqual([]);
    await fly('unseen');
    await setVisible(page, 'visible');
    await page.getByRole('row', { name: 'unseen' }).waitFor();
    expect(asked).toHaveLength(1);
  });

  it('does not touch a form that is being filled in', async () => {
    const page = await openPage('/launches');
    await page.getByRole('searchbox').pressSequentially('star');
    await page.clock.runFor(5 * MINUTE);
    expect(asked).toEqual([]);
    expect(await page.getByRole('searchbox').inputValue()).toBe('star');
    await page.getByRole('searchbox').fill('');
    const answer = page.waitForResponse((response) => response.url().endsWith('/launches'));
    await aMinuteLater(page);
    expect((await answer).status()).toBe(200);
  });
});
