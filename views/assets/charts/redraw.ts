import type { ChartCard } from './chart-card.ts';
import type { DrawQueue } from './draw-queue.ts';

/** How long a width must have stood still, in milliseconds. */
const SETTLED_AFTER = 150;

/** True once a chart was drawn, or failed to be. */
export const isDrawn = ({ element }: ChartCard): boolean => element.dataset['drawn'] !== undefined;

/** Draws charts anew when the theme changes: their colours are part of the drawing. */
export const redrawOnThemeChange = (cards: readonly ChartCard[], queue: DrawQueue): void => {
  const redraw = () => cards.filter(isDrawn).forEach((card) => queue.add(card));
  const root = document.documentElement;
  new MutationObserver(redraw).observe(root, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
};

/** Draws charts anew when the width of their plot changes: bins and labels are chosen by it. */
export const redrawOnResize = (cards: readonly ChartCard[], queue: DrawQueue): void => {
  const widths = new Map(cards.map(({ plot }) => [plot, plot.clientWidth]));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const redraw = () => {
    for (const card of cards) {
      const width = card.plot.clientWidth;
      if (width === widths.get(card.plot)) continue;
      widths.set(card.plot, width);
      if (isDrawn(card)) queue.add(card);
    }
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(redraw, SETTLED_AFTER);
  });
  for (const { plot } of cards) observer.observe(plot);
};
