import { describe, expect, it } from '@jest/globals';
import { inTurns } from '../../../dashboard-api/launches/turns.ts';

const numbers = (length: number) => Array.from({ length }, (_, index) => index);

describe('work in turns', () => {
  it.each([0, 1, 2000, 2001, 4000, 10_001])('takes each of %i items once, in order', async (n) => {
    const seen: number[] = [];
    await inTurns(numbers(n), (slice) => void seen.push(...slice));
    expect(seen).toEqual(numbers(n));
  });

  it('is done at once where there is little', () => {
    let done = 0;
    void inTurns(numbers(2000), (slice) => (done += slice.length));
    expect(done).toBe(2000);
  });

  it('lets others have theirs after every slice, however many work', async () => {
    let turns = 0;
    const slicesIn = new Map<number, number>();
    const count = () => {
      turns += 1;
      immediate = setImmediate(count);
    };
    let immediate = setImmediate(count);
    const work = () => slicesIn.set(turns, (slicesIn.get(turns) ?? 0) + 1);
    await Promise.all([1, 2, 3].map(() => inTurns(numbers(10_000), work)));
    clearImmediate(immediate);
    expect([...slicesIn.values()].reduce((sum, n) => sum + n, 0)).toBe(15);
    expect(Math.max(...slicesIn.values())).toBe(1);
  });

  it('fails as the work does', async () => {
    const fail = () => {
      throw new Error('no');
    };
    await expect(inTurns(numbers(5000), fail)).rejects.toThrow('no');
    await expect(inTurns(numbers(5000), () => undefined)).resolves.toBeUndefined();
  });
});
