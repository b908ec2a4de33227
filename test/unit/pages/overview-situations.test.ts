import { describe, expect, it } from '@jest/globals';
import type { Launch } from '../../../domain/launches/launch.ts';
import { launch } from '../../helpers/launches.ts';
import { cardOf, dataOf, NOW, overviewOf, takeaways, tileOf } from './overview-of.ts';

const flown = launch({ id: 'flown', launch_date: '2026-05-01T10:00:00.000Z' });

const upcoming = (fields: Partial<Launch>): Launch =>
  launch({ id: 'next', mission_name: 'Next', launch_status: 'upcoming', ...fields });

const nextTile = (fields: Partial<Launch>, language: 'en' | 'es' = 'en') =>
  tileOf(
    overviewOf('', { launches: [flown, upcoming(fields)], language }),
    language === 'en' ? 'Next launch' : 'Próximo lanzamiento',
  );

describe('the next launch', () => {
  const soon = '2026-05-18T04:12:00.000Z';

  it('is counted down to where its time is known', () => {
    const tile = nextTile({ launch_date: soon, launch_date_precision: 'hour' });
    expect(tile).toMatchObject({
      value: 'in 1 d 13 h',
      kind: 'number',
      countdownTo: soon,
      lines: ['Next'],
      when: { time: { text: '18 May 2026, 04:12 UTC', precision: 'hour' }, rest: ' · LC-39A' },
    });
    expect(nextTile({ launch_date: soon }, 'es').value).toBe('en 1 d 13 h');
  });

  it.each([
    ['day', '18 May 2026', 'No time of day yet · LC-39A'],
    ['month', 'May 2026', 'No day yet · LC-39A'],
    ['quarter', 'Q2 2026', 'No month yet · LC-39A'],
    ['year', '2026', 'No month yet · LC-39A'],
  ] as const)('known to the %s is not', (launch_date_precision, value, line) => {
    const tile = nextTile({ launch_date: soon, launch_date_precision });
    expect(tile).toMatchObject({ value, kind: 'text', countdownTo: null, lines: ['Next', line] });
  });

  it('is still next within the hour it is due', () => {
    const due = { launch_date: '2026-05-16T14:00:00.000Z', launch_date_precision: 'hour' } as const;
    expect(nextTile(due)).toMatchObject({ value: '16 May 2026', countdownTo: null });
  });

  it('is none that its source no longer lists, or whose date has passed', () => {
    const gone = { launch_date: soon, missing_since: NOW };
    const past = { launch_date: '2026-05-02T00:00:00.000Z' };
    for (const fields of [gone, past]) {
      expect(nextTile(fields)).toMatchObject({
        value: 'No confirmed date',
        lines: ['1 launch is still marked upcoming; its date has passed'],
      });
    }
  });

  it('follows the pad asked for, not the days', () => {
    const launches = [
      flown,
      upcoming({ id: 'a', launch_date: soon }),
      upcoming({
        id: 'b',
        mission_name: 'B',
        launch_date: '2026-06-01T00:00:00.000Z',
        launchpad_id: '80',
        launchpad_name: 'Space Launch Complex 40',
      }),
    ];
    const page = overviewOf('launchpad=80&to=2026-05-01', { launches });
    expect(tileOf(page, 'Next launch').lines[0]).toBe('B');
  });
});

describe('launches of which none has flown', () => {
  const page = overviewOf('', {
    launches: [1, 2, 3].map((day) =>
      upcoming({ id: `u${day}`, launch_date: `2026-06-0${day}T00:00:00.000Z` }),
    ),
  });

  it('have no rate, in words', () => {
    expect(tileOf(page, 'Success rate')).toMatchObject({
      value: 'No outcomes yet',
      kind: 'none',
      lines: ['0 of 3 launches have a known outcome'],
    });
    expect(dataOf(page).all).toMatchObject({ success_rate: null, rate_text: 'No outcomes yet' });
  });

  it('leave charts of flown launches undrawn, and say why', () => {
    expect(takeaways(page)).toMatchObject({
      timeline: 'None of the 3 launches has flown yet.',
      status: 'None of the 3 launches has a known outcome yet.',
    });
    expect(cardOf(page, 'timeline').hasPlot).toBe(false);
    expect(cardOf(page, 'months').hasPlot).toBe(true);
    expect(tileOf(page, 'Latest launch').value).toBe('None flown yet');
  });
});

describe('sentences about few launches', () => {
  const months = (...dates: string[]): string | undefined =>
    takeaways(
      overviewOf('', {
        now: '2030-01-01T00:00:00.000Z',
        launches: dates.map((date, index) =>
          launch({ id: String(index), launch_date: `${date}T00:00:00.000Z` }),
        ),
      }),
    )['months'];

  it('name a single month, up to three, and count more', () => {
    expect(months('2017-06-01')).toBe('1 launch in June 2017.');
    expect(months('2017-06-01', '2017-06-02', '2017-07-01')).toBe(
      'Busiest month: June 2017, with 2 launches.',
    );
    expect(months('2017-01-01', '2017-02-01', '2017-03-01', '2017-04-01')).toBe(
      'Busiest months: 1 launch, reached 4 times.',
    );
  });

  it('say what became of the only one', () => {
    const page = overviewOf('', { launches: [launch({ launch_status: 'failed' })] });
    expect(takeaways(page)).toMatchObject({
      timeline: 'The only launch flew on 23 June 2017.',
      status: '1 of 1 launch fell short of success: BulgariaSat-1, 23 June 2017.',
      pads: 'The 1 launch flew from LC-39A Kennedy.',
    });
    expect(tileOf(page, 'Success rate').value).toBe('0%');
  });
});

describe('banners', () => {
  it('tell of data that is late, and of saved data', () => {
    const late = overviewOf('', { as_of: '2026-05-16T04:20:00.000Z' });
    expect(late.banners.map(({ sentence }) => sentence)).toEqual([
      'Data was last read 10 h ago; it is normally read every 6 h.',
    ]);
    expect(overviewOf('', { as_of: '2026-05-16T05:20:00.000Z' }).banners).toEqual([]);
    const saved = overviewOf('', { as_of: '2026-05-16T14:17:00.000Z', stale: true });
    const said = ({ sentence, time, ending }: (typeof saved.banners)[number]): string =>
      `${sentence}${time?.text ?? ''}${ending}`;
    expect(saved.banners.map(said)).toEqual([
      'The database can’t be reached. You are seeing data read at 14:17 UTC. Trying again every few seconds.',
    ]);
    // The switch between UTC and local times rewrites it like any other.
    expect(saved.banners[0]?.time).toMatchObject({ precision: 'minute', format: 'clock-zone' });
    const older = overviewOf('', { as_of: '2026-05-15T14:17:00.000Z', stale: true });
    expect(older.banners.map(said)).toEqual([
      'The database can’t be reached. You are seeing data read on 15 May 2026, 14:17 UTC. Trying again every few seconds.',
    ]);
  });

  it('call no source frozen that announces launches', () => {
    const now = '2030-01-01T00:00:00.000Z';
    const planned = upcoming({ launch_date: '2030-02-01T00:00:00.000Z' });
    expect(overviewOf('', { now, launches: [flown, planned] }).banners).toEqual([]);
    expect(overviewOf('', { now, launches: [flown] }).banners[0]).toMatchObject({
      sentence: 'This source has not been updated since May 2026.',
      link: null,
    });
  });
});
