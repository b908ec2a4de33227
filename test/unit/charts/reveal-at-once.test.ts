import { describe, expect, it } from '@jest/globals';
import { revealAtOnce } from '../../../views/assets/charts/reveal-at-once.ts';

/** Draws as ApexCharts does: starts afresh, then hides an element and reveals all there are, bar by bar. */
const drawBars = (globals: { delayedElements: string[] }, bars: number): string[] => {
  const revealed: string[] = [];
  globals.delayedElements = [];
  for (let bar = 0; bar < bars; bar += 1) {
    globals.delayedElements.push(`bar ${bar}`);
    globals.delayedElements.forEach((element) => revealed.push(element));
  }
  return revealed;
};

describe('revealing at once', () => {
  it('reveals every element once instead of again with each bar', () => {
    const slow = { w: { globals: { delayedElements: [] as string[] } } };
    expect(drawBars(slow.w.globals, 100)).toHaveLength(5050);

    const chart = { w: { globals: { delayedElements: [] as string[] } } };
    revealAtOnce(chart);
    const revealed = drawBars(chart.w.globals, 100);
    expect(revealed).toEqual(Array.from({ length: 100 }, (_, bar) => `bar ${bar}`));
    expect(drawBars(chart.w.globals, 3)).toHaveLength(3);
  });

  it('leaves a chart alone that keeps no such list', () => {
    const chart = { w: { globals: {} } };
    revealAtOnce(chart);
    expect(chart).toEqual({ w: { globals: {} } });
    expect(() => revealAtOnce({})).not.toThrow();
  });
});
