import type { Page } from 'playwright-core';
import type { PageData } from '../../views/assets/page-data.ts';

export const CHARTS = [
  'months',
  'timeline',
  'status',
  'heat',
  'pads',
  'rockets',
  'boosters',
  'orbits',
] as const;
export type Chart = (typeof CHARTS)[number];

/** Charts that have something to draw: Launch Library recorded no boosters, r-spacex no orbits. */
export const DRAWN = {
  'launch-library': CHARTS.filter((chart) => chart !== 'boosters'),
  spacex: CHARTS.filter((chart) => chart !== 'orbits'),
} as const;

/** Charts of the page that have something to draw. */
const plotted = (page: Page): Promise<string[]> =>
  page
    .locator('[data-chart]:has([data-plot])')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-chart') ?? ''));

/** Scrolls through the page, as a reader does, until every chart is drawn or has failed. */
export const drawAll = async (page: Page): Promise<void> => {
  for (const chart of await plotted(page)) {
    const card = page.locator(`[data-chart=${chart}]`);
    await card.locator('[data-plot]').scrollIntoViewIfNeeded();
    await page.locator(`[data-chart=${chart}][data-drawn]`).waitFor();
  }
  await page.evaluate(() => scrollTo(0, 0));
};

/** What became of each chart that has something to draw: `true` drawn, `error` failed. */
export const drawnStates = (page: Page): Promise<Record<string, string | undefined>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-chart]:has([data-plot])')].map(
        ({ dataset }) => [dataset['chart'], dataset['drawn']],
      ),
    ),
  );

/** The states of charts that are all drawn. */
export const allDrawn = (charts: readonly Chart[]): Record<string, string> =>
  Object.fromEntries(charts.map((chart) => [chart, 'true']));

/** Rows of the table under a chart: the name of the row, then its cells. */
export const tableRows = (page: Page, chart: Chart): Promise<string[][]> =>
  page
    .locator(`[data-chart=${chart}] table tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );

/** Heads of the columns of the table under a chart. */
export const tableHeads = (page: Page, chart: Chart): Promise<string[]> =>
  page.locator(`[data-chart=${chart}] table thead th`).allTextContents();

/** Texts drawn into a chart, in order, that match a selector. */
export const drawnTexts = async (page: Page, chart: Chart, selector: string): Promise<string[]> => {
  const texts = page.locator(`[data-chart=${chart}] svg ${selector}`);
  return (await texts.allTextContents()).map((text) => text.replaceAll('\u00a0', ' '));
};

/** Fills of the bars of a chart, each once. */
export const barFills = (page: Page, chart: Chart): Promise<string[]> =>
  page
    .locator(`[data-chart=${chart}] path.apexcharts-bar-area`)
    .evaluateAll((bars) => [...new Set(bars.map((bar) => bar.getAttribute('fill') ?? ''))]);

/** Heights of the bars of a chart by series, in pixels, lowest series first. */
export const barHeights = (page: Page, chart: Chart): Promise<number[][]> =>
  page
    .locator(`[data-chart=${chart}] .apexcharts-series`)
    .evaluateAll((groups) =>
      groups.map((group) =>
        [...group.querySelectorAll<SVGPathElement>('path.apexcharts-bar-area')].map(
          (bar) => bar.getBBox().height,
        ),
      ),
    );

/** The tooltip of a chart with the pointer at a place of the plot, from 0 to 1 each way; lines of text. */
export const tooltipAt = async (
  page: Page,
  chart: Chart,
  x: number,
  y: number,
): Promise<string[]> => {
  const grid = page.locator(`[data-chart=${chart}] .apexcharts-grid`);
  await grid.scrollIntoViewIfNeeded();
  const box = await grid.boundingBox();
  if (!box) throw new Error(`${chart} has no grid`);
  await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
  const tooltip = page.locator(`[data-chart=${chart}] .apexcharts-tooltip.apexcharts-active`);
  await tooltip.waitFor();
  const text = await tooltip.innerText();
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
};

/** What the server handed to the charts. */
export const pageData = async (page: Page): Promise<PageData> =>
  JSON.parse((await page.locator('#page-data').textContent()) ?? '') as PageData;

/** Values of the tiles, by their labels. */
export const tiles = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('.tile')
    .evaluateAll((elements) =>
      Object.fromEntries(
        elements.map((tile) => [
          tile.querySelector('.tile-label')?.textContent?.trim(),
          tile.querySelector('.tile-value')?.textContent?.trim(),
        ]),
      ),
    );

/** How far the page is wider than its window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
