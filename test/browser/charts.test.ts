import { expect, it } from '@jest/globals';
import { describeInBrowser } from '../helpers/browser/index.ts';
import {
  allDrawn,
  barFills,
  DRAWN,
  drawAll,
  drawnStates,
  tableRows,
  tooltipAt,
} from './reading.ts';
import { useSite } from './site-pages.ts';

const ALL_DRAWN = allDrawn(DRAWN['launch-library']);
const SUCCESS = { light: 'rgba(69,131,192,1)', dark: 'rgba(79,140,203,1)' };

describeInBrowser('the charts of the overview', () => {
  const openPage = useSite();

  it('are drawn, all of them, without an error, a violation or a request to elsewhere', async () => {
    const { page, complaints } = await openPage('/');
    await drawAll(page);
    expect(await drawnStates(page)).toEqual(ALL_DRAWN);
    expect(await page.locator('[data-plot] svg.apexcharts-svg').count()).toBe(7);
    await page.goto('/?source=spacex');
    await drawAll(page);
    expect(await drawnStates(page)).toEqual(allDrawn(DRAWN.spacex));
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

  it('follow the theme of the system and the one chosen', async () => {
    const { page, complaints } = await openPage('/', {
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
    });
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
    for (const chart of DRAWN['launch-library']) {
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
