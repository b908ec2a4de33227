import { parse } from 'node:querystring';
import { describe, expect, it } from '@jest/globals';
import type { DataPage, SourceView } from '../../../dashboard-api/pages/data/data-page.ts';
import { buildDataPage } from '../../../dashboard-api/pages/data/data-page.ts';
import type { Language } from '../../../dashboard-api/pages/language/languages.ts';
import { parsePageQuery } from '../../../dashboard-api/pages/query/page-query.ts';
import { reportSource } from '../../../dashboard-api/sources/source-report.ts';
import { LAUNCH_SOURCES } from '../../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { SourceState } from '../../../domain/launches/state.ts';
import { emptyState } from '../../../domain/launches/state.ts';
import { launch } from '../../helpers/launches.ts';
import { run } from '../../helpers/runs.ts';
import { localizations, NOW, recorded } from './overview-of.ts';

interface Situation {
  language?: Language;
  search?: string;
  state?: Partial<SourceState>;
  launches?: readonly LaunchSummary[] | null;
  stale?: boolean;
}

const READ = { last_success_at: '2026-05-16T14:00:00.000Z' };

/** The page of one source; without-break spaces as plain ones, to be read in tests. */
const pageOf = (situation: Situation = {}): DataPage => {
  const { language = 'en', search = '', stale = false } = situation;
  const { state = READ, launches = recorded['launch-library'] } = situation;
  const reading = { state: { ...emptyState('launch-library'), ...state }, stale, launches };
  const report = reportSource(reading, NOW);
  const page = buildDataPage(
    {
      query: parsePageQuery(parse(search), LAUNCH_SOURCES),
      sources: LAUNCH_SOURCES,
      reports: [report],
      freshness: { as_of: report.as_of, stale },
      now: NOW,
    },
    localizations[language],
  );
  return JSON.parse(JSON.stringify(page).replaceAll('\u00a0', ' ')) as DataPage;
};

const sourceOf = (situation?: Situation): SourceView => pageOf(situation).sources[0]!;

const factsOf = ({ figures }: SourceView): Record<string, string> =>
  Object.fromEntries(
    (figures?.facts ?? []).map(({ label, value, at }) => [
      label,
      [value ?? 'null', ...(at ? [at.text] : [])].join(' · '),
    ]),
  );

const conditionsOf = (situation: Situation): string[] =>
  sourceOf(situation).conditions.map(({ kind, sentence }) => `${kind}: ${sentence}`);

describe('what is held of a source', () => {
  it('is told in figures, those of the other pages', () => {
    const source = sourceOf();
    expect(source.figures?.summary).toBe('674 launches, from 24 Mar 2006 to 15 May 2026.');
    expect(factsOf(source)).toEqual({
      'Newest launch': 'Dragon CRS-2 SpX-34 · 15 May 2026, 22:05 UTC',
      'Next launch': 'No confirmed date',
      'Success rate': '97.9% (660 of 674 with a known outcome)',
      'Last successful ingestion': '16 May 2026, 14:00 UTC',
    });
    expect(source.figures?.legend.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'Success 660',
      'Partial failure 3',
      'Failed 11',
    ]);
  });

  it('reaches no finer than a date is known', () => {
    const launch_date = '2026-12-01T00:00:00.000Z';
    const plan = launch({ launch_date, launch_date_precision: 'month', launch_status: 'upcoming' });
    const source = sourceOf({ launches: [launch(), plan] });
    expect(source.figures?.summary).toBe('2 launches, from 23 Jun 2017 to December 2026.');
    expect(factsOf(source)['Next launch']).toBe('BulgariaSat-1 · December 2026');
  });

  it('is nothing where nothing was read', () => {
    const source = sourceOf({ state: {}, launches: [] });
    expect(source.figures?.summary).toBe('No launches have been read from this source yet.');
    expect(factsOf(source)).toEqual({
      'Newest launch': 'None flown yet',
      'Next launch': 'No confirmed date',
      'Success rate': 'No outcomes yet',
      'Last successful ingestion': 'null',
    });
    expect(source.unconfirmed?.summary).toBe('No launch is marked upcoming.');
    expect(source.runs).toMatchObject({ summary: 'No run is on record.', rows: [] });
  });

  it('speaks Spanish', () => {
    const page = pageOf({ language: 'es', state: { ...READ, runs: [run()] } });
    expect(page.title).toBe('Datos');
    expect(page.sources[0]?.figures?.summary).toBe(
      '674 lanzamientos, de 24 mar 2006 a 15 may 2026.',
    );
    expect(page.sources[0]?.runs.summary).toBe(
      '1 lectura desde el 16 may 2026: 2 lanzamientos nuevos, 3 actualizados, 1 cambiados de fecha.',
    );
  });
});

