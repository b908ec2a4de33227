import { describe, expect, it } from '@jest/globals';
import type { DatePrecision } from '../../../domain/launches/dates.ts';
import {
  addMillis,
  DATE_PRECISIONS,
  dayOf,
  endOfDay,
  hasDay,
  hasTime,
  isUtcDay,
  latestMeaning,
  monthOf,
  parseInstant,
  startOfDay,
  yearOf,
} from '../../../domain/launches/dates.ts';
import { seededRandom } from '../../helpers/random.ts';
import type { Random } from '../../helpers/random.ts';

describe('reading an instant', () => {
  it.each([
    ['2017-06-23T19:10:00.000Z', '2017-06-23T19:10:00.000Z'],
    ['2017-06-23T19:10:00Z', '2017-06-23T19:10:00.000Z'],
    ['2017-06-23T19:10Z', '2017-06-23T19:10:00.000Z'],
    ['2017-06-23', '2017-06-23T00:00:00.000Z'],
    ['  2017-06-23\n', '2017-06-23T00:00:00.000Z'],
    ['2017-06-23t19:10:00z', '2017-06-23T19:10:00.000Z'],
    ['2017-06-23 19:10:00', '2017-06-23T19:10:00.000Z'],
    ['2017-06-23T19:10:00', '2017-06-23T19:10:00.000Z'],
    ['2017-06-23T19:10:00.5Z', '2017-06-23T19:10:00.500Z'],
    ['2017-06-23T19:10:00,25Z', '2017-06-23T19:10:00.250Z'],
    ['2017-06-23T19:10:00.123999999Z', '2017-06-23T19:10:00.123Z'],
    ['2017-06-23T15:10:00-04:00', '2017-06-23T19:10:00.000Z'],
    ['2017-06-24T07:10:00+1200', '2017-06-23T19:10:00.000Z'],
    ['2017-06-23 15:40:00 -0330', '2017-06-23T19:10:00.000Z'],
    ['2017-12-31T23:59:59.999-00:01', '2018-01-01T00:00:59.999Z'],
    ['2018-01-01T00:00:00+23:59', '2017-12-31T00:01:00.000Z'],
    ['2016-02-29', '2016-02-29T00:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %j as %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '',
    ' ',
    'now',
    '2017',
    '2017-06',
    '2017-6-23',
    '17-06-23',
    '12017-06-23',
    '+002017-06-23',
    '-2017-06-23',
    '2017/06/23',
    '23.06.2017',
    '2017-02-29',
    '1900-02-29',
    '2017-02-30',
    '2017-04-31',
    '2017-00-10',
    '2017-13-01',
    '2017-06-00',
    '2017-06-32',
    '2017-06-23T',
    '2017-06-23T19',
    '2017-06-23T24:00:00Z',
    '2017-06-23T19:60:00Z',
    '2017-06-23T19:10:60Z',
    '2017-06-23T19:10:00.Z',
    '2017-06-23T19:10:00.1234567890Z',
    '2017-06-23T19:10:00+24:00',
    '2017-06-23T19:10:00+01:60',
    '2017-06-23T19:10:00+1',
    '2017-06-23T19:10:00 01:00',
    '2017-06-23T19:10:00 CET',
    '2017-06-23Z',
    '2017-06-23+02:00',
    '2017-06-23T19:10:00Z; DROP',
    '٢٠١٧-٠٦-٢٣',
    '0000-01-01T00:00:00+00:01',
    '9999-12-31T23:59:00-00:01',
    '1498245000',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number): number => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
};

/** A date-time in the form of ECMAScript whose parts are often one too low or too high. */
const oddDate = ({ between, pick }: Random) => {
  const two = (least: number, most: number) => String(between(least, most)).padStart(2, '0');
  const year = between(1, 9998);
  const [month, day] = [two(0, 13), two(0, 32)];
  const time = `${two(0, 25)}:${two(0, 61)}:${two(0, 61)}`;
  const fraction = pick(['', '.0', '.07', '.999']);
  const zone = pick(['Z', `+${two(0, 23)}:${two(0, 59)}`, `-${two(0, 23)}:${two(0, 59)}`]);
  const text = `${String(year).padStart(4, '0')}-${month}-${day}T${time}${fraction}${zone}`;
  // The engine's own parser turns 30 February into 2 March and knows 24 o'clock.
  const isOfCalendar = Number(day) <= daysIn(year, Number(month)) && !time.startsWith('24');
  const millis = isOfCalendar ? Date.parse(text) : NaN;
  return { text, expected: Number.isNaN(millis) ? null : new Date(millis).toISOString() };
};

describe('generated dates', () => {
  it('are read as the calendar and the engine read them, or refused', () => {
    const random = seededRandom(20170623);
    const dates = Array.from({ length: 5000 }, () => oddDate(random));
    const valid = dates.filter(({ expected }) => expected !== null).length;
    expect(valid).toBeGreaterThan(1000);
    expect(valid).toBeLessThan(4900);
    expect(dates.map(({ text }) => [text, parseInstant(text)])).toEqual(
      dates.map(({ text, expected }) => [text, expected]),
    );
  });

  it('and garbage is refused or read as an instant that stays what it is', () => {
    const { between, pick } = seededRandom(3);
    const pieces = [...'0123456789-:TtZz+., \u0000é', '2017', '-06-23', 'T19:10', '\ud800'];
    const garbage = Array.from({ length: 5000 }, () =>
      Array.from({ length: between(0, 12) }, () => pick(pieces)).join(''),
    );
    const read = garbage.map(parseInstant).filter((instant) => instant !== null);
    expect(read.map(parseInstant)).toEqual(read);
    expect(read.every((instant) => new Date(instant).toISOString() === instant)).toBe(true);
  });
});

describe('days', () => {
  it.each([
    ['2017-06-23', true],
    ['2016-02-29', true],
    ['0001-01-01', true],
    ['2017-02-29', false],
    ['2017-6-23', false],
    [' 2017-06-23', false],
    ['2017-06-23T00:00Z', false],
    ['', false],
  ])('%j is one: %s', (text, expected) => {
    expect(isUtcDay(text)).toBe(expected);
  });

  it('start with their first millisecond and end with their last', () => {
    expect([startOfDay('2016-12-31'), endOfDay('2016-12-31')]).toEqual([
      '2016-12-31T00:00:00.000Z',
      '2016-12-31T23:59:59.999Z',
    ]);
    expect(addMillis(endOfDay('2016-12-31'), 1)).toBe(startOfDay('2017-01-01'));
    expect(addMillis(startOfDay('2016-03-01'), -1)).toBe(endOfDay('2016-02-29'));
  });

  it('months and years are cut from an instant', () => {
    const instant = '2017-06-23T19:10:00.000Z';
    expect([dayOf(instant), monthOf(instant), yearOf(instant)]).toEqual([
      '2017-06-23',
      '2017-06',
      '2017',
    ]);
  });
});

describe('what of a date means anything', () => {
  it('is its time of day down to the hour, and its day down to the day', () => {
    expect(DATE_PRECISIONS.filter(hasTime)).toEqual(['second', 'minute', 'hour']);
    expect(DATE_PRECISIONS.filter(hasDay)).toEqual(['second', 'minute', 'hour', 'day']);
  });
});

describe('the last instant a date can mean', () => {
  it.each<[DatePrecision, string, string]>([
    ['second', '2022-12-01T10:20:30.400Z', '2022-12-01T10:20:30.999Z'],
    ['minute', '2022-12-01T10:20:30.400Z', '2022-12-01T10:20:59.999Z'],
    ['hour', '2022-12-01T10:20:30.400Z', '2022-12-01T10:59:59.999Z'],
    ['day', '2022-12-01T10:20:30.400Z', '2022-12-01T23:59:59.999Z'],
    ['day', '1969-12-31T10:00:00.000Z', '1969-12-31T23:59:59.999Z'],
    ['month', '2022-12-01T00:00:00.000Z', '2022-12-31T23:59:59.999Z'],
    ['month', '2024-02-29T12:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['month', '2022-01-31T00:00:00.000Z', '2022-01-31T23:59:59.999Z'],
    ['quarter', '2022-01-01T00:00:00.000Z', '2022-03-31T23:59:59.999Z'],
    ['quarter', '2022-12-31T23:59:59.999Z', '2022-12-31T23:59:59.999Z'],
    ['half', '2022-06-30T00:00:00.000Z', '2022-06-30T23:59:59.999Z'],
    ['half', '2022-07-01T00:00:00.000Z', '2022-12-31T23:59:59.999Z'],
    ['year', '2022-01-01T00:00:00.000Z', '2022-12-31T23:59:59.999Z'],
  ])('known to the %s, %s ends at %s', (precision, date, last) => {
    expect(latestMeaning(date, precision)).toBe(last);
  });
});
