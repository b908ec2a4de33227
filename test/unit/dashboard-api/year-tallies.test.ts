import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { YearTallies } from '../../../dashboard-api/launches/year-tallies.ts';
import { NO_FILTER } from '../../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { columnsOf } from '../../../domain/launches/statistics/columns.ts';
import { finished } from '../../helpers/all-statistics.ts';
import { anyFilter, anyLaunches } from '../../helpers/any-launches.ts';
import { naivelyFiltered, naiveStatistics } from '../../helpers/naive-statistics.ts';

const talliesOf = async (launches: readonly LaunchSummary[]): Promise<YearTallies> =>
  new YearTallies(await columnsOf(launches, () => Promise.resolve()));

describe('tallies of a year', () => {
  it('are those of what a filter leaves, days and all', async () => {
    const check = async (launches: LaunchSummary[], filter: typeof NO_FILTER) => {
      const count = (await talliesOf(launches)).of(filter);
      count.advance(launches.length);
      expect(count.isDone).toBe(true);
      expect(finished([count])).toEqual(naiveStatistics(naivelyFiltered(launches, filter)));
    };
    await fc.assert(fc.asyncProperty(anyLaunches, anyFilter, check), { numRuns: 400 });
  });

  it('of all launches are counted once', async () => {
    const [launches] = fc.sample(
      anyLaunches.filter(({ length }) => length > 2),
      1,
    );
    const tallies = await talliesOf(launches!);
    const all = tallies.of(NO_FILTER);
    expect(tallies.of({ ...NO_FILTER, from: '2016-01-01', to: '2019-12-31' })).toBe(all);
    expect(tallies.of({ ...NO_FILTER, statuses: ['failed'] })).not.toBe(all);
    expect(tallies.of({ ...NO_FILTER, to: '2016-01-01' })).not.toBe(all);
  });
});
