import { describe, expect, it } from '@jest/globals';
import { growth, sampling, slope } from '../../performance/measuring/samples.ts';

const samples = (values: readonly number[], every = 5) =>
  values.map((value, index) => ({ at: index * every, value }));

describe('slope', () => {
  it('is what a value grows a second, whenever it was read', () => {
    expect(slope(samples([100, 110, 120, 130]))).toBeCloseTo(2);
    expect(
      slope([
        { at: 0, value: 1 },
        { at: 1, value: 3 },
        { at: 10, value: 21 },
      ]),
    ).toBeCloseTo(2);
  });

  it('is nothing of what only goes up and down, and negative of what shrinks', () => {
    expect(slope(samples([100, 120, 120, 100]))).toBeCloseTo(0);
    expect(slope(samples([30, 20, 10]))).toBeCloseTo(-2);
  });

  it('sees a slow growth under a large saw', () => {
    const saw = Array.from({ length: 108 }, (_, index) => 200 + (index % 4) * 10 + index * 0.5);
    expect(slope(samples(saw)) * 60).toBeCloseTo(6, 0);
  });
});

describe('growth', () => {
  it('is from the second quarter to the last, so that a start does not count', () => {
    expect(growth(samples([0, 90, 100, 100, 50, 50, 110, 130]))).toBe(20);
  });
});

describe('sampling', () => {
  it('reads at once, again and again, and once more at the end', async () => {
    let read = 0;
    const running = sampling(async () => (read += 1), 0.001);
    while (read < 3) await new Promise((resolve) => setTimeout(resolve, 1));
    await running.end();
    expect(running.samples.map(({ value }) => value)).toEqual(
      Array.from({ length: read }, (_, index) => index + 1),
    );
    const times = running.samples.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('ends with what kept it from reading', async () => {
    const running = sampling(() => Promise.reject(new Error('no such process')), 0.001);
    await expect(running.end()).rejects.toThrow('no such process');
  });
});
