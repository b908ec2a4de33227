import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../../domain/launches/launch.ts';
import { longestGap } from '../../../../domain/launches/statistics/gap.ts';
import { launch } from '../../../helpers/launches.ts';
import { launchLibraryLaunches } from '../../../helpers/recorded-launches.ts';

const at = (launch_date: string, fields: Partial<Launch> = {}): Launch =>
  launch({ id: launch_date, launch_date: `${launch_date}:00.000Z`, ...fields });

const gapOf = (...launches: Launch[]) => {
  const gap = longestGap(launches);
  return gap && [gap.days, gap.before.id, gap.after.id];
};

describe('the longest gap between launches', () => {
  it('counts UTC days, whatever the time of day', () => {
    expect(gapOf(at('2020-01-01T23:59'), at('2020-01-11T00:01'), at('2020-01-12T00:00'))).toEqual([
      10,
      '2020-01-01T23:59',
      '2020-01-11T00:01',
    ]);
  });

  it('is the first of several as long', () => {
    expect(gapOf(at('2020-01-01T00:00'), at('2020-01-03T00:00'), at('2020-01-05T00:00'))).toEqual([
      2,
      '2020-01-01T00:00',
      '2020-01-03T00:00',
    ]);
  });

  it('is one between launches that have flown', () => {
    const coming = at('2020-06-01T00:00', { launch_status: 'upcoming' });
    expect(gapOf(at('2020-01-01T00:00'), coming)).toBeNull();
    expect(gapOf(at('2020-01-01T00:00'), at('2020-01-01T12:00'))).toBeNull();
    expect(gapOf()).toBeNull();
  });

  it('was one of 531 days from December 2010', () => {
    const oldestFirst = launchLibraryLaunches().sort((a, b) =>
      a.launch_date < b.launch_date ? -1 : 1,
    );
    expect(longestGap(oldestFirst)).toMatchObject({
      days: 531,
      before: { launch_date: expect.stringMatching(/^2010-12-08/) },
      after: { launch_date: expect.stringMatching(/^2012-05-22/) },
    });
  });
});
