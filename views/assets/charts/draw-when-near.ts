import type { ChartCard } from './chart-card.ts';
import type { DrawQueue } from './draw-queue.ts';

/** How far below the screen a chart is drawn already. */
const NEAR = '240px 0px';

/**
 * Hands cards to the queue: those in view first, the others when scrolled near.
 * @returns hands over all that still wait to be scrolled to
 */
export const drawWhenNear = (cards: readonly ChartCard[], queue: DrawQueue): (() => void) => {
  const undrawn = new Map(cards.map((card) => [card.plot as Element, card]));
  const take = (plot: Element): void => {
    const card = undrawn.get(plot);
    if (!card) return;
    undrawn.delete(plot);
    observer.unobserve(plot);
    queue.add(card);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) take(target);
    },
    { rootMargin: NEAR },
  );
  for (const plot of undrawn.keys()) observer.observe(plot);
  return () => [...undrawn.keys()].forEach(take);
};
