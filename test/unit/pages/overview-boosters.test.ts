import { describe, expect, it } from '@jest/globals';
import type { Booster, Launch } from '../../../domain/launches/launch.ts';
import { boosterStatistics } from '../../../domain/launches/statistics/boosters.ts';
import { launch } from '../../helpers/launches.ts';
import { cardOf, dataOf, legendOf, overviewOf, recorded } from './overview-of.ts';

const spacex = overviewOf('source=spacex');

const booster = (fields: Partial<Booster>): Booster => ({
  flight: 1,
  reused: false,
  landing_attempt: true,
  landing_success: true,
  landing_type: null,
  ...fields,
});
const cardWith = (...boosters: Booster[]) =>
  cardOf(overviewOf('', { launches: [launch({ boosters })] }), 'boosters');

describe('the landings of boosters', () => {
  it('are told with their losses and reflights', () => {
    const card = cardOf(spacex, 'boosters');
    expect(card.title).toBe('Booster landings per month');
    expect(card.takeaway).toBe(
      '149 of 162 landing attempts with a known outcome succeeded; the last loss was on 16 Feb 2021. 119 of 193 booster flights were reflights.',
    );
    expect(legendOf(card)).toEqual(['Landed 149', 'Lost 13', 'Not recorded 2', 'Reflights 119']);
    expect(card.options?.options.map(({ name }) => name)).toEqual(['month', 'quarter', 'year']);
  });

  it('are the same in the table, in the data of the chart and in the statistics', () => {
    const { boosters, months } = dataOf(spacex);
    const range = { from: '2006-03-24', to: null };
    expect(boosters).toEqual(boosterStatistics(recorded.spacex, range));
    expect(boosters.months.map(({ month }) => month)).toEqual(months.map(({ month }) => month));
    const { columns, rows } = cardOf(spacex, 'boosters').table;
    expect(columns).toEqual(['Landed', 'Lost', 'Not recorded', 'Reflights', 'Booster flights']);
    const cells = boosters.months.map((one) =>
      [one.landings, one.losses, one.unknown, one.reflights, one.flights].map(String),
    );
    expect(rows.map((row) => row.cells)).toEqual(cells.toReversed());
  });

  it('are not said to be none where they are not recorded', () => {
    const card = cardOf(overviewOf(), 'boosters');
    expect(card).toMatchObject({
      takeaway: 'The boosters of 674 launches are not recorded.',
      hasPlot: false,
      legend: [],
      link: { href: '/?source=spacex', label: 'Switch to r/SpaceX' },
    });
    expect(card.table.rows).toEqual([]);
    expect(cardOf(spacex, 'boosters').link).toBeNull();
  });

  it('leave a gap for months without a record, also in the table', () => {
    const launches: Launch[] = [
      launch({ id: 'a', launch_date: '2020-01-01T00:00:00.000Z' }),
      launch({ id: 'b', launch_date: '2020-02-01T00:00:00.000Z', boosters: [] }),
    ];
    const { takeaway, table } = cardOf(overviewOf('', { launches }), 'boosters');
    expect(takeaway).toBe(
      'The 1 landing attempt with a known outcome succeeded. 1 of 1 booster flight was a reflight. The boosters of 1 launch are not recorded.',
    );
    expect(table.columns.at(-1)).toBe('Launches without record');
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['–', '–', '–', '–', '–', '1'],
      ['1', '0', '0', '1', '1', '0'],
    ]);
  });

  it.each<[string, Booster, string, boolean]>([
    [
      'lost',
      booster({ landing_success: false }),
      '0 of 1 landing attempt with a known outcome succeeded; the last loss was on 23 Jun 2017.',
      true,
    ],
    [
      'unknown',
      booster({ landing_success: null }),
      'The outcome of the 1 landing attempt is not recorded.',
      true,
    ],
    [
      'not tried',
      booster({ landing_attempt: false, landing_success: null }),
      'No landing of the 1 booster flown was attempted.',
      false,
    ],
  ])('have words for one that is %s', (_name, only, sentence, hasPlot) => {
    const card = cardWith(only);
    expect(card.takeaway).toBe(`${sentence} 0 of 1 booster flight was a reflight.`);
    expect(card.hasPlot).toBe(hasPlot);
  });

  it('wait for the first launch', () => {
    const page = overviewOf('', { launches: [launch({ launch_status: 'upcoming' })] });
    expect(cardOf(page, 'boosters')).toMatchObject({
      takeaway: 'The 1 launch has not flown yet.',
      hasPlot: false,
      link: null,
    });
  });
});
