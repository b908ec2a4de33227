import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import { launch } from '../../helpers/launches.ts';
import { cardOf, dataOf, legendOf, overviewOf, takeaways, tileOf } from './overview-of.ts';

const library = overviewOf();
const spacex = overviewOf('source=spacex');

const at = (day: string, fields: Partial<Launch> = {}): Launch =>
  launch({ id: day, launch_date: `${day}T10:00:00.000Z`, ...fields });
const takeawaysOf = (...launches: Launch[]) => takeaways(overviewOf('', { launches }));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('the streak of successes', () => {
  const streakOf = (...launches: Launch[]) =>
    tileOf(overviewOf('', { launches }), 'Current success streak');

  it('says since when, and what ended the one before', () => {
    expect(tileOf(library, 'Current success streak')).toMatchObject({
      value: '161',
      kind: 'number',
      lines: ['since Starship Flight 9 failed on 27 May 2025'],
    });
    expect(tileOf(spacex, 'Current success streak')).toMatchObject({
      value: '152',
      lines: ['since Amos-6 failed on 1 Sept 2016'],
    });
    const spanish = overviewOf('', { language: 'es' });
    expect(tileOf(spanish, 'Racha actual de éxitos').lines).toEqual([
      'desde el fallo de Starship Flight 9 el 27 may 2025',
    ]);
  });

  it('is that of the launches asked for, as in the API', () => {
    expect(
      tileOf(overviewOf('from=2023-01-01&to=2023-01-31'), 'Current success streak'),
    ).toMatchObject({
      value: '7',
      lines: ['since the first launch on 3 Jan 2023'],
    });
    expect(tileOf(overviewOf('status=failed'), 'Current success streak').value).toBe('0');
    expect(tileOf(overviewOf('rocket=Falcon+Heavy'), 'Current success streak')).toMatchObject({
      value: '12',
      lines: ['since the first launch on 6 Feb 2018'],
    });
  });

  it('is ended by a partial failure, and is none where no outcome is known', () => {
    expect(streakOf(at('2020-01-01', { launch_status: 'partial_failure' }))).toMatchObject({
      value: '0',
      lines: ['since BulgariaSat-1 partly failed on 1 Jan 2020'],
    });
    expect(streakOf(at('2020-01-01', { launch_status: 'unknown' }))).toMatchObject({
      value: 'No outcomes yet',
      kind: 'none',
      lines: [],
    });
  });
});

describe('the heat map', () => {
  it('names the busiest year and the longest gap', () => {
    expect(takeaways(library)['heat']).toBe(
      'Busiest year: 2025, with 170 launches. Longest gap: 531 days, 8 Dec 2010 to 22 May 2012.',
    );
    expect(takeawaysOf(at('2020-01-01'))['heat']).toBe('1 launch in 2020.');
    expect(takeawaysOf(at('2020-01-01'), at('2021-01-02'))['heat']).toBe(
      'Busiest years: 2020 and 2021, with 1 launch each. Longest gap: 367 days, 1 Jan 2020 to 2 Jan 2021.',
    );
    const four = ['2020', '2021', '2022', '2023'].map((year) => at(`${year}-01-01`));
    expect(takeawaysOf(...four)['heat']).toMatch(/^Busiest years: 1 launch, reached 4 times\./);
    expect(takeawaysOf(at('2020-01-01', { launch_status: 'upcoming' }))['heat']).toBe(
      'The 1 launch has not flown yet.',
    );
  });

  it('counts what flew in the months of the page, and no month outside of them', () => {
    const { years } = dataOf(spacex);
    expect(years).toHaveLength(17);
    expect(years.at(-1)).toEqual({
      year: '2022',
      months: [4, 4, 3, 6, 5, 5, 6, 6, 4, 1, null, null],
      total: 44,
    });
    expect(sum(years.map(({ total }) => total))).toBe(187);
    const { rows, columns } = cardOf(spacex, 'heat').table;
    expect(columns).toHaveLength(13);
    expect(rows[0]).toMatchObject({
      name: '2022',
      cells: ['4', '4', '3', '6', '5', '5', '6', '6', '4', '1', '–', '–', '44'],
    });
  });

  it('stops at the newest launch flown, even where later days are asked for', () => {
    const { years } = dataOf(overviewOf('source=spacex&from=2022-09-01&to=2022-12-31'));
    expect(years).toEqual([
      { year: '2022', months: [...Array(8).fill(null), 4, 1, null, null], total: 5 },
    ]);
  });

  it('says what its shades mean, and stands beside others where it is tall', () => {
    expect(cardOf(library, 'heat').scale?.steps.map(({ name }) => name)).toEqual([
      '0',
      '1–2',
      '3–5',
      '6–9',
      '10–13',
      '14+',
    ]);
    expect(library.layout).toBe('tall-heat');
    expect(overviewOf('from=2025-05-21').layout).toBe('low-heat');
  });
});

describe('launches per rocket and orbit', () => {
  it('say which has flown most', () => {
    expect(takeaways(library)).toMatchObject({
      rockets: 'Falcon 9 has flown 639 of 674 launches (94.8%).',
      orbits: 'Low Earth Orbit: 440 of 674 launches (65.3%).',
    });
    expect(takeawaysOf(at('2020-01-01'))).toMatchObject({
      rockets: 'The 1 launch flew on Falcon 9 Full Thrust.',
      orbits: 'GTO: the 1 launch.',
    });
    expect(takeaways(overviewOf('', { language: 'es' }))['orbits']).toBe(
      'Órbita terrestre baja: 440 de 674 lanzamientos (65,3 %).',
    );
  });

  it('name no orbit that is not known', () => {
    expect(takeaways(spacex)['orbits']).toBe(
      'The orbit is not recorded for any of the 187 launches.',
    );
    expect(cardOf(spacex, 'orbits')).toMatchObject({ hasPlot: false, legend: [] });
    const unknown = at('2020-01-01', { orbit: 'Unknown' });
    expect(takeawaysOf(unknown)['orbits']).toBe('The orbit of the 1 launch is not recorded.');
  });

  it('draw the smallest of many as one, and list them all in the table', () => {
    const card = cardOf(library, 'orbits');
    const drawn = dataOf(library).per_orbit;
    expect(drawn.map(({ label, total }) => [label, total])).toEqual([
      ['Low Earth Orbit', 440],
      ['Geostationary Transfer Orbit', 40],
      ['Sun-Synchronous Orbit', 30],
      ['Suborbital', 18],
      ['Medium Earth Orbit', 15],
      ['Polar Orbit', 13],
      ['8 others', 25],
      ['Not recorded', 93],
    ]);
    expect(card.plotRows).toBe(8);
    expect(card.table.rows).toHaveLength(15);
    expect(sum(card.table.rows.map(({ cells }) => Number(cells.at(-1))))).toBe(674);
    expect(legendOf(card)).toEqual(['Success 660', 'Partial failure 3', 'Failed 11']);
  });
});
