import { describe, expect, it } from '@jest/globals';
import { countScale } from '../../../views/assets/charts/scale.ts';

describe('the axis of counts', () => {
  it.each([
    [17, 5, { step: 5, max: 20 }],
    [46, 5, { step: 10, max: 50 }],
    [170, 5, { step: 50, max: 200 }],
    [674, 5, { step: 200, max: 800 }],
    [9, 5, { step: 2, max: 10 }],
    [9, 4, { step: 5, max: 10 }],
    [3, 5, { step: 1, max: 4 }],
    [1, 5, { step: 1, max: 2 }],
    [0, 5, { step: 1, max: 2 }],
  ])('for %i in %i steps', (largest, steps, scale) => {
    expect(countScale(largest, steps)).toEqual(scale);
  });

  it('is whole, has room above the largest and keeps to its steps', () => {
    for (let largest = 0; largest < 2000; largest += 1) {
      for (const steps of [4, 5]) {
        const { step, max } = countScale(largest, steps);
        expect(Number.isInteger(step) && max % step === 0).toBe(true);
        expect(max).toBeGreaterThanOrEqual(largest * 1.08);
        expect(max / step).toBeLessThanOrEqual(steps);
      }
    }
  });
});
