import { describe, expect, it } from '@jest/globals';
import type { LaunchListPage } from '../../../dashboard-api/pages/launch-list/launch-list-page.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { launch } from '../../helpers/launches.ts';
import { launchListOf } from './launch-list-of.ts';

const missions = ({ rows }: LaunchListPage): string[] => rows.map(({ mission }) => mission);
const counts = (page: LaunchListPage): string[] =>
  page.counts.map(({ name, count }) => `${name} ${count}`);

const named = (mission_name: string, fields: Partial<Launch> = {}): Launch =>
  launch({ id: mission_name, mission_name, ...fields });

describe('the list of launches', () => {
  it('says how many match, of each outcome, and shows the newest first', () => {
    const page = launchListOf('from=2025-01-01&to=2025-05-31');
    expect(page.title).toBe('Launches from 1 January 2025 to 31 May 2025');
    expect(page.total).toBe('69 launches');
    expect(counts(page)).toEqual(['Success 66', 'Failed 3']);
    expect(page.rows).toHaveLength(25);
    const iso = expect.stringMatching(/^2025-05-31T20:10:/);
    expect(page.rows[0]).toEqual({
      href: expect.stringMatching(/^\/launches\/[\w-]{36}\?from=2025-01-01&to=2025-05-31$/),
      mission: 'Starlink Group 11-18',
      date: { iso, precision: 'second', text: '31 May 2025', format: 'date' },
      time: {
        clock: { iso, precision: 'second', text: '20:10', format: 'clock' },
        zone: { iso, precision: 'second', text: 'UTC', format: 'zone' },
      },
      badge: { outcome: 'success', name: 'Success' },
      rocket: 'Falcon 9',
      pad: { code: 'SLC-4E', site: 'Vandenberg' },
      orbit: 'Low Earth Orbit',
      type: 'Communications',
    });
    expect(page.pager).toMatchObject({ range: '1–25', of: 'of 69', previousHref: null });
  });

  it('shows dates no finer than they are known, and names the unconfirmed apart', () => {
    const page = launchListOf('source=spacex&status=upcoming&rows=100');
    expect(counts(page)).toEqual(['Unconfirmed 18']);
    const viasat = page.rows.find(({ mission }) => mission.startsWith('Viasat-3'));
    expect(viasat).toMatchObject({
      date: { precision: 'month', text: 'December 2022' },
      time: null,
      badge: { outcome: 'unconfirmed', name: 'Unconfirmed' },
      orbit: null,
      type: null,
    });
    expect(page.rows.find(({ mission }) => mission === 'SWOT')).toMatchObject({
      date: { precision: 'day', text: '05 Dec 2022' },
      time: null,
    });
  });

  it('finds a part of a name in any case, and keeps it in the links and files', () => {
    const page = launchListOf('q=bulgariasat&source=spacex');
    expect(missions(page)).toEqual(['BulgariaSat-1']);
    expect(page.total).toBe('1 launch');
    expect(page.filter.search).toMatchObject({ value: 'bulgariasat', isFiltering: true });
    expect(page.filter.hidden).toEqual([{ name: 'source', value: 'spacex' }]);
    expect(page.rows[0]?.href).toMatch(/^\/launches\/[\w-]+\?q=bulgariasat$/);
    expect(page.filter).toMatchObject({
      action: '/launches',
      isFiltering: true,
      resetHref: '/launches?source=spacex',
    });
    expect(page.exports).toEqual([
      {
        href: '/api/v1/launches.csv?source=spacex&q=bulgariasat',
        label: 'CSV',
        detail: '1 launch',
      },
      {
        href: '/api/v1/launches.ndjson?source=spacex&q=bulgariasat',
        label: 'NDJSON',
        detail: '1 launch',
      },
      {
        href: '/api/v1/launches.ics?source=spacex&q=bulgariasat',
        label: 'Calendar',
        detail: '0 upcoming',
      },
    ]);
  });

  it('takes its filter to the overview and back', () => {
    const page = launchListOf('rocket=Falcon+Heavy&status=success&sort=pad&q=arab');
    expect(page.pages).toEqual({
      overview: '/?status=success&rocket=Falcon+Heavy&q=arab',
      launches: '/launches?status=success&rocket=Falcon+Heavy&q=arab',
      data: '/data?status=success&rocket=Falcon+Heavy&q=arab',
    });
    expect(page.href).toBe('/launches?status=success&rocket=Falcon+Heavy&q=arab&sort=pad');
  });

  it('says when nothing matches', () => {
    const page = launchListOf('q=apollo');
    expect(page.empty).toEqual({
      title: 'No launches match these filters',
      reason: 'No mission name in this source contains “apollo”.',
      resetHref: '/launches',
    });
    expect([page.total, page.rows]).toEqual(['0 launches', []]);
    expect(launchListOf('', { launches: [] }).empty?.title).toBe('No launches yet');
  });

  it('speaks Spanish', () => {
    const page = launchListOf('from=2025-05-31&to=2025-05-31', { language: 'es' });
    expect(page.total).toBe('1 lanzamiento');
    expect(page.rows[0]).toMatchObject({
      date: { text: '31 may 2025' },
      badge: { name: 'Éxito' },
      orbit: 'Órbita terrestre baja',
      type: 'Comunicaciones',
    });
  });
});

