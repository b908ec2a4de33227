import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../../domain/launches/launch.ts';
import { recordedLaunches } from '../../../../local/recorded-sources/spacex/launch.ts';
import { INGESTED_AT, readSpacex } from '../../../helpers/recorded-launches.ts';

const bulgariaSat = recordedLaunches().find(({ name }) => name === 'BulgariaSat-1')!;

const mapped = (fields: object = {}): Partial<Launch> =>
  readSpacex([{ ...bulgariaSat, ...fields }]).launches[0] ?? {};
const reasonFor = (document: unknown): string | undefined =>
  readSpacex([document]).rejected[0]?.reason;

describe('a launch of r-spacex', () => {
  it('becomes a record', () => {
    expect(mapped()).toEqual({
      id: '5eb87d04ffd86e000604b353',
      launch_date: '2017-06-23T19:10:00.000Z',
      launch_date_precision: 'hour',
      launch_status: 'success',
      mission_name: 'BulgariaSat-1',
      flight_number: 42,
      rocket_id: '5e9d0d95eda69973a809d1ec',
      rocket_name: 'Falcon 9',
      launchpad_id: '5e9e4502f509094188566f88',
      launchpad_name: 'KSC LC 39A',
      static_fire_date: '2017-06-15T22:25:00.000Z',
      launch_window: 7200,
      crew: false,
      capsules: false,
      fairings_reused: false,
      fairings_recovery_attempt: false,
      fairings_recovered: false,
      boosters: [
        {
          flight: 2,
          reused: true,
          landing_attempt: true,
          landing_success: true,
          landing_type: 'ASDS',
        },
      ],
      orbit: null,
      mission_type: null,
      details: null,
      source: 'spacex',
      source_updated_at: null,
      ingested_at: INGESTED_AT,
      launch_library_id: null,
      previous_dates: [],
      missing_since: null,
      source_year: 'spacex#2017',
    });
  });

  it.each([
    [true, null, 'upcoming'],
    [true, true, 'upcoming'],
    [false, true, 'success'],
    [false, false, 'failed'],
    [false, null, 'unknown'],
  ])('upcoming %s and success %s is %s', (upcoming, success, status) => {
    expect(mapped({ upcoming, success }).launch_status).toBe(status);
  });

  it.each<[string, object, Partial<Launch>]>([
    [
      'a date of another zone',
      { date_utc: '2017-12-31T22:00:00-04:00' },
      { launch_date: '2018-01-01T02:00:00.000Z', source_year: 'spacex#2018' },
    ],
    ['people aboard', { crew: [{ crew: 'x', role: 'Commander' }] }, { crew: true }],
    ['a capsule', { capsules: ['5e9e2c5df359188aba3b2676'] }, { capsules: true }],
    [
      'fairings of unknown fate',
      { fairings: { reused: true, recovery_attempt: false, recovered: null } },
      { fairings_reused: true, fairings_recovery_attempt: false, fairings_recovered: null },
    ],
    [
      'no fairings',
      { fairings: null },
      { fairings_reused: null, fairings_recovery_attempt: null, fairings_recovered: null },
    ],
    ['no static fire', { static_fire_date_utc: null }, { static_fire_date: null }],
    ['a rocket without a known name', { rocket: 'new' }, { rocket_id: 'new', rocket_name: 'new' }],
    [
      'a pad without a known name',
      { launchpad: 'new' },
      { launchpad_id: 'new', launchpad_name: 'new' },
    ],
    ['a Launch Library id', { launch_library_id: 'a-b' }, { launch_library_id: 'a-b' }],
    ['no core', { cores: [] }, { boosters: [] }],
  ])('with %s', (_name, fields, expected) => {
    expect(mapped(fields)).toMatchObject(expected);
  });

  it.each([
    ['a date that is none', { date_utc: '2017-02-30T00:00:00.000Z' }, 'launch_date: '],
    ['an empty date', { date_utc: '' }, 'launch_date: '],
    ['a date out of range', { date_utc: '0017-06-23T19:10:00.000Z' }, 'launch_date: '],
    ['a static fire at no time', { static_fire_date_utc: 'June' }, 'static_fire_date: '],
    ['another precision', { date_precision: 'era' }, 'launch_date_precision: '],
    ['no name', { name: null }, 'name: '],
    ['an empty name', { name: '' }, 'mission_name: '],
    ['text for a number', { flight_number: '42' }, 'flight_number: '],
    ['no list of crew', { crew: undefined }, 'crew: '],
    ['a core without a flight', { cores: [{}] }, 'cores.0.flight: '],
    ['a number for an id', { id: 42 }, 'id: '],
    ['the id of a state item', { id: 'source#spacex' }, 'id: '],
  ])('with %s is rejected by name', (_name, fields, reason) => {
    expect(reasonFor({ ...bulgariaSat, ...fields })).toContain(reason);
  });

  it.each([null, undefined, 5, 'launch', []])('is not %j', (document) => {
    expect(readSpacex([document])).toEqual({
      launches: [],
      rejected: [{ id: null, reason: expect.stringMatching(/^document: /) }],
    });
  });

  it('that is broken is named by its id and costs nothing else', () => {
    const [before, after] = [
      { ...bulgariaSat, id: 'a' },
      { ...bulgariaSat, id: 'c' },
    ];
    const { launches, rejected } = readSpacex([before, { id: 'b' }, after]);
    expect(launches.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(rejected).toEqual([{ id: 'b', reason: expect.stringContaining('name: ') }]);
  });
});
