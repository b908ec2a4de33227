import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { lastScheduled, startSchedule } from '../../../local/schedule.ts';

const at = (text: string): Date => new Date(text);

describe('the schedule', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['2026-11-22T07:00:00.000Z', '2026-11-22T07:00:00.000Z'],
    ['2026-11-22T06:59:59.999Z', '2026-11-22T01:00:00.000Z'],
    ['2026-11-22T00:59:59.000Z', '2026-11-21T19:00:00.000Z'],
    ['2026-01-01T00:00:00.000Z', '2025-12-31T19:00:00.000Z'],
    ['2026-11-22T18:30:00.000Z', '2026-11-22T13:00:00.000Z'],
  ])('was last due before %s at %s', (now, due) => {
    expect(lastScheduled(at(now)).toISOString()).toBe(due);
  });

  it('runs at 01, 07, 13 and 19 o’clock UTC until it is stopped', async () => {
    jest.useFakeTimers({ now: at('2026-11-22T00:00:00.000Z') });
    const hours: number[] = [];
    const schedule = startSchedule(async () => {
      hours.push(new Date().getUTCHours());
    });
    await jest.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(hours).toEqual([1, 7, 13, 19]);
    schedule.stop();
    await jest.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(hours).toHaveLength(4);
  });
});
