import { describe, expect, it } from '@jest/globals';
import { statusStatistics } from '../../../../domain/launches/statistics/status.ts';
import { LAUNCH_STATUSES } from '../../../../domain/launches/status.ts';
import type { LaunchStatus } from '../../../../domain/launches/status.ts';

const of = (...statuses: LaunchStatus[]) =>
  statusStatistics(statuses.map((launch_status) => ({ launch_status })));

describe('launches by status', () => {
  it('are counted, each status and all', () => {
    expect(of(...LAUNCH_STATUSES, 'success')).toEqual({
      success: 2,
      partial_failure: 1,
      failed: 1,
      upcoming: 1,
      unknown: 1,
      total: 6,
      success_rate: 0.5,
    });
  });

  it.each<[LaunchStatus[], number | null]>([
    [[], null],
    [['upcoming', 'unknown'], null],
    [['success'], 1],
    [['failed'], 0],
    [['partial_failure'], 0],
    [['success', 'unknown', 'upcoming'], 1],
    [['success', 'success', 'success', 'failed'], 0.75],
    [['success', 'partial_failure'], 0.5],
  ])('of %j have the success rate %s', (statuses, rate) => {
    expect(of(...statuses).success_rate).toBe(rate);
  });
});
