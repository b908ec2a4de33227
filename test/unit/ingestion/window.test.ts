import { describe, expect, it } from '@jest/globals';
import type { Progress } from '../../../functions/ingest-launches/window.ts';
import { nextFrom, windowOf } from '../../../functions/ingest-launches/window.ts';

const NOW = '2022-06-30T12:00:00.000Z';
const MONTH_AGO = '2022-05-31T12:00:00.000Z';
/** Read a moment ago. */
const READ = { last_success_at: NOW };
const at = (day: string) => `${day}T00:00:00.000Z`;

describe('windows', () => {
  it('a refresh reads from 30 days ago, without an end', () => {
    expect(windowOf({ kind: 'refresh' }, { ...READ, next_from: null }, null, NOW)).toEqual({
      from: MONTH_AGO,
      to: null,
      refresh: true,
    });
  });

  it.each([
    ['before it', at('2010-01-01'), at('2010-01-01')],
    ['after it', at('2022-06-15'), MONTH_AGO],
  ])('a refresh goes on where an unfinished run stopped: %s', (_name, next_from, from) => {
    expect(windowOf({ kind: 'refresh' }, { ...READ, next_from }, null, NOW).from).toBe(from);
  });

  it('a refresh reaches back to the oldest launch without an outcome', () => {
    const state = { ...READ, next_from: null };
    expect(windowOf({ kind: 'refresh' }, state, at('2022-01-06'), NOW).from).toBe(at('2022-01-06'));
    expect(windowOf({ kind: 'refresh' }, state, at('2022-07-06'), NOW).from).toBe(MONTH_AGO);
  });

  it('a refresh after a pause reaches back to 30 days before it', () => {
    const state = { last_success_at: at('2022-01-31'), next_from: null };
    expect(windowOf({ kind: 'refresh' }, state, null, NOW).from).toBe(at('2022-01-01'));
  });
});

describe('where the next run starts', () => {
  const backfill = { from: null, to: null, refresh: false };
  const refresh = { from: MONTH_AGO, to: null, refresh: true };
  const march = { from: at('2017-03-01'), to: at('2017-03-31'), refresh: false };
  const half: Progress = { resumeFrom: at('2017-03-15') };
  const stopped = { progress: half, failed: false };
  const died = { progress: null, failed: true };
  const done = { progress: 'end', failed: false } as const;

  it.each([
    ['a finished backfill', backfill, at('2010-01-01'), done, null],
    ['a backfill that stopped', backfill, null, stopped, at('2017-03-15')],
    [
      'a backfill that got further than the last',
      backfill,
      at('2010-01-01'),
      stopped,
      at('2017-03-15'),
    ],
    ['a backfill that died', backfill, null, died, at('1950-01-01')],
    [
      'a backfill that failed half-way',
      backfill,
      null,
      { progress: half, failed: true },
      at('2017-03-15'),
    ],
    ['a finished refresh', refresh, null, done, null],
    ['a refresh that died', refresh, null, died, MONTH_AGO],
    ['a finished window', march, null, done, null],
    ['a finished window, with older work left', march, at('2010-01-01'), done, at('2010-01-01')],
    ['a window that stopped', march, null, stopped, at('2017-03-15')],
    [
      'a window that stopped, with older work left',
      march,
      at('2010-01-01'),
      stopped,
      at('2010-01-01'),
    ],
    ['a window that died: its caller asks again', march, null, died, null],
    [
      'an open window, with older work left',
      { from: at('2020-01-01'), to: null, refresh: false },
      at('2010-01-01'),
      done,
      at('2010-01-01'),
    ],
  ])('%s', (_name, window, next_from, end, expected) => {
    expect(nextFrom(window, { next_from }, end)).toBe(expected);
  });
});