describe('the state of a source', () => {
  const READ_LATELY = 'current: Read 20 min ago; it is normally read every 6 h.';
  const FROZEN = 'neutral: This source has not been updated since October 2022.';

  it.each<[string, Situation, string[]]>([
    ['well', {}, [READ_LATELY]],
    ['frozen', { launches: recorded.spacex }, [FROZEN, READ_LATELY]],
    [
      'late',
      { state: { last_success_at: '2026-05-16T02:20:00.000Z' } },
      ['late: Data was last read 12 h ago; it is normally read every 6 h.'],
    ],
    [
      'never read',
      { state: {}, launches: [] },
      ['neutral: Never read: no launches of this source are shown.'],
    ],
    [
      'never read to its end',
      { state: { runs: [run({ complete: false })] } },
      ['neutral: No run has read this source to its end yet.'],
    ],
    [
      'out of reach',
      { stale: true },
      ['saved: The database can’t be reached; this is what was read before.', READ_LATELY],
    ],
    [
      'out of reach before it was read',
      { stale: true, launches: null },
      [
        'saved: The database can’t be reached, and the launches of this source were not read before.',
        READ_LATELY,
      ],
    ],
  ])('%s is said', (_, situation, expected) => {
    expect(conditionsOf(situation)).toEqual(expected);
  });

  it('out of reach is a banner too, and leaves what is not known out', () => {
    const page = pageOf({ stale: true, launches: null });
    expect(page.banners.map(({ kind }) => kind)).toEqual(['saved']);
    expect(page.sources[0]).toMatchObject({ figures: null, unconfirmed: null });
    expect(pageOf().banners).toEqual([]);
  });
});

describe('launches that nobody confirms', () => {
  it('are listed with the reason and the way to each', () => {
    const passed = launch({ id: 'a b', launch_status: 'upcoming' });
    const missing_since = '2026-05-10T01:00:00.000Z';
    const launch_date = '2026-07-01T00:00:00.000Z';
    const plan = { launch_status: 'upcoming', launch_date, launch_date_precision: 'day' } as const;
    const unlisted = launch({ ...plan, id: 'gone', missing_since });
    const confirmed = launch({ ...plan, id: 'next' });
    const { unconfirmed } = sourceOf({ launches: [passed, unlisted, confirmed] });
    expect(unconfirmed?.summary).toBe(
      '2 of 3 launches marked upcoming: their dates have passed, or the source no longer lists them.',
    );
    expect(unconfirmed?.rows.map(({ href, time, reason }) => [href, time.text, reason])).toEqual([
      ['/launches/a%20b', '23 Jun 2017, 19:10 UTC', 'date has passed'],
      ['/launches/gone', '1 Jul 2026', 'not listed since 10 May 2026'],
    ]);
    expect(sourceOf({ launches: [confirmed] }).unconfirmed).toEqual({
      summary: 'Every launch marked upcoming is still to come.',
      rows: [],
    });
  });
});

describe('the last runs', () => {
  it('are told by their times and counts', () => {
    const { runs } = sourceOf({ state: { ...READ, runs: [run()] } });
    expect(runs.columns).toEqual(['New', 'Updated', 'Moved', 'Unlisted', 'Unchanged', 'Rejected']);
    expect(runs.rows).toEqual([
      {
        started: {
          iso: '2026-05-16T13:00:00.000Z',
          precision: 'minute',
          text: '16 May 2026, 13:00 UTC',
        },
        span: '7 s',
        counts: ['2', '3', '1', '4', '61', '5'],
        complete: 'whole',
      },
    ]);
  });

  it('add up, newest first', () => {
    const older = run({ started_at: '2026-05-14T07:00:00.000Z', inserted_items: 10_000 });
    const { runs } = sourceOf({ state: { ...READ, runs: [run(), older] } });
    expect(runs.summary).toBe(
      '2 runs since 14 May 2026: 10,002 launches new, 6 updated, 2 moved to another date.',
    );
  });

  it('keep to themselves what they were asked for and why they failed', () => {
    const failed = run({ complete: false, error: 'SourceError: 502 from upstream' });
    const page = pageOf({ state: { ...READ, runs: [failed] } });
    expect(page.sources[0]?.runs.rows[0]?.complete).toBe('in part');
    expect(JSON.stringify(page)).not.toMatch(/upstream|schedule|2026-04-16/);
  });
});

it('leads to the other pages under the same filter', () => {
  const page = pageOf({ search: 'from=2020-01-01&status=failed&utm=x' });
  expect(page.pages).toEqual({
    overview: '/?from=2020-01-01&status=failed',
    launches: '/launches?from=2020-01-01&status=failed',
    data: '/data?from=2020-01-01&status=failed',
  });
  expect(page.href).toBe('/data?from=2020-01-01&status=failed');
});

it('says where each source is from, in words for each', () => {
  for (const { origin } of pageOf().sources) {
    expect(origin.paragraphs.join(' ')).toContain('The Space Devs');
    expect(origin.links.every(({ href }) => href.startsWith('https://'))).toBe(true);
  }
});
