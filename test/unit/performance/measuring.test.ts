import { describe, expect, it } from '@jest/globals';
import { median, reaches } from '../../performance/measuring/figures.ts';
import { percentile } from '../../performance/measuring/percentile.ts';
import { roundOff } from '../../performance/measuring/report.ts';
import { interleaved } from '../../performance/measuring/rounds.ts';

describe('median', () => {
  it('is the middle one of values in any order, of an even number the lower one, and leaves them as they are', () => {
    const values = [10, 9, 100];
    expect(median(values)).toBe(10);
    expect(median([4, 3, 2, 1])).toBe(2);
    expect(median([7])).toBe(7);
    expect(values).toEqual([10, 9, 100]);
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

  it.each([
    [0.01, 1],
    [0.5, 50],
    [0.99, 99],
    [0.991, 100],
    [1, 100],
  ])('%d of 1 to 100 is at most %d', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  it('of one value is that value, of none is no number', () => {
    expect(percentile([3], 0.01)).toBe(3);
    expect(percentile([], 0.99)).toBeNaN();
  });
});

describe('a goal', () => {
  const figure = (value: number, goal: Parameters<typeof reaches>[0]['goal']) => ({
    what: 'a thing',
    value,
    unit: 'ms',
    goal,
  });

  it('includes its value', () => {
    expect(reaches(figure(0.3, { least: 0.3 }))).toBe(true);
    expect(reaches(figure(0.29, { least: 0.3 }))).toBe(false);
    expect(reaches(figure(50, { most: 50 }))).toBe(true);
    expect(reaches(figure(50.1, { most: 50 }))).toBe(false);
  });

  it('that there is none of is reached by anything that was measured', () => {
    expect(reaches(figure(1e9, null))).toBe(true);
  });

  it('is not reached by what is no number', () => {
    expect(reaches(figure(NaN, { least: 0 }))).toBe(false);
    expect(reaches(figure(NaN, { most: 1 }))).toBe(false);
  });
});

describe('rounds', () => {
  it('go A B A B, one after the other, and give the median of each', async () => {
    const order: string[] = [];
    let underWay = 0;
    const thing = (name: string, values: number[]) => async () => {
      expect((underWay += 1)).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      order.push(name);
      return values.shift()!;
    };
    const medians = await interleaved(
      { a: thing('a', [1, 30, 2]), b: thing('b', [100, 300, 200]) },
      3,
    );
    expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(medians).toEqual({ a: 2, b: 200 });
  });
});

describe('a printed value', () => {
  it('has three digits that mean something, and every one before the point', () => {
    expect([0.30512, 12.345, 104.6, 31_234.5, 0].map(roundOff)).toEqual([
      0.305, 12.3, 105, 31_235, 0,
    ]);
  });
});
