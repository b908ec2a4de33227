import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LaunchSummary } from '../../../../domain/launches/launch.ts';
import { rocketsOf } from '../../../../domain/launches/statistics/groups.ts';
import type { LaunchTallies } from '../../../../domain/launches/statistics/launch-tallies.ts';
import { LAUNCH_TALLIES } from '../../../../domain/launches/statistics/launch-tallies.ts';
import { tallyOf } from '../../../../domain/launches/statistics/tally.ts';
import { computed, finished } from '../../../helpers/all-statistics.ts';
import { anyLaunches } from '../../../helpers/any-launches.ts';
import { launch } from '../../../helpers/launches.ts';

/** Launches and where to cut them, in whatever parts, empty ones too. */
const cutLaunches = anyLaunches.chain((launches) =>
  fc.record({
    launches: fc.constant(launches),
    cuts: fc.array(fc.nat({ max: launches.length }), { maxLength: 6 }),
  }),
);

const partsOf = (launches: readonly LaunchSummary[], cuts: readonly number[]): LaunchTallies[] => {
  const ends = [...cuts.toSorted((a, b) => a - b), launches.length];
  return ends.map((end, i) =>
    tallyOf(LAUNCH_TALLIES, launches.slice(i === 0 ? 0 : ends[i - 1], end)),
  );
};

describe('tallies', () => {
  it('of parts give the statistics of the whole, however it is cut', () => {
    fc.assert(
      fc.property(cutLaunches, ({ launches, cuts }) => {
        expect(finished(LAUNCH_TALLIES.merge(partsOf(launches, cuts)))).toEqual(computed(launches));
      }),
    );
  });

  it('can be put together in steps', () => {
    fc.assert(
      fc.property(cutLaunches, ({ launches, cuts }) => {
        const stepwise = partsOf(launches, cuts).reduce(
          (merged, part) => LAUNCH_TALLIES.merge([merged, part]),
          LAUNCH_TALLIES.none(),
        );
        expect(finished(stepwise)).toEqual(computed(launches));
      }),
    );
  });

  it('stay what they are when they are merged', () => {
    fc.assert(
      fc.property(cutLaunches, ({ launches, cuts }) => {
        const parts = partsOf(launches, cuts);
        const before = structuredClone(parts);
        LAUNCH_TALLIES.merge(parts);
        expect(LAUNCH_TALLIES.merge([...parts, ...parts])).not.toBe(parts[0]);
        expect(parts).toEqual(before);
      }),
    );
  });

  it('tell across parts that several ids go by one name', () => {
    const rockets = (...ids: string[]) =>
      tallyOf(
        LAUNCH_TALLIES,
        ids.map((rocket_id) => launch({ rocket_id, rocket_name: 'Falcon 9' })),
      );
    const merged = LAUNCH_TALLIES.merge([rockets('188'), rockets('188'), rockets('164')]);
    expect(rocketsOf(merged.rockets)).toMatchObject([{ id: 'Falcon 9', total: 3 }]);
    const same = LAUNCH_TALLIES.merge([rockets('188'), rockets('188')]);
    expect(rocketsOf(same.rockets)).toMatchObject([{ id: '188', total: 2 }]);
  });

  it('of nothing are those of no launches', () => {
    expect(finished(LAUNCH_TALLIES.merge([]))).toEqual(computed([]));
  });
});
