import type { ApexOptions } from 'apexcharts';
import type { GroupRow, PageData } from '../page-data.ts';
import { binnedBuilder } from './binned-builder.ts';
import { boosterMonths } from './booster-records.ts';
import { boostersChart } from './boosters-chart.ts';
import type { Builder, ChartCard } from './chart-card.ts';
import { createChartCard } from './chart-card.ts';
import type { ChartContext } from './chart-options.ts';
import { drawForPrint } from './draw-for-print.ts';
import { drawWhenNear } from './draw-when-near.ts';
import { createDrawQueue } from './draw-queue.ts';
import type { FilterPart } from './filter-part.ts';
import { groupChart } from './group-chart.ts';
import { heatChart } from './heat-chart.ts';
import { monthsChart } from './months-chart.ts';
import { isDrawn, redrawOnResize, redrawOnThemeChange } from './redraw.ts';
import { statusChart } from './status-chart.ts';
import { timelineBuilder } from './timeline-builder.ts';
import { keepPlace } from './way-back.ts';

type CreateBuilder = (element: HTMLElement, data: PageData, redraw: () => void) => Builder;

const monthsBuilder: CreateBuilder = (element, data, redraw) => {
  const titles = {
    month: 'launches_per_month',
    quarter: 'launches_per_quarter',
    year: 'launches_per_year',
  } as const;
  const chart = { monthsOf: ({ months }: PageData) => months, titles, build: monthsChart };
  return binnedBuilder(chart, element, data.words, redraw);
};

const boostersBuilder: CreateBuilder = (element, data, redraw) => {
  const titles = {
    month: 'landings_per_month',
    quarter: 'landings_per_quarter',
    year: 'landings_per_year',
  } as const;
  const chart = { monthsOf: boosterMonths, titles, build: boostersChart };
  return binnedBuilder(chart, element, data.words, redraw);
};

/** Draws a chart that knows no choice, unless there is nothing in it. */
const fixed =
  (
    isEmpty: (data: PageData) => boolean,
    build: (context: ChartContext) => ApexOptions,
  ): CreateBuilder =>
  (_, data) =>
  (context) =>
    isEmpty(data) ? null : build(context);

const groups = (
  name: 'pads' | 'per_rocket' | 'per_orbit',
  partOf: (row: GroupRow) => FilterPart | null,
): CreateBuilder =>
  fixed(
    (data) => data[name].length === 0,
    (context) => groupChart(context, context.data[name], partOf),
  );

const BUILDERS: Record<string, CreateBuilder> = {
  months: monthsBuilder,
  timeline: timelineBuilder,
  status: fixed(({ all }) => all.success_rate === null, statusChart),
  heat: fixed(({ years }) => years.length === 0, heatChart),
  pads: groups('pads', ({ id }) => ({ launchpad: id })),
  rockets: groups('per_rocket', ({ label }) => ({ rocket: label })),
  boosters: boostersBuilder,
  orbits: groups('per_orbit', () => null),
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
  keepPlace(data.href);
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
