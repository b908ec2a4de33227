import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../../domain/launches/launch.ts';
import { INGESTED_AT, readLaunchLibrary } from '../../../helpers/recorded-launches.ts';

const landing = { attempt: true, success: true, type: { id: 2, abbrev: 'ASDS' } };
const stage = { id: 1, launcher_flight_number: 2, reused: true, landing };
const rocket = {
  configuration: { id: 188, name: 'Falcon 9', full_name: 'Falcon 9 Full Thrust' },
  launcher_stage: [stage],
  spacecraft_stage: [],
};
const mission = {
  name: 'BulgariaSat-1',
  type: 'Communications',
  description: 'The first satellite of Bulgaria.',
  orbit: { id: 2, name: 'Geostationary Transfer Orbit' },
};
const document = {
  id: '1b4fbc01-7a8c-4e4b-a4fb-7de9bd3fbe46',
  name: 'Falcon 9 Full Thrust | BulgariaSat-1',
  status: { id: 3, abbrev: 'Success' },
  last_updated: '2023-01-02T03:04:05Z',
  net: '2017-06-23T19:10:00Z',
  net_precision: { id: 1, abbrev: 'MIN' },
  window_start: '2017-06-23T18:10:00Z',
  window_end: '2017-06-23T20:10:00Z',
  orbital_launch_attempt_count: 42,
  rocket,
  mission,
  pad: { id: 87, name: 'Launch Complex 39A' },
};

const mapped = (fields: object = {}): Partial<Launch> =>
  readLaunchLibrary([{ ...document, ...fields }]).launches[0] ?? {};

