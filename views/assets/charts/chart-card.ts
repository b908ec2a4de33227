import type { ApexOptions } from 'apexcharts';
import ApexCharts from 'apexcharts';
import type { PageData } from '../page-data.ts';
import type { ChartContext } from './chart-options.ts';
import { labelColumns } from './column-labels.ts';
import { drillDown } from './drill-down.ts';
import type { PartAt } from './filter-part.ts';
import { createFormats } from './formats.ts';
import { mountLater } from './mount-later.ts';
import { revealAtOnce } from './reveal-at-once.ts';
import { sharePatterns } from './shared-patterns.ts';
import { themePalette } from './theme-palette.ts';

/** A card of the page and the chart in it. */
export interface ChartCard {
  element: HTMLElement;
  plot: HTMLElement;
  /**
   * Draws the chart, or draws it anew, in two tasks. Never rejects: a chart that fails says so in its place.
   * @param atOnce in the task under way, for paper, which does not wait
   */
  draw: (atOnce?: boolean) => Promise<void>;
}

/** Says what to draw in the room there is; null when there is nothing to draw. */
export type Builder = (context: ChartContext, card: HTMLElement) => ApexOptions | null;

/** How many drawings there were on the page: each has names of its own. */
let drawings = 0;

const showError = (plot: HTMLElement, message: string): void => {
  const text = document.createElement('p');
  text.className = 'chart-error';
  text.textContent = message;
  plot.removeAttribute('role');
  plot.replaceChildren(text);
};

const describePlot = (element: HTMLElement, plot: HTMLElement): void => {
  const takeaway = element.querySelector('.takeaway')?.textContent.trim() ?? '';
  const title = element.querySelector('h2')?.textContent.trim() ?? '';
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', [title, takeaway].filter(Boolean).join('. '));
};

/** Takes over the plot of a server-rendered card. */
export const createChartCard = (
  element: HTMLElement,
  plot: HTMLElement,
  data: PageData,
  build: Builder,
): ChartCard => {
  const formats = createFormats(data.locale);
  let chart: ApexCharts | null = null;

  const render = async (atOnce: boolean): Promise<void> => {
    const { clientWidth: width, clientHeight: height } = plot;
    const filterBy = (partAt: PartAt) => drillDown(data.href, partAt);
    const palette = themePalette();
    const built = build({ data, formats, palette, width, height, filterBy }, element);
    chart?.destroy();
    // ApexCharts pins the height of what it is given; the plot must stay free to follow its card.
    const host = document.createElement('div');
    plot.replaceChildren(host);
    chart = null;
    if (!built) return;
    drawings += 1;
    const { options, define } = sharePatterns(built, `pattern-${drawings}`);
    const drawn = new ApexCharts(host, options);
    chart = drawn;
    revealAtOnce(drawn);
    labelColumns(drawn, options);
    if (!atOnce) mountLater(drawn, () => chart === drawn && host.isConnected);
    await drawn.render();
    define(host);
  };

  const draw = async (atOnce = false): Promise<void> => {
    // Asked for while it was still there, or because it lost its size with its place in the page.
    if (!plot.isConnected) return;
    try {
      await render(atOnce);
      describePlot(element, plot);
      element.dataset['drawn'] = 'true';
    } catch (error) {
      showError(plot, data.words.chart_error);
      element.dataset['drawn'] = 'error';
      reportError(error);
    }
  };
  return { element, plot, draw };
};
