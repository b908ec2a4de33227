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
  const fieldsOf = (one: LaunchSummary) => LAUNCH_SUMMARY_FIELDS.map((field) => one[field]);

  it('are what they were, field by field and as JSON', () => {
    fc.assert(
      fc.property(anyLaunches, (launches) => {
        const pool = new SummaryPool();
        const half = launches.length >> 1;
        const pages = [launches.slice(0, half), launches.slice(half)];
        const shared = pages.flatMap((page) => pool.share(page));
        pool.complete();
        expect(shared.map(fieldsOf)).toEqual(launches.map(fieldsOf));
        expect(JSON.parse(JSON.stringify(shared))).toEqual(JSON.parse(JSON.stringify(launches)));
      }),
    );
    const written = JSON.parse(JSON.stringify(new SummaryPool().share([summary()])[0])) as object;
    expect(Object.keys(written).sort()).toEqual(LAUNCH_SUMMARY_FIELDS.toSorted());
  });

  it('keep apart what differs in one thing', () => {
    const one = summary();
    const others = [
      { ...one, orbit: null },
      { ...one, orbit: one.mission_type, mission_type: one.orbit },
      { ...one, rocket_id: one.rocket_name, rocket_name: one.rocket_id },
      { ...one, launchpad_id: `${one.launchpad_id},1` },
      { ...one, launch_status: 'unknown' as const },
      { ...one, launch_date_precision: 'year' as const },
      { ...one, boosters: [] },
      { ...one, launch_library_id: one.id },
      { ...one, launch_library_id: null },
      { ...one, missing_since: '2026-05-01T00:00:00.000Z' },
    ];
    const shared = new SummaryPool().share([one, ...others, one]);
    expect(shared.map(fieldsOf)).toEqual([one, ...others, one].map(fieldsOf));
  });

  it('hold equal boosters once, and nobody changes them', () => {
    const pool = new SummaryPool();
    const withoutBoosters = { ...summary(), boosters: [] };
    const [a, b, none] = [...pool.share([summary()]), ...pool.share([summary(), withoutBoosters])];
    expect(a!.boosters).toBe(b!.boosters);
    expect(none!.boosters).toEqual([]);
    expect(() => a!.boosters.pop()).toThrow(TypeError);
    expect(() => (a!.boosters[0]!.reused = null)).toThrow(TypeError);
  });
});
