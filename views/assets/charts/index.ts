import type { PageData } from '../page-data.ts';
import { createBinSwitch } from './bin-switch.ts';
import { fittingSize } from './bins.ts';
import type { Builder, ChartCard } from './chart-card.ts';
import { createChartCard } from './chart-card.ts';
import { drawForPrint } from './draw-for-print.ts';
import { drawWhenNear } from './draw-when-near.ts';
import { createDrawQueue } from './draw-queue.ts';
import { binsWidth, monthsChart } from './months-chart.ts';
import { padsChart } from './pads-chart.ts';
import { isDrawn, redrawOnResize, redrawOnThemeChange } from './redraw.ts';
import { statusChart } from './status-chart.ts';
import { flownDays, timelineChart } from './timeline-chart.ts';

type Redraw = () => void;

const monthsBuilder = (element: HTMLElement, data: PageData, redraw: Redraw): Builder => {
  const bins = createBinSwitch(element, data.words, redraw);
  return (context) => {
    if (data.months.length === 0) return null;
    const size = bins.chosen() ?? fittingSize(data.months, binsWidth(context));
    bins.show(size);
    return monthsChart(context, size);
  };
};

const BUILDERS: Record<string, (element: HTMLElement, data: PageData, redraw: Redraw) => Builder> =
  {
    months: monthsBuilder,
    pads: (_, data) => (context) => (data.pads.length === 0 ? null : padsChart(context)),
    timeline: (_, data) => (context) =>
      flownDays(data.days).length === 0 ? null : timelineChart(context),
    status: (_, data) => (context) =>
      data.all.success_rate === null ? null : statusChart(context),
  };

const chartCard = (
  element: HTMLElement,
  data: PageData,
  redraw: (card: ChartCard) => void,
): ChartCard[] => {
  const createBuilder = BUILDERS[element.dataset['chart'] ?? ''];
  const plot = element.querySelector<HTMLElement>('[data-plot]');
  if (!createBuilder || !plot) return [];
  const build = createBuilder(element, data, () => redraw(card));
  const card = createChartCard(element, plot, data, build);
  return [card];
};

/** The charts of the page. */
export interface Charts {
  /** Draws them from other data; plots that came into the page with it are taken over, those that went forgotten. */
  update: (data: PageData) => void;
}

/** Draws the charts of the page and keeps them in step with its width and theme, and with paper. */
export const startCharts = (data: PageData): Charts => {
  const queue = createDrawQueue();
  const cards = new Map<Element, ChartCard>();
  const waiting: (() => void)[] = [];
  const takeOver = (): void => {
    const elements = [...document.querySelectorAll<HTMLElement>('[data-chart]')];
    const fresh = elements
      .filter((element) => !cards.has(element.querySelector('[data-plot]') ?? element))
      .flatMap((element) => chartCard(element, data, queue.add));
    for (const card of fresh) cards.set(card.plot, card);
    waiting.push(drawWhenNear(fresh, queue));
    redrawOnThemeChange(fresh, queue);
    redrawOnResize(fresh, queue);
  };
  takeOver();
  const drawRest = (): void => waiting.forEach((draw) => draw());
  drawForPrint(() => [...cards.values()], drawRest, queue);
  return {
    update: (fresh) => {
      Object.assign(data, fresh);
      for (const plot of cards.keys()) if (!plot.isConnected) cards.delete(plot);
      [...cards.values()].filter(isDrawn).forEach(queue.add);
      takeOver();
    },
  };
};
