import { describe, expect, it } from '@jest/globals';
import { describePadTime } from '../../../dashboard-api/pages/launch-detail/pad-time.ts';
import { padName } from '../../../dashboard-api/pages/overview/pad-labels.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { launch } from '../../helpers/launches.ts';
import { localizations, recorded } from './overview-of.ts';

const padTimeOf = (fields: Partial<Launch>, language: 'en' | 'es' = 'en'): string | undefined =>
  describePadTime(launch(fields), localizations[language])?.replaceAll('\u00a0', ' ');

describe('the time at the pad', () => {
  it.each([
    ['Launch Complex 39A', '2022-06-17T16:08:50.000Z', '12:08 EDT at the pad'],
    ['CCSFS SLC 40', '2022-01-17T16:08:50.000Z', '11:08 EST at the pad'],
    ['Space Launch Complex 4E', '2022-06-17T16:08:50.000Z', '09:08 PDT at the pad'],
    ['Orbital Launch Pad 2', '2025-08-26T23:30:00.000Z', '18:30 CDT at the pad'],
    ['STLS', '2025-01-16T22:37:00.000Z', '16:37 CST at the pad'],
  ])('%s, %s: %s', (launchpad_name, launch_date, expected) => {
    expect(padTimeOf({ launchpad_name, launch_date })).toBe(expected);
  });

  it('names the day where it is another one than in UTC', () => {
    const launch_date = '2022-06-17T03:59:00.000Z';
    expect(padTimeOf({ launch_date })).toBe('16 Jun 2022, 23:59 EDT at the pad');
    expect(padTimeOf({ launch_date }, 'es')).toBe('16 jun 2022, 23:59 EDT en la plataforma');
    const omelek = { launchpad_name: 'Omelek Island', launch_date: '2006-03-24T22:30:00.000Z' };
    expect(padTimeOf(omelek)).toBe('25 Mar 2006, 10:30 GMT+12 at the pad');
  });

  it('is not given where the pad or the time of day is not known', () => {
    expect(padTimeOf({ launchpad_name: 'Launch Complex 1' })).toBeUndefined();
    expect(padTimeOf({ launch_date_precision: 'day' })).toBeUndefined();
  });

  it('is known of every pad recorded', () => {
    const pads = Object.values(recorded).flatMap((launches) =>
      launches.map((one) => one.launchpad_name),
    );
    const unknown = [...new Set(pads)].filter(
      (launchpad_name) => padTimeOf({ launchpad_name }) === undefined,
    );
    expect(unknown.map(padName)).toEqual([]);
  });
});
