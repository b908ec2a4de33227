import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../../dashboard-api/pages/language/languages.ts';
import type { LaunchDetailPage } from '../../../dashboard-api/pages/launch-detail/launch-detail-page.ts';
import type { LineView } from '../../../dashboard-api/pages/facts/lines.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../helpers/recorded-launches.ts';
import { launch } from '../../helpers/launches.ts';
import { compareByDate } from './by-date.ts';
import { detailOf } from './launch-detail-of.ts';

const among = (launches: Launch[], name: string, language?: Language): LaunchDetailPage => {
  const sorted = launches.toSorted(compareByDate);
  return detailOf(
    sorted.find(({ mission_name: one }) => one === name)!,
    sorted,
    language,
  );
};

const inShort = (lines: LineView[]): Pick<LineView, 'label' | 'value'>[] =>
  lines.map(({ label, value }) => ({ label, value }));

const factsOf = ({ facts }: LaunchDetailPage): Record<string, string | null> =>
  Object.fromEntries(facts.map(({ label, value }) => [label, value]));

describe('the page of a launch', () => {
  it('says everything that is known, and what is not recorded', () => {
    expect(factsOf(detailOf(launch()))).toEqual({
      Rocket: 'Falcon 9 Full Thrust',
      'Mission type': 'Communications',
      Orbit: 'GTO',
      Pad: 'Launch Complex 39A, Kennedy',
      'Orbital attempt, worldwide': '42',
      'Date precision': 'second',
      'Launch window': '2 h',
      'Static fire': '15 Jun 2017, 22:25 UTC',
      Crew: 'none',
      Capsules: 'none',
      Fairings: null,
      'Fairing recovery': 'not recovered',
    });
    const bare = { static_fire_date: null, orbit: null, mission_type: null, flight_number: null };
    expect(factsOf(detailOf(launch({ ...bare, launch_window: null, crew: true })))).toMatchObject({
      'Static fire': null,
      Orbit: null,
      'Mission type': null,
      'Orbital attempt, worldwide': null,
      'Launch window': null,
      Crew: 'aboard',
    });
  });

  it.each([
    [0, 'instantaneous'],
    [45, '45 s'],
    [60, '1 min'],
    [9000, '2 h 30 min'],
  ])('gives a window of %d s as %s', (launch_window, expected) => {
    expect(factsOf(detailOf(launch({ launch_window })))['Launch window']).toBe(expected);
  });

  it.each([
    [null, null, null],
    [true, null, 'attempted, result not recorded'],
    [true, true, 'recovered'],
    [true, false, 'not recovered'],
    [false, null, 'not attempted'],
    [false, false, 'not attempted'],
  ])('fairings with attempt %s and result %s: %s', (attempt, recovered, expected) => {
    const fairings = { fairings_recovery_attempt: attempt, fairings_recovered: recovered };
    expect(factsOf(detailOf(launch(fairings)))['Fairing recovery']).toBe(expected);
  });

  it.each([
    ['second', '17 June 2022, 16:08:50 UTC'],
    ['minute', '17 June 2022, 16:08 UTC'],
    ['day', '17 June 2022'],
    ['month', 'June 2022'],
    ['quarter', 'Q2 2022'],
    ['year', '2022'],
  ] as const)('gives a date known to the %s as %s', (launch_date_precision, expected) => {
    const launch_date = '2022-06-17T16:08:50.000Z';
    expect(detailOf(launch({ launch_date, launch_date_precision })).time.text).toBe(expected);
  });

  it('numbers the flights of boosters, and takes no landing for lost that was not', () => {
    const booster = { flight: 13, reused: true, landing_attempt: true, landing_type: 'ASDS' };
    const { boosters } = detailOf(
      launch({
        boosters: [
          { ...booster, landing_success: true },
          { ...booster, flight: 1, reused: false, landing_success: false, landing_type: 'RTLS' },
          { ...booster, flight: 22, landing_attempt: false, landing_success: null },
          {
            flight: null,
            reused: null,
            landing_attempt: null,
            landing_success: null,
            landing_type: null,
          },
        ],
      }),
    );
    expect(boosters.map(({ flight, landing }) => [flight, landing])).toEqual([
      ['13th, reused', 'Drone ship'],
      ['1st, new', 'Landing pad'],
      ['22nd, reused', 'not attempted'],
      [null, null],
    ]);
    expect(boosters.map(({ outcome }) => outcome)).toEqual([
      { outcome: 'success', name: 'Landed' },
      { outcome: 'failed', name: 'Lost' },
      null,
      { outcome: 'unknown', name: 'not recorded' },
    ]);
  });
});

describe('a launch among the others of its source', () => {
  it('is ranked among those that have flown, with the ones before and after it', () => {
    const page = among(launchLibraryLaunches(), 'Starlink Group 4-19');
    expect(inShort(page.context)).toEqual([
      { label: 'Of all launches', value: '174th of 674' },
      { label: 'Of 2022', value: '24th of 61' },
      { label: 'From LC-39A', value: '50th of 126' },
      { label: 'Since the last launch from this pad', value: '30 d 5 h' },
    ]);
    expect([page.previous?.name, page.next?.name]).toEqual(['Nilesat-301', 'SARah 1']);
    expect(page.pages.launches).toBe('/launches');
  });

  it('that has not flown has no rank, and is named unconfirmed once its date has passed', () => {
    const page = among(spacexLaunches(), 'Viasat-3 & Arcturus');
    expect([page.time.text, page.badge.name, page.context]).toEqual([
      'December 2022',
      'Unconfirmed',
      [],
    ]);
    expect(page.pages.launches).toBe('/launches?source=spacex');
    expect(factsOf(page)['Flight number']).toBe('202');
  });

  it('speaks Spanish', () => {
    const page = among(launchLibraryLaunches(), 'Starlink Group 4-19', 'es');
    expect([page.time.text, page.badge.name]).toEqual([
      '17 de junio de 2022, 16:08:50 UTC',
      'Éxito',
    ]);
    expect(page.context[0]).toMatchObject({
      label: 'De todos los lanzamientos',
      value: '174.º de 674',
    });
    expect(factsOf(page)['Órbita']).toBe('Órbita terrestre baja');
  });

  it('keeps the filter of the page it was reached from for the way back', () => {
    const [one] = launchLibraryLaunches();
    const search = 'rocket=Falcon+1&q=sat&status=failed&utm_source=mail';
    const page = detailOf(one!, launchLibraryLaunches().sort(compareByDate), 'en', null, search);
    const filter = '?status=failed&rocket=Falcon+1&q=sat';
    expect(page.pages).toEqual({
      overview: `/${filter}`,
      launches: `/launches${filter}`,
      data: `/data${filter}`,
    });
    expect(page.href).toBe(`/launches/${one!.id}${filter}`);
    expect(page.next?.href).toMatch(/\?status=failed&rocket=Falcon\+1&q=sat$/);
  });

  it('keeps no pad or rocket of a source it is not of', () => {
    const [one] = spacexLaunches();
    const page = detailOf(one!, [one!], 'en', null, 'launchpad=80&from=2017-01-01');
    expect(page.pages.overview).toBe('/?from=2017-01-01&source=spacex');
  });

  it('has neighbours only where there are some', () => {
    expect(detailOf(launch())).toMatchObject({ previous: null, next: null });
  });
});
