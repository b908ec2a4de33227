import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_FILTER } from '../../../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../../../domain/launches/launch.ts';
import type { LaunchColumns } from '../../../../domain/launches/statistics/columns.ts';
import { columnsOf } from '../../../../domain/launches/statistics/columns.ts';
import { rocketsOf } from '../../../../domain/launches/statistics/groups.ts';
import { kindsBy } from '../../../../domain/launches/statistics/kinds.ts';
import { LaunchCount } from '../../../../domain/launches/statistics/launch-count.ts';
import { rowsOf } from '../../../../domain/launches/statistics/status-rows.ts';
import { SummaryPool } from '../../../../domain/launches/summary-pool.ts';
import { computed, finished } from '../../../helpers/all-statistics.ts';
import { anyFilter, anyLaunches } from '../../../helpers/any-launches.ts';
import { launch } from '../../../helpers/launches.ts';
import { naivelyFiltered, naiveStatistics } from '../../../helpers/naive-statistics.ts';

const anyAttributes = anyFilter.map((filter) => ({ ...filter, from: null, to: null }));

const ready = (launches: readonly LaunchSummary[]): Promise<LaunchColumns> =>
  columnsOf(launches, () => Promise.resolve());

/** As the table is read, where equal boosters are one array, and as they are. */
const sharing = (launches: LaunchSummary[], isShared: boolean): LaunchSummary[] =>
  isShared ? new SummaryPool().share(launches) : launches;

const yearsOf = (launches: readonly LaunchSummary[]): LaunchSummary[][] =>
  Object.values(Object.groupBy(launches, ({ launch_date }) => launch_date.slice(0, 4))).map(
    (year) => year!,
  );

const counted = (columns: LaunchColumns, filter = NO_FILTER): LaunchCount => {
  const count = new LaunchCount(columns, filter, { first: 0, end: columns.launches.length });
  count.advance(Infinity);
  return count;
};

describe('statistics of a list of launches', () => {
  it('are what is seen when they are counted one thing at a time', () => {
    fc.assert(
      fc.property(anyLaunches, fc.boolean(), (launches, isShared) => {
        expect(computed(sharing(launches, isShared))).toEqual(naiveStatistics(launches));
      }),
    );
  });

  it('are the same in any order of the launches, where no order is asked for', () => {
    const reordered = anyLaunches.chain((launches) =>
      fc.tuple(
        fc.constant(launches),
        fc.shuffledSubarray(launches, { minLength: launches.length }),
      ),
    );
    fc.assert(
      fc.property(reordered, ([launches, shuffled]) => {
        const { months, rockets, orbits, days, boosters } = naiveStatistics(launches);
        expect(computed(shuffled)).toMatchObject({ months, rockets, orbits, days, boosters });
      }),
    );
  });
});

describe('counting by columns', () => {
  it('gives the statistics of what the filter leaves, year by year', async () => {
    const check = async (
      launches: LaunchSummary[],
      isShared: boolean,
      filter: typeof NO_FILTER,
    ) => {
      const years = await Promise.all(yearsOf(sharing(launches, isShared)).map(ready));
      const counts = years.map((columns) => counted(columns, filter));
      expect(finished(counts)).toEqual(naiveStatistics(naivelyFiltered(launches, filter)));
    };
    await fc.assert(fc.asyncProperty(anyLaunches, fc.boolean(), anyAttributes, check), {
      numRuns: 400,
    });
  });

  it('gives those of a stretch, in however many slices it is counted', async () => {
    const cut = anyLaunches.chain((launches) =>
      fc.record({
        launches: fc.constant(launches),
        ends: fc.tuple(fc.nat({ max: launches.length }), fc.nat({ max: launches.length })),
        slices: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
        filter: anyAttributes,
      }),
    );
    const check = async ({
      launches,
      ends,
      slices,
      filter,
    }: typeof cut extends fc.Arbitrary<infer T> ? T : never) => {
      const [first, end] = ends.toSorted((a, b) => a - b) as [number, number];
      const count = new LaunchCount(await ready(launches), filter, { first, end });
      let done = 0;
      for (let turn = 0; !count.isDone; turn += 1) {
        const most = slices[turn % slices.length]!;
        const now = count.advance(most);
        expect(now).toBe(Math.min(most, end - first - done));
        done += now;
      }
      expect(done).toBe(end - first);
      const meant = naivelyFiltered(launches.slice(first, end), filter);
      expect(finished([count])).toEqual(naiveStatistics(meant));
    };
    await fc.assert(fc.asyncProperty(cut, check));
  });

  it('gives the same however often it is asked', async () => {
    const check = async (launches: LaunchSummary[]) => {
      const counts = (await Promise.all(yearsOf(launches).map(ready))).map((one) => counted(one));
      const once = structuredClone(finished(counts));
      expect(finished(counts)).toEqual(once);
    };
    await fc.assert(fc.asyncProperty(anyLaunches, check));
  });

  it('tells across years that several ids go by one name', async () => {
    const rockets = async (...ids: string[]) =>
      counted(await ready(ids.map((rocket_id) => launch({ rocket_id, rocket_name: 'Falcon 9' }))));
    const [a, b, c] = [await rockets('188'), await rockets('188'), await rockets('164')];
    expect(rocketsOf([a, b, c])).toMatchObject([{ id: 'Falcon 9', total: 3 }]);
    expect(rocketsOf([a, b])).toMatchObject([{ id: '188', total: 2 }]);
  });

  it('of nothing gives the statistics of no launches', async () => {
    expect(finished([])).toEqual(naiveStatistics([]));
    expect(finished([counted(await ready([]))])).toEqual(naiveStatistics([]));
  });

  it.each([10, 14_000])('tells %i kinds of launches apart', (kinds) => {
    const launches = Array.from({ length: kinds * 2 }, (_, index) =>
      launch({ id: String(index % kinds), launch_status: index < kinds ? 'success' : 'unknown' }),
    );
    const told: string[] = [];
    const rows = rowsOf(
      launches,
      kindsBy(
        launches,
        ({ id }) => id,
        ({ id }) => id,
      ),
    );
    rows.each((id, { success, unknown, total }) => {
      told.push(id);
      expect([success, unknown, total]).toEqual([1, 1, 2]);
    });
    expect(told).toEqual(launches.slice(0, kinds).map(({ id }) => id));
  });
});
