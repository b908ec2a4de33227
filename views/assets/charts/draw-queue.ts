import type { ChartCard } from './chart-card.ts';

/** Draws cards one a task, so that the page answers in between. */
export interface DrawQueue {
  add: (card: ChartCard) => void;
  /** Draws all that waits now: paper does not wait. */
  flush: () => void;
}

export const createDrawQueue = (): DrawQueue => {
  const waiting = new Set<ChartCard>();
  let running = false;

  const drawNext = async (): Promise<void> => {
    const [card] = waiting;
    if (!card) {
      running = false;
      return;
    }
    waiting.delete(card);
    await card.draw();
    setTimeout(() => void drawNext());
  };

  return {
    add: (card) => {
      waiting.add(card);
      if (running) return;
      running = true;
      setTimeout(() => void drawNext());
    },
    flush: () => {
      for (const card of waiting) void card.draw(true);
      waiting.clear();
    },
  };
};
