import { expect, it } from '@jest/globals';
import { describeInBrowser } from '../helpers/browser/index.ts';
import { barHeights, drawAll, drawnTexts, tableHeads, tableRows, tooltipAt } from './reading.ts';
import { useSite } from './site-pages.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describeInBrowser('the charts of launches over time', () => {
  const openPage = useSite();

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

  it('group the months by quarter and year when asked, and by the width unless asked', async () => {
    const { page } = await openPage('/');
    await drawAll(page);
    const title = page.locator('[data-chart=months] h2');
    const total = async () => sum((await barHeights(page, 'months')).map((bars) => bars.length));
    expect(await total()).toBe(3 * 243);
    await page.click('[data-chart=months] [data-option=quarter]');
    await page.getByRole('heading', { name: 'Launches per quarter' }).waitFor();
    await page.locator('[data-chart=months] [data-option=quarter][aria-pressed=true]').waitFor();
    expect(await total()).toBe(3 * 82);
    await page.click('[data-chart=months] [data-option=year]');
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

  it('draw the days where they are wide enough, when asked', async () => {
    const { page, screenshot } = await openPage('/?from=2026-02-15&to=2026-05-15');
    await drawAll(page);
    const card = page.locator('[data-chart=timeline]');
    await card.locator('[data-option=day]').click();
    await card.locator('[data-option=day][aria-pressed=true]').waitFor();
    const counts = new Map(
      (await tableRows(page, 'timeline')).map(([day, count]) => [day, Number(count)]),
    );
    const [heights = []] = await barHeights(page, 'timeline');
    expect(heights).toHaveLength(90);
    const tallest = Math.max(...heights);
    const drawn = heights.map((height) => Math.round((height / tallest) * 2));
    expect(drawn.filter(Boolean)).toEqual([...counts.values()].toReversed());
    expect(await tooltipAt(page, 'timeline', 0.5 / 90, 0.9)).toEqual([
      '15 Feb 2026 · 1',
      'Success 1',
    ]);
    await screenshot('overview-days-1440');
    await page.setViewportSize({ width: 390, height: 900 });
    await card.locator('[data-options]').waitFor({ state: 'hidden' });
    await card.locator('.apexcharts-area-series').waitFor({ state: 'attached' });
  });

  it('offer no days where they would be too narrow', async () => {
    const { page } = await openPage('/?from=2025-05-21&to=2026-05-15');
    await drawAll(page);
    expect(await page.locator('[data-chart=timeline] [data-options]').isVisible()).toBe(false);
    expect(await page.locator('[data-chart=months] [data-options]').isVisible()).toBe(true);
  });
});
