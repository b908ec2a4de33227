import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestBrowser } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';

const TODAY = '2022-09-01';
const MINUTE = 60_000;

/** In whole units, the two largest. */
const spanOf = (millis: number): string => {
  const minutes = Math.floor(millis / MINUTE);
  return `in ${Math.floor(minutes / 1440)} d ${Math.floor(minutes / 60) % 24} h`;
};

let site: TestSite;
let browser: TestBrowser;

describeInBrowser('the time left to the next launch', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite({ AS_OF: TODAY }), startBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  it('goes on by itself and stops when the launch is due', async () => {
    const { page, complaints, close } = await browser.openPage(site.url);
    const opened = Date.parse(`${TODAY}T00:00:30.000Z`);
    await page.clock.install({ time: opened });
    await page.goto('/?source=spacex');
    const tile = page.locator('[data-countdown]');
    const due = Date.parse((await tile.getAttribute('data-countdown')) ?? '');
    const told = async () => (await tile.textContent())?.replaceAll('\u00a0', ' ');
    expect(due).toBeGreaterThan(opened + 24 * 60 * MINUTE);
    expect(await told()).toBe(spanOf(due - opened));

    await page.clock.runFor(60 * MINUTE);
    expect(await told()).toBe(spanOf(due - opened - 60 * MINUTE));

    await page.clock.fastForward(due - opened - 61 * MINUTE);
    expect(await told()).toMatch(/^in \d+ min$/);
    await page.clock.fastForward(24 * 60 * MINUTE);
    expect(await told()).toMatch(/^in \d+ min$/);
    expect(complaints).toEqual([]);
    await close();
  });
});
