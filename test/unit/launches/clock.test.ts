import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClock, systemClock } from '../../../domain/launches/clock.ts';

const millisBetween = (from: string, to: string) => Date.parse(to) - Date.parse(from);

describe('a clock', () => {
  it('tells the time of the system in UTC with milliseconds', () => {
    const before = Date.now();
    const told = [systemClock(), createClock()()];
    for (const instant of told) {
      expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Date.parse(instant)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(instant)).toBeLessThanOrEqual(Date.now());
    }
  });

  it.each(['2022-06-01', '2022-06-01T00:00:00.000Z', '2022-06-01T02:00:00+02:00'])(
    'that starts at %s runs on from there',
    async (start) => {
      const clock = createClock(start);
      const first = clock();
      await sleep(30);
      expect(millisBetween('2022-06-01T00:00:00.000Z', first)).toBeLessThan(1000);
      expect(millisBetween(first, clock())).toBeGreaterThanOrEqual(25);
      expect(millisBetween(first, clock())).toBeLessThan(5000);
    },
  );
});
