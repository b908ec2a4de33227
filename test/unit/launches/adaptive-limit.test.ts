import { describe, expect, it } from '@jest/globals';
import { AdaptiveLimit } from '../../../domain/launches/repository/adaptive-limit.ts';

type Says = 'taken' | 'refused';
const isRefused = (answer: Says) => answer === 'refused';

/** Calls that end when they are told to. */
const calls = (limit: AdaptiveLimit, count: number) => {
  const ends: ((says: Says) => void)[] = [];
  const answers = Array.from({ length: count }, () =>
    limit.run(() => new Promise<Says>((resolve) => ends.push(resolve)), isRefused),
  );
  return { ends, answers, all: () => Promise.all(answers) };
};

/** Lets what was resolved go on. */
const soon = () => new Promise((resolve) => setImmediate(resolve));

const once = (limit: AdaptiveLimit, says: Says) => limit.run(async () => says, isRefused);

describe('a limit that adapts', () => {
  it('begins no more calls than there is room for, in the order they came', async () => {
    const limit = new AdaptiveLimit({ least: 1, start: 2, most: 2 });
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = [0, 1, 2, 3].map((number) =>
      limit.run<Says>(() => {
        begun.push(number);
        return new Promise((resolve) => ends.push(() => resolve('taken')));
      }, isRefused),
    );
    await soon();
    expect(begun).toEqual([0, 1]);
    ends[1]!();
    await soon();
    expect(begun).toEqual([0, 1, 2]);
    ends[0]!();
    await soon();
    expect(begun).toEqual([0, 1, 2, 3]);
    ends.slice(2).forEach((end) => end());
    expect(await Promise.all(all)).toEqual(['taken', 'taken', 'taken', 'taken']);
  });

  it('lets one more in after each round that was taken, and never more than the most', async () => {
    const limit = new AdaptiveLimit({ least: 1, start: 2, most: 4 });
    const seen: number[] = [];
    for (let call = 0; call < 12; call += 1) {
      await once(limit, 'taken');
      seen.push(limit.atOnce);
    }
    expect(seen).toEqual([2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4]);
  });

  it('halves at a refusal, and never goes below the least', async () => {
    const limit = new AdaptiveLimit({ least: 2, start: 16, most: 16 });
    const seen: number[] = [];
    for (let call = 0; call < 5; call += 1) {
      await once(limit, 'refused');
      seen.push(limit.atOnce);
    }
    expect(seen).toEqual([8, 4, 2, 2, 2]);
  });

  it('halves once for all the calls that were under way at once', async () => {
    const limit = new AdaptiveLimit({ least: 1, start: 8, most: 8 });
    const { ends, all } = calls(limit, 8);
    await soon();
    ends.forEach((end) => end('refused'));
    await all();
    expect(limit.atOnce).toBe(4);
    await once(limit, 'refused');
    expect(limit.atOnce).toBe(2);
  });

  it('begins nothing while more are under way than it lets in since', async () => {
    const limit = new AdaptiveLimit({ least: 1, start: 4, most: 4 });
    const { ends, all } = calls(limit, 5);
    await soon();
    ends[0]!('refused');
    await soon();
    expect(ends).toHaveLength(4);
    ends[1]!('taken');
    await soon();
    expect(ends).toHaveLength(4);
    ends[2]!('taken');
    await soon();
    expect(ends).toHaveLength(5);
    ends.slice(3).forEach((end) => end('taken'));
    await all();
  });

  it('hands on what a call fails with, and goes on', async () => {
    const limit = new AdaptiveLimit({ least: 1, start: 1, most: 4 });
    const failing = limit.run<Says>(() => Promise.reject(new Error('gone')), isRefused);
    await expect(failing).rejects.toThrow('gone');
    expect(limit.atOnce).toBe(1);
    expect(await once(limit, 'taken')).toBe('taken');
  });
});
