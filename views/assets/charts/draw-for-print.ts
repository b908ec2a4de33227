import type { ChartCard } from './chart-card.ts';
import type { DrawQueue } from './draw-queue.ts';

/**
 * Draws every chart as wide as paper and in light colours before the page is printed, and as before afterwards.
 * The style sheet lays the page out for paper while its root is marked with `data-paper`.
 * @param cards the charts on the page
 * @param drawRest hands those to the queue that have not been scrolled to
 */
export const drawForPrint = (
  cards: () => readonly ChartCard[],
  drawRest: () => void,
  queue: DrawQueue,
): void => {
  const { dataset } = document.documentElement;
  const addAll = (): void => cards().forEach(queue.add);
  addEventListener('beforeprint', () => {
    dataset['paper'] = '';
    drawRest();
    addAll();
    // Paper does not wait.
    queue.flush();
  });
  addEventListener('afterprint', () => {
    delete dataset['paper'];
    addAll();
  });
};
