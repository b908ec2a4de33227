import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import { hasFlown, LAUNCH_STATUSES, OUTCOME_STATUSES } from '../../../domain/launches/status.ts';
import { isUnconfirmed, latestLaunch, nextLaunch } from '../../../domain/launches/upcoming.ts';
import { launch } from '../../helpers/launches.ts';

const NOW = '2022-12-10T12:00:00.000Z';
const upcoming = (launch_date: string, fields: Partial<Launch> = {}) =>
  launch({ id: launch_date, launch_date, launch_status: 'upcoming', ...fields });

describe('statuses', () => {
  it('all but upcoming have flown, and three of them have an outcome', () => {
    expect(LAUNCH_STATUSES.filter((status) => !hasFlown(status))).toEqual(['upcoming']);
    expect(OUTCOME_STATUSES).toEqual(['success', 'partial_failure', 'failed']);
  });
});

describe('an upcoming launch is unconfirmed', () => {
  it.each<[string, Partial<Launch>, boolean]>([
    ['a second ahead', { launch_date: '2022-12-10T12:00:01.000Z' }, false],
    ['this very second', { launch_date: NOW }, false],
    ['a second ago', { launch_date: '2022-12-10T11:59:59.000Z' }, true],
    ['earlier today', { launch_date: '2022-12-10T00:00:00.000Z' }, true],
    ['today', { launch_date: '2022-12-10T00:00:00.000Z', launch_date_precision: 'day' }, false],
    ['yesterday', { launch_date: '2022-12-09T00:00:00.000Z', launch_date_precision: 'day' }, true],
    [
      'in December',
      { launch_date: '2022-12-01T00:00:00.000Z', launch_date_precision: 'month' },
      false,
    ],
    [
      'in November',
      { launch_date: '2022-11-30T00:00:00.000Z', launch_date_precision: 'month' },
      true,
    ],
    [
      'this year',
      { launch_date: '2022-01-01T00:00:00.000Z', launch_date_precision: 'year' },
      false,
    ],
    [
      'ahead, but not listed any more',
      { launch_date: '2023-06-01T00:00:00.000Z', missing_since: NOW },
      true,
    ],
  ])('%s', (_name, fields, expected) => {
    expect(isUnconfirmed(launch({ launch_status: 'upcoming', ...fields }), NOW)).toBe(expected);
  });

  it('a launch that has flown never is', () => {
    const flown = { launch_date: '2006-03-24T22:30:00.000Z', missing_since: NOW };
    expect(isUnconfirmed(launch({ ...flown, launch_status: 'unknown' }), NOW)).toBe(false);
  });
});

describe('the next launch', () => {
  const january = upcoming('2023-01-05T00:00:00.000Z');
  const february = upcoming('2023-02-05T00:00:00.000Z');
  const overdue = upcoming('2022-11-05T00:00:00.000Z');
  const missing = upcoming('2022-12-20T00:00:00.000Z', { missing_since: NOW });
  const flown = launch({ launch_date: '2022-12-09T00:00:00.000Z' });

  it('is the earliest that is confirmed', () => {
    expect(nextLaunch([overdue, flown, missing, january, february], NOW)).toBe(january);
  });

  it('is none where none is confirmed', () => {
    expect(nextLaunch([overdue, missing, flown], NOW)).toBeNull();
    expect(nextLaunch([], NOW)).toBeNull();
  });
});

describe('the latest launch', () => {
  it.each(LAUNCH_STATUSES.filter(hasFlown))('may have ended as %s', (launch_status) => {
    const earlier = launch({ launch_date: '2022-10-05T16:00:00.000Z' });
    const last = launch({ launch_date: '2022-10-08T23:05:00.000Z', launch_status });
    expect(latestLaunch([earlier, last, upcoming('2022-11-01T00:00:00.000Z')])).toBe(last);
  });

  it('is none where none has flown', () => {
    expect(latestLaunch([upcoming('2022-11-01T00:00:00.000Z')])).toBeNull();
  });
});
