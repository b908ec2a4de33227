import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LAUNCH_SUMMARY_FIELDS, parseLaunchSummary } from '../../../domain/launches/launch.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { SummaryPool } from '../../../domain/launches/summary-pool.ts';
import { anyLaunches } from '../../helpers/any-launches.ts';
import { launch } from '../../helpers/launches.ts';

const summary = (): LaunchSummary => {
  const parsed = parseLaunchSummary(launch());
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
};

describe('summaries that share what they have in common', () => {
  it('are what they were, in the same order of fields', () => {
    fc.assert(
      fc.property(anyLaunches, (launches) => {
        const pool = new SummaryPool();
        expect(launches.map((one) => pool.share(one))).toEqual(launches);
      }),
    );
    expect(Object.keys(new SummaryPool().share(summary()))).toEqual(LAUNCH_SUMMARY_FIELDS);
    expect(JSON.stringify(new SummaryPool().share(summary()))).toBe(JSON.stringify(summary()));
  });

  it('hold equal boosters once, and nobody changes them', () => {
    const pool = new SummaryPool();
    const [a, b] = [pool.share(summary()), pool.share(summary())];
    expect(a.boosters).toBe(b.boosters);
    expect(pool.share({ ...summary(), boosters: [] }).boosters).toEqual([]);
    expect(() => a.boosters.pop()).toThrow(TypeError);
    expect(() => (a.boosters[0]!.reused = null)).toThrow(TypeError);
  });
});
