import { describe, expect, it } from '@jest/globals';
import { readRequest } from '../../../functions/ingest-launches/request.ts';

const NOW = '2022-06-01T12:00:00.000Z';
const read = (fields: unknown) => readRequest(fields, ['launch-library', 'spacex'], NOW);

describe('what a call asks for', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing', {}, { kind: 'refresh' }],
    ['everything', { backfill: true }, { kind: 'backfill' }],
    [
      'the six hours before now',
      { offset_seconds: 21600 },
      { kind: 'window', span: { from: '2022-06-01T06:00:00.000Z', to: NOW } },
    ],
    [
      'the six hours before a time, which is UTC without a zone',
      { utc_date: '2017-06-23T19:10:00' },
      {
        kind: 'window',
        span: { from: '2017-06-23T13:10:00.000Z', to: '2017-06-23T19:10:00.000Z' },
      },
    ],
    [
      'a time of another zone',
      { utc_date: '2017-06-23T21:10:00+02:00', offset_seconds: 1 },
      {
        kind: 'window',
        span: { from: '2017-06-23T19:09:59.000Z', to: '2017-06-23T19:10:00.000Z' },
      },
    ],
    [
      'whole days',
      { from: '2017-06-01', to: '2017-06-30' },
      {
        kind: 'window',
        span: { from: '2017-06-01T00:00:00.000Z', to: '2017-06-30T23:59:59.999Z' },
      },
    ],
    [
      'all since a day',
      { from: '2017-06-01' },
      { kind: 'window', span: { from: '2017-06-01T00:00:00.000Z', to: null } },
    ],
    [
      'all until an instant',
      { to: '2017-06-01T00:00:00.001Z' },
      { kind: 'window', span: { from: null, to: '2017-06-01T00:00:00.001Z' } },
    ],
    [
      'a hundred years before the calendar begins',
      { utc_date: '0050-01-01', offset_seconds: 3_153_600_000 },
      {
        kind: 'window',
        span: { from: '0001-01-01T00:00:00.000Z', to: '0050-01-01T00:00:00.000Z' },
      },
    ],
  ])('%s', (_name, fields, reading) => {
    expect(read(fields)).toEqual({ source: 'launch-library', reading });
  });

  it('takes the source it names, and the first configured one when it names none', () => {
    expect(read({ source: 'spacex' }).source).toBe('spacex');
    expect(readRequest({}, ['spacex'], NOW).source).toBe('spacex');
  });
});

describe('a call that asks for something else', () => {
  it.each<[unknown, RegExp]>([
    [{ utc_date: 'yesterday' }, /^utc_date: /],
    [{ utc_date: '2017-02-30' }, /^utc_date: /],
    [{ utc_date: '' }, /^utc_date: /],
    [{ utc_date: '0000-06-01' }, /^utc_date: /],
    [{ from: '0001-01-01T00:00:00+02:00' }, /^from: /],
    [{ utc_date: 1498245000 }, /^utc_date: /],
    [{ utc_date: null }, /^utc_date: /],
    [{ offset_seconds: 0 }, /^offset_seconds: /],
    [{ offset_seconds: -1 }, /^offset_seconds: /],
    [{ offset_seconds: 1.5 }, /^offset_seconds: /],
    [{ offset_seconds: '6h' }, /^offset_seconds: /],
    [{ offset_seconds: '21600' }, /^offset_seconds: /],
    [{ offset_seconds: 3_153_600_001 }, /^offset_seconds: /],
    [{ offset_seconds: 1e300 }, /^offset_seconds: /],
    [{ from: '2017-07-01', to: '2017-06-01' }, /^from: must not be after to/],
    [{ from: '2017-13-01' }, /^from: /],
    [{ to: [] }, /^to: /],
    [{ source: 'nasa' }, /^source: must be one of launch-library, spacex/],
    [{ source: 7 }, /^source: /],
    [{ backfill: false }, /^backfill: /],
    [{ backfill: 'yes' }, /^backfill: /],
    [{ backfill: true, from: '2017-06-01' }, /^from, backfill: cannot be given together/],
    [{ utc_date: NOW, to: NOW }, /^utc_date, to: cannot be given together/],
    [{ colour: 'red' }, /^colour: unknown field/],
    [{ constructor: 1 }, /^constructor: unknown field/],
    [[], /^body: /],
    ['2017-06-01', /^body: /],
    [null, /^body: /],
    [7, /^body: /],
  ])('%j', (fields, message) => {
    expect(() => read(fields)).toThrow(
      expect.objectContaining({
        name: 'RequestError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('hears of every wrong field at once', () => {
    expect(() => read({ utc_date: 'x', offset_seconds: 0, other: 1 })).toThrow(
      /utc_date: .*offset_seconds: .*other: unknown field/,
    );
  });
});
