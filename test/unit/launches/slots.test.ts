import { describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { Slots } from '../../../domain/launches/repository/slots.ts';

describe('slots', () => {
  it('let so many run at once, in the order they came, and all in the end', async () => {
    const slots = new Slots(2);
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const work = (index: number) => async (): Promise<number> => {
      started.push(index);
      most = Math.max(most, (running += 1));
      await turn();
      running -= 1;
      return index;
    };
    const indexes = [0, 1, 2, 3, 4];
    expect(await Promise.all(indexes.map((index) => slots.run(work(index))))).toEqual(indexes);
    expect(started).toEqual(indexes);
    expect(most).toBe(2);
  });

  it('are free again after a failure', async () => {
    const slots = new Slots(1);
    const failing = slots.run(() => Promise.reject(new Error('no')));
    const next = slots.run(() => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
    expect(await slots.run(() => Promise.resolve('again'))).toBe('again');
  });
});
