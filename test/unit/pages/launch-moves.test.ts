import { describe, expect, it } from '@jest/globals';
import type { LaunchDetailPage } from '../../../dashboard-api/pages/launch-detail/launch-detail-page.ts';
import type { LineView } from '../../../dashboard-api/pages/facts/lines.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { launch } from '../../helpers/launches.ts';
import { detailOf } from './launch-detail-of.ts';

const inShort = (lines: LineView[]): Pick<LineView, 'label' | 'value'>[] =>
  lines.map(({ label, value }) => ({ label, value }));

describe('the dates of a launch', () => {
  const slipped = (fields: Partial<Launch>, ...earlier: string[]): LaunchDetailPage['dates'] =>
    detailOf(
      launch({
        launch_date: '2022-06-17T16:08:50.000Z',
        previous_dates: earlier.map((launch_date) => ({
          launch_date,
          seen_until: '2022-05-30T01:00:00.000Z',
        })),
        ...fields,
      }),
    ).dates;

  const notesOf = (dates: LaunchDetailPage['dates']): string[] =>
    (dates?.entries ?? []).map(
      ({ time, note, isCurrent, isSuperseded }) =>
        `${time.text} · ${note}${isCurrent ? ' · current' : ''}${isSuperseded ? ' · struck' : ''}`,
    );

  it('are not spoken of where they never changed', () => {
    expect(slipped({})).toBeNull();
  });

  it('show how far it moved; a midnight is no time of day', () => {
    const earlier = ['2022-06-01T17:08:00.000Z', '2022-06-10T00:00:00.000Z'];
    const dates = slipped({}, ...earlier);
    expect(dates?.summary).toBe('Flew 16 days after its first recorded date.');
    expect(notesOf(dates)).toEqual([
      '1 Jun 2022, 17:08 UTC · until 30 May 2022 · struck',
      '10 Jun 2022 · until 30 May 2022 · struck',
      '17 Jun 2022, 16:08 UTC · flown · current',
    ]);
  });

  const inOtherSource = (fields: Partial<Launch>): LaunchDetailPage['dates'] =>
    detailOf(launch({ launch_date: '2022-06-17T16:08:50.000Z' }), undefined, 'en', {
      source: 'spacex',
      launch: launch({ id: 'other', source: 'spacex', ...fields }),
    }).dates;

  it('hold an earlier one of the other source, struck, with the way there', () => {
    const dates = inOtherSource({ launch_date: '2022-06-01T17:08:50.000Z' });
    expect(dates?.summary).toBe('Flew 16 days after its first recorded date.');
    expect(notesOf(dates)).toEqual([
      '1 Jun 2022, 17:08 UTC · r/SpaceX · struck',
      '17 Jun 2022, 16:08 UTC · flown · current',
    ]);
    expect(dates?.entries[0]?.href).toBe('/launches/other');
  });

  it('hold a later one of the other source as it is', () => {
    const dates = inOtherSource({ launch_date: '2022-06-19T00:00:00.000Z' });
    expect(dates?.summary).toBeNull();
    expect(notesOf(dates)).toEqual([
      '17 Jun 2022, 16:08 UTC · flown · current',
      '19 Jun 2022, 00:00 UTC · r/SpaceX',
    ]);
  });

  it.each([
    ['2022-06-17T16:30:00.000Z', 'hour'],
    ['2022-06-17T00:00:00.000Z', 'day'],
    ['2022-06-01T00:00:00.000Z', 'month'],
    ['2022-04-01T00:00:00.000Z', 'quarter'],
  ] as const)('agree with %s known to the %s', (launch_date, launch_date_precision) => {
    expect(inOtherSource({ launch_date, launch_date_precision })).toBeNull();
  });

  it.each([
    [{}, '2022-06-18T00:00:00.000Z', 'Flew 1 day before its first recorded date.'],
    [{}, '2022-06-17T01:00:00.000Z', null],
    [{ launch_date_precision: 'month' }, '2022-05-18T00:00:00.000Z', null],
    [
      { launch_status: 'upcoming' },
      '2022-06-16T00:00:00.000Z',
      'Planned 1 day after its first recorded date.',
    ],
  ] as const)('of %j moved from %s: %s', (fields, earlier, summary) => {
    expect(slipped(fields, earlier)?.summary).toBe(summary);
  });
});

it('says where a launch is from, when it was read and since when it is missing', () => {
  const page = detailOf(
    launch({ id: 'a/b ?#%', missing_since: '2026-02-01T01:00:00.000Z', source: 'spacex' }),
  );
  expect(inShort(page.source)).toEqual([
    { label: 'Source', value: 'r/SpaceX' },
    { label: 'Read', value: '1 Jan 2026, 01:00 UTC' },
    { label: 'Not listed since', value: '1 Feb 2026, 01:00 UTC' },
    { label: 'Id', value: 'a/b ?#%' },
    { label: 'Launch Library id', value: null },
    { label: 'Rocket id', value: '188' },
    { label: 'Pad id', value: '87' },
    { label: 'As data', value: 'JSON' },
  ]);
  expect([page.href, page.jsonHref]).toEqual([
    '/launches/a%2Fb%20%3F%23%25',
    '/api/v1/launches/a%2Fb%20%3F%23%25',
  ]);
});