describe('a launch of Launch Library', () => {
  it('becomes a record', () => {
    expect(mapped()).toEqual({
      id: '1b4fbc01-7a8c-4e4b-a4fb-7de9bd3fbe46',
      launch_date: '2017-06-23T19:10:00.000Z',
      launch_date_precision: 'minute',
      launch_status: 'success',
      mission_name: 'BulgariaSat-1',
      flight_number: 42,
      rocket_id: '188',
      rocket_name: 'Falcon 9',
      launchpad_id: '87',
      launchpad_name: 'Launch Complex 39A',
      static_fire_date: null,
      launch_window: 7200,
      crew: false,
      capsules: false,
      fairings_reused: null,
      fairings_recovery_attempt: null,
      fairings_recovered: null,
      boosters: [
        {
          flight: 2,
          reused: true,
          landing_attempt: true,
          landing_success: true,
          landing_type: 'ASDS',
        },
      ],
      orbit: 'Geostationary Transfer Orbit',
      mission_type: 'Communications',
      details: 'The first satellite of Bulgaria.',
      source: 'launch-library',
      source_updated_at: '2023-01-02T03:04:05.000Z',
      ingested_at: INGESTED_AT,
      launch_library_id: '1b4fbc01-7a8c-4e4b-a4fb-7de9bd3fbe46',
      previous_dates: [],
      missing_since: null,
      source_year: 'launch-library#2017',
    });
  });

  it.each([
    [{ id: 1 }, 'upcoming'],
    [{ id: 2 }, 'upcoming'],
    [{ id: 3 }, 'success'],
    [{ id: 4 }, 'failed'],
    [{ id: 5 }, 'upcoming'],
    [{ id: 6 }, 'unknown'],
    [{ id: 7 }, 'partial_failure'],
    [{ id: 8 }, 'upcoming'],
    [{ id: 9 }, 'unknown'],
    [{ id: 10 }, 'unknown'],
    [{ id: -1 }, 'unknown'],
    [null, 'unknown'],
  ])('of status %j is %s', (status, expected) => {
    expect(mapped({ status }).launch_status).toBe(expected);
  });

  it.each([
    [0, 'second'],
    [1, 'minute'],
    [2, 'hour'],
    [3, 'day'],
    [4, 'day'],
    [5, 'day'],
    [6, 'month'],
    [7, 'month'],
    [8, 'quarter'],
    [9, 'quarter'],
    [10, 'quarter'],
    [11, 'quarter'],
    [12, 'half'],
    [13, 'half'],
    [14, 'year'],
    [99, 'day'],
  ])('of precision %d is known to the %s', (id, precision) => {
    expect(mapped({ net_precision: { id } }).launch_date_precision).toBe(precision);
  });

  it.each([
    ['Falcon 9 Block 5 | Starlink Group 17-42', 'Starlink Group 17-42'],
    ['Starship | Flight 1 | Second try', 'Flight 1 | Second try'],
    ['Falcon 9 | CRS|26', 'CRS|26'],
    ['Starhopper', 'BulgariaSat-1'],
  ])('called %s is the mission %s', (name, mission_name) => {
    expect(mapped({ name }).mission_name).toBe(mission_name);
  });

  it.each([
    ['2017-06-23T18:10:00Z', '2017-06-23T18:10:00Z', 0],
    ['2017-06-23T18:10:00Z', '2017-06-24T18:10:01Z', 86_401],
    ['2017-06-23T18:10:00Z', '2017-06-23T18:09:59Z', null],
    ['2017-06-23T18:10:00Z', null, null],
    [null, '2017-06-23T18:10:00Z', null],
    ['soon', 'later', null],
    [undefined, undefined, null],
  ])('with a window from %s to %s is open for %s s', (window_start, window_end, seconds) => {
    expect(mapped({ window_start, window_end }).launch_window).toBe(seconds);
  });

  it.each<[string, object | null | undefined, boolean, boolean]>([
    ['a list with a crewed spacecraft', [{ launch_crew: [] }, { launch_crew: [{}] }], true, true],
    ['a list with a cargo spacecraft', [{ launch_crew: [] }], false, true],
    ['one spacecraft by itself', { launch_crew: [{ id: 1 }] }, true, true],
    ['a spacecraft without a list of crew', [{ launch_crew: null }], false, true],
    ['no spacecraft', [], false, false],
    ['null', null, false, false],
    ['nothing', undefined, false, false],
  ])('whose spacecraft stage is %s', (_name, spacecraft_stage, crew, capsules) => {
    expect(mapped({ rocket: { ...rocket, spacecraft_stage } })).toMatchObject({ crew, capsules });
  });

  it.each<[string, object, Partial<Launch>]>([
    ['no precision', { net_precision: null }, { launch_date_precision: 'day' }],
    [
      'no mission',
      { name: 'Starhopper', mission: null },
      { mission_name: 'Starhopper', orbit: null, mission_type: null, details: null },
    ],
    [
      'empty texts',
      { mission: { ...mission, type: '', description: '', orbit: { name: '' } } },
      { mission_type: null, details: null, orbit: null },
    ],
    ['no orbit', { mission: { ...mission, orbit: null } }, { orbit: null }],
    ['no attempt count', { orbital_launch_attempt_count: null }, { flight_number: null }],
    ['no time of its last update', { last_updated: null }, { source_updated_at: null }],
    ['text for ids', { pad: { id: 'a', name: 'A' } }, { launchpad_id: 'a' }],
    [
      'a date of another zone',
      { net: '2018-01-01T01:00:00+02:00' },
      { launch_date: '2017-12-31T23:00:00.000Z', source_year: 'launch-library#2017' },
    ],
    ['no stages', { rocket: { configuration: rocket.configuration } }, { boosters: [] }],
    [
      'a stage nobody knows anything of',
      { rocket: { ...rocket, launcher_stage: [{}] } },
      {
        boosters: [
          {
            flight: null,
            reused: null,
            landing_attempt: null,
            landing_success: null,
            landing_type: null,
          },
        ],
      },
    ],
    [
      'a landing without a type',
      {
        rocket: {
          ...rocket,
          launcher_stage: [{ ...stage, landing: { attempt: false, success: null, type: null } }],
        },
      },
      {
        boosters: [
          {
            flight: 2,
            reused: true,
            landing_attempt: false,
            landing_success: null,
            landing_type: null,
          },
        ],
      },
    ],
  ])('with %s', (_name, fields, expected) => {
    expect(mapped(fields)).toMatchObject(expected);
  });

  it.each([
    ['a date that is none', { net: 'TBD' }, 'launch_date: '],
    ['no date', { net: null }, 'net: '],
    ['an update at no time', { last_updated: 'today' }, 'source_updated_at: '],
    ['a status that is text', { status: 'Success' }, 'status: '],
    ['no rocket', { rocket: null }, 'rocket: '],
    ['no configuration', { rocket: {} }, 'rocket.configuration: '],
    ['no pad', { pad: null }, 'pad: '],
    ['an empty pad name', { pad: { id: 1, name: '' } }, 'launchpad_name: '],
    ['text for a count', { orbital_launch_attempt_count: '42' }, 'orbital_launch_attempt_count: '],
    ['a number for an id', { id: 42 }, 'id: '],
  ])('with %s is rejected by name', (_name, fields, reason) => {
    const { launches, rejected } = readLaunchLibrary([{ ...document, ...fields }]);
    expect(launches).toEqual([]);
    expect(rejected[0]?.reason).toContain(reason);
  });
});
