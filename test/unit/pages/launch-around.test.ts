import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../../dashboard-api/pages/language/languages.ts';
import type { AroundView } from '../../../dashboard-api/pages/launch-detail/around.ts';
import { buildAround } from '../../../dashboard-api/pages/launch-detail/around.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { LaunchStatus } from '../../../domain/launches/status.ts';
import { launch } from '../../helpers/launches.ts';
import { localizations, NOW, recorded } from './overview-of.ts';

const STATUSES: Readonly<Record<string, LaunchStatus>> = {
  S: 'success',
  F: 'failed',
  P: 'partial_failure',
  U: 'upcoming',
  '?': 'unknown',
};

/** Launches a day apart, one a letter, named by their place from 0. */
const series = (letters: string): LaunchSummary[] =>
  [...letters].map((letter, place) =>
    launch({
      id: String(place),
      mission_name: `No. ${place}`,
      launch_status: STATUSES[letter]!,
      launch_date: new Date(Date.UTC(2020, 0, 1 + place)).toISOString(),
    }),
  );

const aroundOf = (
  launches: readonly LaunchSummary[],
  place: number,
  language: Language = 'en',
): AroundView => {
  const view = buildAround(launches, launches[place]!.id, NOW, localizations[language]);
  if (view === null) throw new Error('no picture');
  return JSON.parse(JSON.stringify(view).replaceAll('\u00a0', ' ')) as AroundView;
};

const takeawayOf = (letters: string, place: number, language?: Language): string =>
  aroundOf(series(letters), place, language).takeaway;

describe('the picture of the launches around one', () => {
  it('shows thirty on either side, the launch in the middle', () => {
    const launches = recorded['launch-library'];
    const place = launches.findIndex(({ mission_name: name }) => name === 'Starlink Group 4-19');
    const view = aroundOf(launches, place);
    expect([view.before.length, view.after.length]).toEqual([30, 30]);
    expect([view.first?.month, view.last?.month]).toEqual(['Nov 2021', 'Nov 2022']);
    expect(view.takeaway).toBe('47th success in a row. The 30 launches after it succeeded too.');
    expect(view.label).toBe(
      'Picture of launches in order of date: 30 before this one, this one (Success), 30 after it. Success 61.',
    );
    expect(view.legend).toEqual([]);
    expect(aroundOf(launches, place, 'es').takeaway).toBe(
      '47.º éxito seguido. Los 30 lanzamientos posteriores también fueron éxitos.',
    );
  });

  it('keeps each bar in its place where there are fewer, and its dates out of the way', () => {
    const view = aroundOf(series('SFPU?'), 2);
    const middle = 30 * (100 / 61);
    const starts = [...view.before, view.current, ...view.after].map(({ x }) => parseFloat(x));
    starts.forEach((start, place) => {
      expect(start).toBeGreaterThan(middle + (place - 2) * (100 / 61));
      expect(start).toBeLessThan(middle + (place - 1) * (100 / 61));
    });
    expect([view.first, view.last]).toEqual([null, null]);
  });

  it('marks what fell short by a sign too, and names every outcome that occurs', () => {
    const view = aroundOf(series('SFPU?'), 2);
    const signs = [...view.before, view.current, ...view.after].map(({ signX }) => signX !== null);
    expect(signs).toEqual([false, true, true, false, false]);
    expect(view.legend.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['success', '1'],
      ['partial_failure', '1'],
      ['failed', '1'],
      ['unconfirmed', '1'],
      ['unknown', '1'],
    ]);
  });

  it('is not drawn of a launch alone', () => {
    expect(buildAround(series('S'), '0', NOW, localizations.en)).toBeNull();
  });
});

describe('the words above it', () => {
  it.each([
    [
      'SS',
      0,
      'The first launch with a known outcome, a success. The 1 launch after it succeeded too.',
    ],
    ['FSS', 1, 'The first success after No. 0. The 1 launch after it succeeded too.'],
    ['FSS', 2, '2nd success in a row.'],
    ['S?S', 2, '2nd success in a row.'],
    ['SSFSP', 1, '2nd success in a row. 2 of the 3 launches after it fell short of success.'],
    [
      'FS',
      0,
      'The first launch with a known outcome; it fell short of success. The 1 launch after it succeeded.',
    ],
    ['SSSF?', 3, 'Fell short of success, after 3 successes in a row.'],
    ['SPF', 2, '2nd launch in a row to fall short of success.'],
    [
      'SF',
      0,
      'The first launch with a known outcome, a success. 1 of the 1 launch after it fell short of success.',
    ],
    [
      'SS?S',
      2,
      'Its outcome is not known. 2 successes in a row go before it. The 1 launch after it succeeded.',
    ],
    ['SFU', 2, 'The last launch before it with a known outcome fell short of success.'],
    ['?U', 1, 'No launch before it has a known outcome.'],
    ['SSUU', 3, '2 successes in a row go before it.'],
  ])('of %s, place %d', (letters, place, expected) => {
    expect(takeawayOf(letters, place)).toBe(expected);
  });

  it('count all earlier launches, not only those shown', () => {
    expect(takeawayOf('S'.repeat(50), 49)).toBe('50th success in a row.');
  });
});
