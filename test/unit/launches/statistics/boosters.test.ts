import { describe, expect, it } from '@jest/globals';
import type { Booster, Launch } from '../../../../domain/launches/launch.ts';
import { boosterStatistics } from '../../../../domain/launches/statistics/boosters.ts';
import { monthlyStatistics } from '../../../../domain/launches/statistics/monthly.ts';
import { recordedLaunches } from '../../../../local/recorded-sources/spacex/launch.ts';
import { launch } from '../../../helpers/launches.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../../helpers/recorded-launches.ts';

const everything = { from: null, to: null };
const none = {
  flights: 0,
  reflights: 0,
  landing_attempts: 0,
  landings: 0,
  losses: 0,
  unknown: 0,
  launches_without_record: 0,
};
const booster = (fields: Partial<Booster> = {}): Booster => ({
  flight: 1,
  reused: false,
  landing_attempt: null,
  landing_success: null,
  landing_type: null,
  ...fields,
});
const landed = booster({ landing_attempt: true, landing_success: true });
const lost = booster({ landing_attempt: true, landing_success: false });
const totals = (launches: Launch[]) => {
  const { months, last_loss, ...counts } = boosterStatistics(launches, everything);
  expect(months).toHaveLength(monthlyStatistics(launches, everything).length);
  return counts;
};

describe('boosters', () => {
  it.each<[string, Partial<Booster>, Partial<typeof none>]>([
    [
      'landed',
      { landing_attempt: true, landing_success: true },
      { landing_attempts: 1, landings: 1 },
    ],
    ['lost', { landing_attempt: true, landing_success: false }, { landing_attempts: 1, losses: 1 }],
    [
      'tried, outcome not recorded',
      { landing_attempt: true, landing_success: null },
      { landing_attempts: 1, unknown: 1 },
    ],
    ['not tried', { landing_attempt: false, landing_success: null }, {}],
    ['not tried and yet not landed', { landing_attempt: false, landing_success: false }, {}],
    ['nobody knows whether tried', { landing_attempt: null, landing_success: null }, {}],
    ['reused', { reused: true }, { reflights: 1 }],
    ['nobody knows whether reused', { reused: null }, {}],
  ])('count by what is recorded: %s', (_name, fields, counts) => {
    expect(totals([launch({ boosters: [booster(fields)] })])).toEqual({
      ...none,
      flights: 1,
      ...counts,
    });
  });

  it('count each by itself where a launch has three', () => {
    const heavy = launch({ boosters: [landed, { ...landed, reused: true }, lost] });
    expect(totals([heavy])).toEqual({
      ...none,
      flights: 3,
      reflights: 1,
      landing_attempts: 3,
      landings: 2,
      losses: 1,
    });
  });

  it('count once their launch has flown, whatever became of it', () => {
    const flown = (['success', 'partial_failure', 'failed', 'unknown'] as const).map(
      (launch_status) => launch({ launch_status, boosters: [landed] }),
    );
    const planned = launch({ launch_status: 'upcoming', boosters: [{ ...lost, reused: true }] });
    expect(totals([...flown, planned])).toMatchObject({ flights: 4, landings: 4, losses: 0 });
    expect(boosterStatistics([planned], everything)).toEqual({
      ...none,
      last_loss: null,
      months: [{ month: '2017-06', ...none }],
    });
  });

  it('are told from launches without any on record', () => {
    const silent = launch({ boosters: [] });
    const planned = launch({ launch_status: 'upcoming', boosters: [] });
    expect(totals([silent, planned])).toEqual({ ...none, launches_without_record: 1 });
  });

  it('belong to the month their launch flew in, months without any included', () => {
    const launches = [
      launch({ launch_date: '2018-02-01T00:00:00.000Z', boosters: [lost] }),
      launch({ launch_date: '2017-11-30T23:59:59.999Z', boosters: [landed, lost] }),
    ];
    const { months, last_loss } = boosterStatistics(launches, { from: null, to: '2018-03-31' });
    expect(months.map(({ month, landings, losses }) => [month, landings, losses])).toEqual([
      ['2017-11', 1, 1],
      ['2017-12', 0, 0],
      ['2018-01', 0, 0],
      ['2018-02', 0, 1],
      ['2018-03', 0, 0],
    ]);
    expect(last_loss).toBe('2018-02-01T00:00:00.000Z');
  });

  it('are none without launches', () => {
    expect(boosterStatistics([], everything)).toEqual({ ...none, last_loss: null, months: [] });
  });
});

describe('boosters of the recorded launches of r-spacex', () => {
  const statistics = boosterStatistics(spacexLaunches(), everything);

  it('landed in 149 of the 162 attempts with a known outcome, the last loss on 16 February 2021', () => {
    expect(statistics).toMatchObject({
      landing_attempts: 164,
      landings: 149,
      losses: 13,
      unknown: 2,
      last_loss: '2021-02-16T03:59:00.000Z',
    });
  });

  it('agree with what the recording says, month by month', () => {
    const facts = recordedLaunches()
      .filter(({ upcoming }) => !upcoming)
      .flatMap(({ date_utc, cores }) =>
        cores.map((core) => ({ core, month: date_utc.slice(0, 7) })),
      );
    for (const { month, ...counts } of statistics.months) {
      const flown = facts.filter((fact) => fact.month === month).map(({ core }) => core);
      const tried = flown.filter((core) => core['landing_attempt'] === true);
      expect({ month, ...counts }).toEqual({
        month,
        flights: flown.length,
        reflights: flown.filter((core) => core['reused'] === true).length,
        landing_attempts: tried.length,
        landings: tried.filter(({ landing_success }) => landing_success === true).length,
        losses: tried.filter(({ landing_success }) => landing_success === false).length,
        unknown: tried.filter(({ landing_success }) => landing_success === null).length,
        launches_without_record: 0,
      });
    }
    expect(statistics.flights).toBe(facts.length);
  });

  it('are all without a record in the recording of Launch Library', () => {
    expect(totals(launchLibraryLaunches())).toEqual({ ...none, launches_without_record: 674 });
  });
});
