import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../../domain/launches/launch.ts';
import {
  launchpadStatistics,
  rocketStatistics,
} from '../../../../domain/launches/statistics/groups.ts';
import { monthlyStatistics } from '../../../../domain/launches/statistics/monthly.ts';
import { statusStatistics } from '../../../../domain/launches/statistics/status.ts';
import { timelineStatistics } from '../../../../domain/launches/statistics/timeline.ts';
import { recordedFacts } from '../../../../local/recorded-sources/launch-library/launch.ts';
import { recordedLaunches } from '../../../../local/recorded-sources/spacex/launch.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../../helpers/recorded-launches.ts';

interface Fact {
  date: string;
  status: string;
  pad: string;
  rocket: string;
}

/** What the recordings say, read without any code of the domain. */
const spacexFacts = (): Fact[] =>
  recordedLaunches().map(({ date_utc, success, upcoming, launchpad, rocket }) => ({
    date: date_utc,
    status: upcoming
      ? 'upcoming'
      : { true: 'success', false: 'failed', null: 'unknown' }[`${success}`],
    pad: String(launchpad),
    rocket: String(rocket),
  }));

const STATUS_NAMES: Record<string, string> = {
  Success: 'success',
  Failure: 'failed',
  'Partial Failure': 'partial_failure',
};
const launchLibraryFacts = (): Fact[] =>
  recordedFacts().map(({ net, status, pad, rocket }) => ({
    date: net,
    status: STATUS_NAMES[status] ?? status,
    pad,
    rocket,
  }));

const tally = (values: string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(values)].map((value) => [value, values.filter((other) => other === value).length]),
  );
const totals = (rows: { total: number; key: string }[]): Record<string, number> =>
  Object.fromEntries(rows.filter(({ total }) => total > 0).map(({ key, total }) => [key, total]));
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
const everything = { from: null, to: null };

const SOURCES: [string, Launch[], Fact[], 'id' | 'name'][] = [
  ['spacex', spacexLaunches(), spacexFacts(), 'id'],
  ['launch-library', launchLibraryLaunches(), launchLibraryFacts(), 'name'],
];

describe.each(SOURCES)(
  'statistics of %s agree with its facts',
  (_name, launches, facts, groupKey) => {
    const inMonth = (month: string) => facts.filter(({ date }) => date.startsWith(month));

    it('by status', () => {
      const { total, success_rate, ...counts } = statusStatistics(launches);
      const told = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
      expect(told).toEqual(tally(facts.map(({ status }) => status)));
      expect(total).toBe(facts.length);
      expect(success_rate).toBeGreaterThan(0.97);
    });

    it('by month, each status, in every order of the launches', () => {
      const months = monthlyStatistics(launches, everything);
      for (const { month, total, ...counts } of months) {
        expect(total).toBe(inMonth(month).length);
        for (const [status, count] of Object.entries(counts)) {
          expect(count).toBe(inMonth(month).filter((fact) => fact.status === status).length);
        }
      }
      expect(sum(months.map(({ total }) => total))).toBe(facts.length);
      expect(monthlyStatistics(launches.toReversed(), everything)).toEqual(months);
    });

    it('by pad and by rocket', () => {
      const keyed = (groups: ReturnType<typeof rocketStatistics>) =>
        totals(groups.map((group) => ({ ...group, key: group[groupKey] })));
      expect(keyed(launchpadStatistics(launches))).toEqual(tally(facts.map(({ pad }) => pad)));
      expect(keyed(rocketStatistics(launches))).toEqual(tally(facts.map(({ rocket }) => rocket)));
    });

    it('by day', () => {
      const days = timelineStatistics(launches);
      const perDay = totals(days.map(({ date, count }) => ({ key: date, total: count })));
      expect(perDay).toEqual(tally(facts.map(({ date }) => date.slice(0, 10))));
      for (const { date, cumulative } of days) {
        const flown = facts.filter(
          (fact) => fact.status !== 'upcoming' && fact.date.slice(0, 10) <= date,
        );
        expect(cumulative).toBe(flown.length);
      }
    });

    it('in June 2017: three, all successes', () => {
      const [june, ...others] = monthlyStatistics(
        launches.filter(({ launch_date }) => launch_date.startsWith('2017-06')),
        { from: '2017-06-01', to: '2017-06-30' },
      );
      expect(june).toMatchObject({ month: '2017-06', success: 3, total: 3 });
      expect(others).toEqual([]);
    });
  },
);

describe('the figures everybody can look up', () => {
  it('spacex: 205, of which 181 successes, 5 failures, 1 unknown and 18 upcoming', () => {
    expect(statusStatistics(spacexLaunches())).toEqual({
      success: 181,
      partial_failure: 0,
      failed: 5,
      upcoming: 18,
      unknown: 1,
      total: 205,
      success_rate: 181 / 186,
    });
  });

  it('launch-library: 674, of which 660 successes, 11 failures and 3 partial failures', () => {
    expect(statusStatistics(launchLibraryLaunches())).toEqual({
      success: 660,
      partial_failure: 3,
      failed: 11,
      upcoming: 0,
      unknown: 0,
      total: 674,
      success_rate: 660 / 674,
    });
  });

  it.each([
    ['spacex', spacexLaunches(), 202, '2006-03', '2022-12'],
    ['launch-library', launchLibraryLaunches(), 243, '2006-03', '2026-05'],
  ])('%s: %d months without a gap', (_name, launches, count, first, last) => {
    const months = monthlyStatistics(launches as Launch[], everything).map(({ month }) => month);
    expect([months.length, months[0], months.at(-1)]).toEqual([count, first, last]);
    expect([...new Set(months)].sort()).toEqual(months);
  });

  it('the turn of 2017', () => {
    const months = monthlyStatistics(spacexLaunches(), { from: '2017-10-01', to: '2018-01-31' });
    expect(months.map(({ month, total }) => [month, total])).toEqual([
      ['2017-10', 3],
      ['2017-11', 0],
      ['2017-12', 2],
      ['2018-01', 2],
    ]);
  });

  it('187 of the 205 have flown at the end of the timeline', () => {
    const days = timelineStatistics(spacexLaunches());
    expect(sum(days.map(({ count }) => count))).toBe(205);
    expect(days.at(-1)).toEqual({ date: '2022-12-05', count: 1, cumulative: 187 });
    expect(days).toHaveLength(198);
  });

  it('rockets of Launch Library, by name', () => {
    const rockets = rocketStatistics(launchLibraryLaunches());
    expect(rockets.map(({ name, total }) => [name, total])).toEqual([
      ['Falcon 9', 639],
      ['Falcon Heavy', 12],
      ['Starship', 11],
      ['Starship Prototype', 7],
      ['Falcon 1', 5],
    ]);
  });

  it('pads of r-spacex, by name', () => {
    const pads = launchpadStatistics(spacexLaunches());
    expect(pads.map(({ name, total }) => [name, total])).toEqual([
      ['CCSFS SLC 40', 112],
      ['KSC LC 39A', 58],
      ['VAFB SLC 4E', 30],
      ['Kwajalein Atoll', 5],
    ]);
  });
});
