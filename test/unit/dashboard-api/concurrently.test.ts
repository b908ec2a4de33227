import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { concurrently } from '../../../dashboard-api/launches/concurrently.ts';

describe('concurrently', () => {
  it('keeps the order and never runs more than the limit', async () => {
    let running = 0;
    let most = 0;
    const results = await concurrently([5, 1, 4, 2, 3], 2, async (item) => {
      most = Math.max(most, (running += 1));
      await sleep(item);
      running -= 1;
      return item * 10;
    });
    expect(results).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(2);
  });

  it('rejects with the first failure and starts nothing after it', async () => {
    const started: number[] = [];
    const work = async (item: number): Promise<void> => {
      started.push(item);
      await sleep(1);
      if (item === 2) throw new Error('two');
    };
    await expect(concurrently([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('two');
    await sleep(20);
    expect(started.length).toBeLessThan(6);
  });

  it('resolves at once without items', async () => {
    await expect(concurrently([], 3, () => Promise.reject(new Error()))).resolves.toEqual([]);
  });
});
