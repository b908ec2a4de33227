import { describe, expect, it } from '@jest/globals';
import { cardOf, dataOf, legendOf, overviewOf, takeaways, tileOf } from './overview-of.ts';

describe('the overview of Launch Library', () => {
  const page = overviewOf();

  it('says its scope and how old the data is', () => {
    expect(page.title).toBe('Launches from 24 March 2006 to 15 May 2026');
    expect(page.dataAge).toEqual({ day: '15 May 2026', age: 'read under 1 min ago' });
    expect(page.banners).toEqual([]);
    expect(page.empty).toBeNull();
  });

  it('has the key figures', () => {
    expect(tileOf(page, 'Launches')).toMatchObject({
      value: '674',
      lines: ['57 this year; 60 by 15 May 2025'],
    });
    expect(tileOf(page, 'Success rate')).toMatchObject({
      value: '97.9%',
      lines: ['660 of 674 with a known outcome'],
    });
    expect(tileOf(page, 'Next launch')).toMatchObject({ value: 'No confirmed date', lines: [] });
    expect(tileOf(page, 'Latest launch')).toMatchObject({
      value: 'Dragon CRS-2 SpX-34',
      badge: { outcome: 'success', name: 'Success' },
      lines: [],
      when: {
        time: { text: '15 May 2026, 22:05 UTC', precision: 'second' },
        rest: ' · SLC-40',
      },
    });
  });

  it('says what each chart shows', () => {
    expect(takeaways(page)).toMatchObject({
      months:
        'Busiest months: November 2024 and May 2025, with 17 launches each. 57 launches in 2026 to date, against 60 by 15 May 2025.',
      timeline: 'Half of all 674 launches have flown since 24 March 2024.',
      status:
        '14 of 674 launches fell short of success; 8 of them were Starship or its prototypes.',
      pads: 'SLC-40 Cape Canaveral has flown 326 of 674 launches (48.4%).',
    });
    expect(legendOf(cardOf(page, 'months'))).toEqual([
      'Success 660',
      'Partial failure 3',
      'Failed 11',
    ]);
  });

  it('has the numbers of every chart in a table', () => {
    const months = cardOf(page, 'months').table;
    expect(months.columns).toEqual(['Success', 'Partial failure', 'Failed', 'Total']);
    expect(months.rows).toHaveLength(243);
    expect(months.rows[0]).toMatchObject({
      name: 'May 2026',
      date: '2026-05',
      cells: ['5', '0', '0', '5'],
    });
    expect(months.rows.find(({ name }) => name === 'June 2017')?.cells).toEqual([
      '3',
      '0',
      '0',
      '3',
    ]);
    expect(cardOf(page, 'timeline').table.rows[0]).toMatchObject({
      name: '15 May 2026',
      date: '2026-05-15',
      cells: ['1', '674'],
    });
    expect(cardOf(page, 'pads').table.rows.map(({ name, cells }) => [name, cells.at(-1)])).toEqual([
      ['SLC-40 Cape Canaveral', '326'],
      ['SLC-4E Vandenberg', '199'],
      ['LC-39A Kennedy', '126'],
      ['Pad 1 Starbase', '11'],
      ['Omelek Kwajalein', '5'],
      ['Pad A Starbase', '5'],
      ['Pad B Starbase', '2'],
    ]);
    expect(
      cardOf(page, 'status').table.rows.map(({ name, cells }) => [name, cells.at(-1)]),
    ).toEqual([
      ['All rockets', '97.9%'],
      ['Falcon 9', '99.5%'],
      ['Falcon Heavy', '100%'],
      ['Starship', '55%'],
      ['Starship Prototype', '57%'],
      ['Falcon 1', '40%'],
    ]);
  });

  it('hands the charts the same numbers', () => {
    const data = dataOf(page);
    expect(data.range).toEqual({ from: '2006-03-24', to: '2026-05-15' });
    expect(data.half_date).toBe('2024-03-24');
    expect(data.months.reduce((sum, { total }) => sum + total, 0)).toBe(674);
    expect(data.days.at(-1)).toMatchObject({ date: '2026-05-15', cumulative: 674 });
    expect(data.mishaps).toHaveLength(14);
    expect(data.mishaps.at(-1)).toMatchObject({ name: 'Starship Flight 9', status: 'failed' });
    expect(data.all).toMatchObject({ success: 660, total: 674, rate_text: '97.9%' });
  });
});

