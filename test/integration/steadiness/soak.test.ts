import { beforeAll, describe, expect, it } from '@jest/globals';
import type { SoakResult } from '../../performance/soak/soak.ts';
import { withBench } from '../../performance/benchmark/bench.ts';
import { soak } from '../../performance/soak/soak.ts';

/** MB over all of a run: a start, and caches that fill, are within it many times over. */
const MOST_MEMORY = 600;

describe('a dashboard under load', () => {
  let result: SoakResult;
  beforeAll(async () => {
    // A tenth of what it can: the table must keep up with it on a machine that does other things too.
    const plan = { top: 3, seconds: 10, share: 0.1, sample: 1, change: 3 };
    result = await withBench(false, (bench) => soak(bench, plan));
  }, 120_000);

  it('answers everything', () => {
    expect(result.load.statuses).toEqual({ 200: expect.any(Number), 304: expect.any(Number) });
    expect(result.errors).toBe(0);
    expect(result.load.answers).toBeGreaterThan(0);
  });

  it('sends nobody what they have', () => {
    expect(result.notModified).toBeGreaterThan(0);
  });

  it('does not run out of memory', () => {
    expect(result.memory.length).toBeGreaterThan(5);
    expect(Math.max(...result.memory.map(({ value }) => value))).toBeLessThan(MOST_MEMORY);
  });
});