describe('the order of the list', () => {
  const launches = [
    named('Starlink 10', { launch_date: '2020-01-01T00:00:00.000Z', orbit: null }),
    named('Starlink 9', { launch_date: '2020-02-01T00:00:00.000Z', orbit: 'Suborbital' }),
    named('ärger', { launch_date: '2020-03-01T00:00:00.000Z', launch_status: 'failed' }),
    named('Zuma', { launch_date: '2020-04-01T00:00:00.000Z', launch_status: 'unknown' }),
  ].map((one) => ({ ...one, orbit: one.orbit === 'GTO' ? 'Lunar Orbit' : one.orbit }));
  const sorted = (search: string): string[] => missions(launchListOf(search, { launches }));

  it.each([
    ['', ['Zuma', 'ärger', 'Starlink 9', 'Starlink 10']],
    ['order=asc', ['Starlink 10', 'Starlink 9', 'ärger', 'Zuma']],
    ['sort=mission', ['ärger', 'Starlink 9', 'Starlink 10', 'Zuma']],
    ['sort=mission&order=desc', ['Zuma', 'Starlink 10', 'Starlink 9', 'ärger']],
    ['sort=outcome', ['Starlink 9', 'Starlink 10', 'ärger', 'Zuma']],
    ['sort=rocket', ['Zuma', 'ärger', 'Starlink 9', 'Starlink 10']],
    ['sort=orbit', ['Zuma', 'ärger', 'Starlink 9', 'Starlink 10']],
    ['sort=orbit&order=desc', ['Starlink 9', 'Zuma', 'ärger', 'Starlink 10']],
    ['sort=price&order=up', ['Zuma', 'ärger', 'Starlink 9', 'Starlink 10']],
  ])('%s', (search, expected) => {
    expect(sorted(search)).toEqual(expected);
  });

  it('is said by one column, which turns it round', () => {
    const { columns } = launchListOf('sort=pad&rows=50&page=3&status=success');
    expect(columns.filter(({ sorted: how }) => how !== null)).toEqual([
      {
        name: 'pad',
        label: 'Pad',
        href: '/launches?status=success&sort=pad&order=desc&rows=50',
        sorted: 'ascending',
        arrow: 'arrow-up',
      },
    ]);
    const hrefOf = (name: string) => columns.find((column) => column.name === name)?.href;
    expect(hrefOf('date')).toBe('/launches?status=success&rows=50');
    expect(hrefOf('time')).toBeNull();
  });
});

describe('the pages of the list', () => {
  it('hold every launch once', () => {
    const ids = [1, 2, 3, 4, 5, 6, 7].flatMap((page) =>
      launchListOf(`rows=100&sort=rocket&page=${page}`).rows.map(({ href }) => href),
    );
    expect([ids.length, new Set(ids).size]).toEqual([674, 674]);
  });

  it('lead to each other, and keep their first launch when their length changes', () => {
    const { pager, href } = launchListOf('page=3');
    expect(href).toBe('/launches?page=3');
    expect(pager).toEqual({
      range: '51–75',
      of: 'of 674',
      previousHref: '/launches?page=2',
      nextHref: '/launches?page=4',
      rows: [
        { href: '/launches?page=3', label: '25', isCurrent: true },
        { href: '/launches?rows=50&page=2', label: '50', isCurrent: false },
        { href: '/launches?rows=100', label: '100', isCurrent: false },
      ],
    });
  });

  it.each(['page=0', 'page=-1', 'page=x', 'page=1e3', 'page=', 'rows=7', 'rows=1000000'])(
    '%s is the first',
    (search) => {
      expect(launchListOf(search).pager).toMatchObject({ range: '1–25', previousHref: null });
    },
  );

  it('end with the last, however far is asked for', () => {
    const { pager, href } = launchListOf('page=999999');
    expect(pager).toMatchObject({ range: '651–674', nextHref: null });
    expect(href).toBe('/launches?page=27');
  });
});

it('says that a search is too long, and applies none', () => {
  const { filter, total } = launchListOf(`q=${'x'.repeat(101)}`);
  expect([total, filter.search.value]).toEqual(['674 launches', '']);
  expect(filter.notices).toEqual([
    `Search: “${'x'.repeat(40)}…” is longer than 100 characters and was not applied.`,
  ]);
});