describe('the overview of r-spacex, frozen in October 2022', () => {
  const page = overviewOf('source=spacex');

  it('says so and offers the source that goes on', () => {
    expect(page.banners).toEqual([
      {
        kind: 'neutral',
        sentence: 'This source has not been updated since October 2022.',
        ...{ time: null, ending: '' },
        link: { href: '/', label: 'Switch to Launch Library' },
      },
    ]);
  });

  it('keeps the unconfirmed and the unknown apart from what flew', () => {
    expect(page.title).toBe('Launches from 24 March 2006 to 5 October 2022');
    expect(tileOf(page, 'Launches')).toMatchObject({
      value: '205',
      lines: ['18 unconfirmed, 1 of unknown outcome'],
    });
    expect(tileOf(page, 'Success rate')).toMatchObject({
      value: '97.3%',
      lines: ['181 of 186 with a known outcome'],
    });
    expect(tileOf(page, 'Next launch')).toMatchObject({
      value: 'No confirmed date',
      lines: ['18 launches are still marked upcoming; their dates have passed'],
    });
    expect(tileOf(page, 'Latest launch').value).toBe('Crew-5');
    expect(legendOf(cardOf(page, 'months'))).toEqual([
      'Success 181',
      'Failed 5',
      'Unconfirmed 18',
      'Unknown 1',
    ]);
  });

  it('draws its conclusions from flown launches alone', () => {
    expect(takeaways(page)).toMatchObject({
      months: 'Busiest months: April 2022, July 2022 and August 2022, with 6 launches each.',
      timeline: 'Half of all 187 launches have flown since 30 May 2020.',
      status: '5 of 186 launches fell short of success; the last was Amos-6, 1 September 2016.',
      pads: 'SLC-40 Cape Canaveral has flown 99 of 187 launches (52.9%).',
    });
  });

  it('shows unconfirmed launches in their month and at their pad, as such', () => {
    const data = dataOf(page);
    expect(data.months.at(-1)).toMatchObject({ month: '2022-12', upcoming: 0, unconfirmed: 6 });
    expect(data.months.reduce((sum, month) => sum + month.unconfirmed, 0)).toBe(18);
    expect(data.pads.map(({ total }) => total)).toEqual([112, 58, 30, 5]);
    expect(data.pads.map(({ unconfirmed }) => unconfirmed)).toEqual([13, 3, 2, 0]);
    expect(data.range.to).toBe('2022-10-05');
  });
});

describe('a part of the history', () => {
  it('is compared with the year before it, whatever day it begins', () => {
    const page = overviewOf('from=2025-05-21&to=2026-05-16');
    expect(page.title).toBe('Launches from 21 May 2025 to 15 May 2026');
    expect(takeaways(page)).toMatchObject({
      months:
        'Busiest months: September 2025 and October 2025, with 16 launches each. 57 launches in 2026 to date, against 60 by 15 May 2025.',
      timeline: 'Half of all 166 launches have flown since 2 November 2025.',
      status: '1 of 166 launches fell short of success: Starship Flight 9, 27 May 2025.',
      pads: 'SLC-40 Cape Canaveral and SLC-4E Vandenberg have each flown 74 of 166 launches (44.6%).',
    });
    expect(tileOf(page, 'Success rate').value).toBe('99.4%');
  });

  it('is not compared with a year it does not hold', () => {
    const page = overviewOf('from=2017-06-01&to=2017-06-30');
    expect(tileOf(page, 'Launches')).toMatchObject({ value: '3', lines: [] });
    expect(takeaways(page)['months']).toBe('3 launches in June 2017.');
    expect(takeaways(page)['status']).toBe('All 3 launches with a known outcome were successes.');
    expect(page.exports[0]?.href).toBe(
      '/api/v1/launches.csv?source=launch-library&from=2017-06-01&to=2017-06-30',
    );
    expect(page.credit).toBe(
      'Source: Launch Library 2 by The Space Devs, read 16 May 2026, 14:20 UTC',
    );
  });

  it('reads the same in Spanish', () => {
    const page = overviewOf('', { language: 'es' });
    expect(page.title).toBe('Lanzamientos del 24 de marzo de 2006 al 15 de mayo de 2026');
    expect(tileOf(page, 'Tasa de éxito').value).toBe('97,9 %');
    expect(takeaways(page)).toMatchObject({
      months:
        'Meses con más lanzamientos: noviembre de 2024 y mayo de 2025, con 17 cada uno. 57 en lo que va de 2026, frente a 60 al 15 may 2025.',
      timeline: 'La mitad de los 674 lanzamientos ha volado desde el 24 de marzo de 2024.',
      status:
        '14 de 674 lanzamientos no llegaron al éxito; 8 de ellos fueron Starship o sus prototipos.',
      pads: 'SLC-40 Cape Canaveral suma 326 de 674 lanzamientos (48,4 %).',
    });
  });
});
