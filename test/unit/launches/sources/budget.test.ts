import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { SourceBudget } from '../../../../domain/launches/sources/budget.ts';

describe('a budget', () => {
  it('is spent when its calls are', () => {
    const budget = new SourceBudget(2, 60_000);
    const seen = [0, 1, 2].map(() => {
      const { isSpent } = budget;
      budget.countCall();
      return isSpent;
    });
    expect(seen).toEqual([false, false, true]);
    expect(budget.signal.aborted).toBe(false);
  });

  it('is spent when its time is, and ends what is under way', async () => {
    const budget = new SourceBudget(10, 40.5);
    expect(budget.isSpent).toBe(false);
    expect(budget.millisLeft).toBeLessThanOrEqual(41);
    await sleep(60);
    expect([budget.isSpent, budget.millisLeft]).toEqual([true, 0]);
    expect(budget.signal.aborted).toBe(true);
  });

  it.each([
    [0, 1000],
    [-1, 1000],
    [10, 0],
    [10, -5000],
  ])('of %d calls and %d ms is spent from the start', (calls, millis) => {
    expect(new SourceBudget(calls, millis).isSpent).toBe(true);
  });

  it('is spent once nobody wants anything more, and aborts what is under way', () => {
    const budget = new SourceBudget(10, 60_000);
    budget.end();
    expect([budget.isSpent, budget.signal.aborted]).toEqual([true, true]);
  });
});
