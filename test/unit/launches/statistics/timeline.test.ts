import { describe, expect, it } from '@jest/globals';
import { timelineStatistics } from '../../../../domain/launches/statistics/timeline.ts';
import type { LaunchStatus } from '../../../../domain/launches/status.ts';
import { launch } from '../../../helpers/launches.ts';

const at = (launch_date: string, launch_status: LaunchStatus = 'success') =>
  launch({ launch_date: `${launch_date}Z`, launch_status });

describe('the timeline', () => {
  it('has the days with a launch, oldest first, and what has flown up to each', () => {
    const launches = [
      at('2018-01-01T00:00:00.000', 'failed'),
      at('2017-12-31T23:59:59.999'),
      at('2017-12-31T00:00:00.000', 'unknown'),
      at('2018-01-03T00:00:00.000', 'upcoming'),
      at('2018-01-01T10:00:00.000', 'upcoming'),
      at('2018-01-02T10:00:00.000', 'partial_failure'),
    ];
    expect(timelineStatistics(launches)).toEqual([
      { date: '2017-12-31', count: 2, cumulative: 2 },
      { date: '2018-01-01', count: 2, cumulative: 3 },
      { date: '2018-01-02', count: 1, cumulative: 4 },
      { date: '2018-01-03', count: 1, cumulative: 4 },
    ]);
  });

  it('is empty without launches', () => {
    expect(timelineStatistics([])).toEqual([]);
  });
});
