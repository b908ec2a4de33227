import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { launchAsOf } from '../../../local/recorded-sources/launch-library/as-of.ts';
import { expandLaunch } from '../../../local/recorded-sources/launch-library/expand.ts';
import { recordedFacts } from '../../../local/recorded-sources/launch-library/launch.ts';
import type { LaunchFacts } from '../../../local/recorded-sources/launch-library/launch.ts';
import { readParameters } from '../../../local/recorded-sources/launch-library/parameters.ts';
import { Throttle } from '../../../local/recorded-sources/launch-library/throttle.ts';

const facts: LaunchFacts = {
  id: '32dcb5ad-7609-4fc0-8094-768ee5c2ebe0',
  name: 'Falcon 9 Block 5 | Crew-2',
  net: '2021-04-23T09:49:02Z',
  status: 'Success',
  orbital_launch_attempt_count: 6000,
  rocket: 'Falcon 9',
  mission_type: 'Human Exploration',
  orbit: 'Low Earth Orbit',
  pad: 'Launch Complex 39A',
};

describe('expanding recorded facts', () => {
  it('builds the document of the detailed mode', () => {
    expect(expandLaunch(facts)).toMatchObject({
      id: facts.id,
      slug: 'falcon-9-block-5-crew-2',
      response_mode: 'detailed',
      status: { id: 3, abbrev: 'Success' },
      net: facts.net,
      net_precision: { id: 0, abbrev: 'SEC' },
      window_start: facts.net,
      window_end: facts.net,
      launch_service_provider: { id: 121, name: 'SpaceX' },
      rocket: {
        configuration: {
          id: 164,
          name: 'Falcon 9',
          full_name: 'Falcon 9 Block 5',
          variant: 'Block 5',
        },
        launcher_stage: [],
        spacecraft_stage: [],
      },
      mission: { name: 'Crew-2', type: 'Human Exploration', orbit: { id: 8, abbrev: 'LEO' } },
      pad: { id: 87, name: facts.pad, location: { id: 27, name: 'Kennedy Space Center, FL, USA' } },
      orbital_launch_attempt_count: 6000,
    });
  });

  it('has no mission where neither its type nor its orbit was recorded', () => {
    expect(expandLaunch({ ...facts, mission_type: null, orbit: null }).mission).toBeNull();
    expect(expandLaunch({ ...facts, mission_type: null }).mission).toMatchObject({ type: null });
    expect(expandLaunch({ ...facts, orbit: null }).mission).toMatchObject({ orbit: null });
  });

  it('names a pad, rocket or orbit the reference lacks', () => {
    expect(() => expandLaunch({ ...facts, pad: 'Pad 7' })).toThrow('pad "Pad 7"');
    expect(() => expandLaunch({ ...facts, rocket: 'Saturn V' })).toThrow('rocket "Saturn V"');
    expect(() => expandLaunch({ ...facts, orbit: 'Mars' })).toThrow('orbit "Mars"');
  });

  it('expands the whole recording the same way every time, each launch under its own id', () => {
    const launches = recordedFacts().map(expandLaunch);
    expect(new Set(launches.map(({ id }) => id)).size).toBe(674);
    expect(launches).toEqual(recordedFacts().map(expandLaunch));
    expect(JSON.stringify(launches)).not.toContain('recorded_from');
  });
});

describe('a launch as of an earlier day', () => {
  const launch = expandLaunch(facts);
  const at = (asOf: string) => launchAsOf(launch, asOf);

  it('is itself once it has flown', () => {
    expect(at('2021-04-23T09:49:02.000Z')).toEqual(launch);
    expect(at('2030-01-01T00:00:00.000Z')).toEqual(launch);
  });

  it.each([
    ['to the minute when it is near', '2021-04-23T09:49:01.999Z', 1, 1, '2021-04-23T09:49:00Z'],
    [
      'to the minute up to ten days ahead',
      '2021-04-13T09:49:02.000Z',
      1,
      1,
      '2021-04-23T09:49:00Z',
    ],
    ['to the day before that', '2021-04-13T09:49:01.000Z', 8, 5, '2021-04-23T00:00:00Z'],
    ['to the month farther ahead', '2020-12-01T00:00:00.000Z', 2, 7, '2021-04-30T00:00:00Z'],
  ])('is known %s', (_what, asOf, status, precision, net) => {
    expect(at(asOf)).toMatchObject({
      status: { id: status },
      net_precision: { id: precision },
      net,
      window_start: net,
      window_end: net,
      last_updated: `${asOf.slice(0, 19)}Z`,
    });
  });
});

describe('parameters', () => {
  it('reads what the API filters by', () => {
    expect(
      readParameters({ lsp__id: '121', net__gte: '2020-01-01', limit: '500', mode: 'detailed' }),
    ).toEqual({
      lsp__id: 121,
      net__gte: Date.UTC(2020, 0, 1),
      limit: 500,
      mode: 'detailed',
    });
  });

  it('names every wrong one', () => {
    const query = {
      net__gte: '2017-02-30',
      limit: '0',
      offset: '-1',
      lsp__id: 'x',
      constructor: '1',
      id: '7',
    };
    expect(() => readParameters(query)).toThrow(
      expect.objectContaining({
        fields: expect.objectContaining(
          Object.fromEntries(Object.keys(query).map((name) => [name, [expect.any(String)]])),
        ),
      }),
    );
  });
});

describe('throttle', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('frees a call when the oldest leaves the window, for each caller alone', () => {
    const throttle = new Throttle({ limit: 2, seconds: 60 });
    expect(throttle.take('a')).toBe(0);
    jest.setSystemTime(20_000);
    expect(throttle.take('a')).toBe(0);
    expect(throttle.take('a')).toBe(40);
    expect(throttle.take('b')).toBe(0);
    jest.setSystemTime(59_500);
    expect(throttle.report('a')).toEqual({
      your_request_limit: 2,
      limit_frequency_secs: 60,
      current_use: 2,
      next_use_secs: 1,
      ident: 'a',
    });
    jest.setSystemTime(60_000);
    expect(throttle.take('a')).toBe(0);
    expect(throttle.take('a')).toBe(20);
  });
});
