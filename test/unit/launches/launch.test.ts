import { describe, expect, it } from '@jest/globals';
import {
  LAUNCH_FIELDS,
  LAUNCH_SUMMARY_FIELDS,
  parseLaunch,
  parseLaunchSummary,
} from '../../../domain/launches/launch.ts';
import { launch } from '../../helpers/launches.ts';

const reasonFor = (fields: object): string => {
  const parsed = parseLaunch({ ...launch(), ...fields });
  return parsed.ok ? 'accepted' : parsed.reason;
};

const previousDates = (count: number) =>
  Array.from({ length: count }, () => ({
    launch_date: '2017-06-22T19:10:00.000Z',
    seen_until: '2017-06-21T01:00:00.000Z',
  }));
const boosters = (count: number) => Array.from({ length: count }, () => launch().boosters[0]);

describe('a launch', () => {
  it('is what was put in, without fields nobody knows', () => {
    const added = { ...launch(), colour: 'white' };
    expect(parseLaunch(added)).toEqual({ ok: true, value: launch() });
    const [booster] = launch().boosters;
    const inside = { ...launch(), boosters: [{ ...booster, colour: 'sooty' }] };
    expect(parseLaunch(inside)).toEqual({ ok: true, value: launch() });
  });

  it.each([
    ['every nullable field null', { flight_number: null, orbit: null, details: null }],
    ['the first year', { launch_date: '1950-01-01T00:00:00.000Z', source_year: 'spacex#1950' }],
    ['the last year', { launch_date: '2100-12-31T23:59:59.999Z', source_year: 'spacex#2100' }],
    ['20 earlier dates', { previous_dates: previousDates(20) }],
    ['50 boosters', { boosters: boosters(50) }],
    ['none', { boosters: [] }],
    ['a window of a year', { launch_window: 366 * 24 * 3600 }],
    ['details of 20,000 characters', { details: 'é'.repeat(20_000) }],
    ['an emoji in its name', { mission_name: '🚀 Ωmega' }],
  ])('may have %s', (_name, fields) => {
    const source_year = 'spacex#2017';
    const whole = { ...launch({ source: 'spacex' }), source_year, ...fields };
    expect(parseLaunch(whole)).toEqual({ ok: true, value: whole });
  });

  it.each([
    ['an empty id', { id: '' }, 'id'],
    ['the id of a state item', { id: 'source#spacex' }, 'id: must not start with source#'],
    ['the id of a session', { id: 'session#1' }, 'id: must not start with session#'],
    ['an id of 201 characters', { id: 'x'.repeat(201) }, 'id'],
    ['a number for an id', { id: 5 }, 'id'],
    ['a lone surrogate', { mission_name: 'CRS\ud83d' }, 'mission_name: is not valid Unicode'],
    ['no name', { mission_name: undefined }, 'mission_name'],
    ['a date without milliseconds', { launch_date: '2017-06-23T19:10:00Z' }, 'launch_date'],
    ['a date that is none', { launch_date: '2017-02-30T00:00:00.000Z' }, 'launch_date'],
    ['a date in other digits', { launch_date: '٢٠١٧-06-23T19:10:00.000Z' }, 'launch_date'],
    ['a year before 1950', { launch_date: '1949-12-31T23:59:59.999Z' }, 'launch_date'],
    ['a year after 2100', { launch_date: '2101-01-01T00:00:00.000Z' }, 'launch_date'],
    ['another precision', { launch_date_precision: 'week' }, 'launch_date_precision'],
    ['another status', { launch_status: 'scrubbed' }, 'launch_status'],
    ['half a flight', { flight_number: 1.5 }, 'flight_number'],
    ['a flight before the first', { flight_number: -1 }, 'flight_number'],
    ['a flight beyond whole numbers', { flight_number: 2 ** 53 }, 'flight_number'],
    ['a window that ends before it starts', { launch_window: -1 }, 'launch_window'],
    ['a window over a year', { launch_window: 366 * 24 * 3600 + 1 }, 'launch_window'],
    ['a window that is no number', { launch_window: NaN }, 'launch_window'],
    ['null for crew', { crew: null }, 'crew'],
    ['1 for a flag', { fairings_reused: 1 }, 'fairings_reused'],
    ['51 boosters', { boosters: boosters(51) }, 'boosters'],
    ['a booster without its flight', { boosters: [{}] }, 'boosters.0.flight'],
    ['too long details', { details: 'x'.repeat(20_001) }, 'details'],
    ['another source', { source: 'wikipedia' }, 'source'],
    ['a local time of reading', { ingested_at: '2026-01-01T01:00:04.000+01:00' }, 'ingested_at'],
    ['21 earlier dates', { previous_dates: previousDates(21) }, 'previous_dates'],
    ['an earlier date that is none', { previous_dates: [{}] }, 'previous_dates.0.launch_date'],
    ['the year of another date', { source_year: 'launch-library#2018' }, 'source_year'],
    ['the year of another source', { source_year: 'spacex#2017' }, 'source_year'],
    ['yes for missing', { missing_since: 'yes' }, 'missing_since'],
  ])('may not have %s', (_name, fields, field) => {
    expect(reasonFor(fields)).toContain(field);
  });

  it.each([null, undefined, 5, 'launch', [], true])('is not %j', (input) => {
    expect(parseLaunch(input)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^document: /),
    });
  });

  it('names its columns in the order of the record', () => {
    expect(LAUNCH_FIELDS).toEqual(Object.keys(launch()));
  });
});

describe('the summary of a launch', () => {
  it('is its projected columns, and only they are checked', () => {
    const { crew, ...broken } = { ...launch(), details: 5 };
    const parsed = parseLaunchSummary(broken);
    expect(crew).toBe(false);
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && Object.keys(parsed.value).sort()).toEqual(
      [...LAUNCH_SUMMARY_FIELDS].sort(),
    );
  });

  it('keeps of its boosters what landings are counted from', () => {
    const parsed = parseLaunchSummary(launch());
    expect(parsed.ok && parsed.value.boosters).toEqual([
      { reused: true, landing_attempt: true, landing_success: true },
    ]);
    expect(parseLaunchSummary({ ...launch(), boosters: boosters(51) })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('boosters: '),
    });
  });

  it.each(LAUNCH_SUMMARY_FIELDS)('needs %s', (field) => {
    const { [field]: _removed, ...rest } = launch();
    expect(parseLaunchSummary(rest)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(`${field}: `),
    });
  });
});
