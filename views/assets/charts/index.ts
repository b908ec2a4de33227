import type { PageData } from '../page-data.ts';
import { createBinSwitch } from './bin-switch.ts';
import { fittingSize } from './bins.ts';
import type { Builder, ChartCard } from './chart-card.ts';
import { createChartCard } from './chart-card.ts';
import { drawWhenNear } from './draw-when-near.ts';
import { createDrawQueue } from './draw-queue.ts';
import { binsWidth, monthsChart } from './months-chart.ts';
import { padsChart } from './pads-chart.ts';
import { redrawOnResize, redrawOnThemeChange } from './redraw.ts';
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

/** Draws the charts of the page and keeps them in step with its width and theme. */
export const startCharts = (data: PageData): void => {
  const queue = createDrawQueue();
  const elements = [...document.querySelectorAll<HTMLElement>('[data-chart]')];
  const cards = elements.flatMap((element) => chartCard(element, data, queue.add));
  drawWhenNear(cards, queue);
  redrawOnThemeChange(cards, queue);
  redrawOnResize(cards, queue);
};
