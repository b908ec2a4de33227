import { describe, expect, it } from '@jest/globals';
import type { LaunchStatus } from '../../../../domain/launches/status.ts';
import { successStreak } from '../../../../domain/launches/statistics/streak.ts';
import { launch } from '../../../helpers/launches.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../../helpers/recorded-launches.ts';

/** A launch a day, in this order. */
const days = (...statuses: LaunchStatus[]) =>
  statuses.map((launch_status, index) =>
    launch({
      id: `day-${index}`,
      launch_date: `2020-01-${String(index + 1).padStart(2, '0')}T00:00:00.000Z`,
      launch_status,
    }),
  );

const streakOf = (...statuses: LaunchStatus[]) => {
  const { count, since } = successStreak(days(...statuses));
  return [count, since?.id ?? null];
};

describe('a streak of successes', () => {
  it('starts after the last failure, be it a partial one', () => {
    expect(streakOf('failed', 'success', 'failed', 'success', 'success')).toEqual([2, 'day-2']);
    expect(streakOf('failed', 'success', 'partial_failure', 'success')).toEqual([1, 'day-2']);
    expect(streakOf('success', 'failed')).toEqual([0, 'day-1']);
  });

  it('is neither ended nor extended by an unknown outcome, nor by launches to come', () => {
    expect(streakOf('failed', 'success', 'unknown', 'success', 'upcoming')).toEqual([2, 'day-0']);
    expect(streakOf('failed', 'unknown')).toEqual([0, 'day-0']);
  });

  it('counts every success where none fell short', () => {
    expect(streakOf('success', 'unknown', 'success')).toEqual([2, null]);
    expect(streakOf('upcoming', 'unknown')).toEqual([0, null]);
    expect(streakOf()).toEqual([0, null]);
  });

  it('tells launches of one instant apart by their ids', () => {
    const launch_date = '2020-01-01T00:00:00.000Z';
    const both = [
      launch({ id: 'a', launch_date, launch_status: 'failed' }),
      launch({ id: 'b', launch_date }),
    ];
    expect(successStreak(both)).toMatchObject({ count: 1, since: { id: 'a' } });
  });

  it.each([
    ['launch-library', launchLibraryLaunches(), 161, 'Flight 9'],
    ['spacex', spacexLaunches(), 152, 'Amos-6'],
  ] as const)('of %s is the one to look up', (_source, launches, count, name) => {
    expect(successStreak(launches)).toMatchObject({ count, since: { mission_name: name } });
  });
});
