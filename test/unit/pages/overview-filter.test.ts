import { describe, expect, it } from '@jest/globals';
import { launch } from '../../helpers/launches.ts';
import { cardOf, dataOf, overviewOf, tileOf } from './overview-of.ts';

const currentPeriod = (search: string): string | undefined =>
  overviewOf(search).filter.periods.find(({ isCurrent }) => isCurrent)?.label;

describe('the filter bar', () => {
  it('shows the whole span while nothing is filtered', () => {
    const { dates, resetHref, isFiltering, hidden } = overviewOf().filter;
    expect(dates.map(({ value, isFiltering: filters }) => [value, filters])).toEqual([
      ['2006-03-24', false],
      ['2026-05-16', false],
    ]);
    expect([resetHref, isFiltering, hidden]).toEqual(['/', false, []]);
  });

  it('takes the whole span for none, as a form without script sends it', () => {
    const { href, filter } = overviewOf('from=2006-03-24&to=2026-05-16&status=failed');
    expect([href, filter.dates[0]?.isFiltering]).toEqual(['/?status=failed', false]);
    expect(overviewOf('from=2006-03-24&to=2026-05-15').filter.isFiltering).toBe(true);
  });

  it('marks the period that is chosen', () => {
    expect(currentPeriod('')).toBe('All');
    expect(currentPeriod('from=2026-04-17&to=2026-05-16')).toBe('30 d');
    expect(currentPeriod('from=2026-01-01&to=2026-05-16')).toBe('YTD');
    expect(currentPeriod('from=2026-01-02&to=2026-05-16')).toBeUndefined();
  });

  it('carries along what has no control in it, and all of the filter in its links', () => {
    const { hidden, periods, resetHref } = overviewOf(
      'source=spacex&status=failed&status=unknown&rocket=Falcon+9&launchpad=KSC+LC+39A',
    ).filter;
    expect(hidden).toEqual([{ name: 'source', value: 'spacex' }]);
    expect(periods[0]?.href).toContain('status=failed&status=unknown');
    expect(resetHref).toBe('/?source=spacex');
  });

  it('says what it did not apply, and shows the whole history', () => {
    const page = overviewOf('from=2017-02-30&rocket=Saturn+V&launchpad=80');
    expect(page.filter.notices).toEqual([
      'From: “2017-02-30” is not a date (YYYY-MM-DD) and was not applied.',
      'Rocket: “Saturn V” is not known here and was not applied.',
    ]);
    expect(page.filter.dates.map(({ isInvalid }) => isInvalid)).toEqual([true, false]);
    expect(tileOf(page, 'Launches').value).toBe('326');
    expect(page.href).toBe('/?launchpad=80');
  });

  it('says that From is after To', () => {
    const page = overviewOf('from=2020-01-02&to=2020-01-01');
    expect(page.filter.notices).toEqual(['From (2020-01-02) is after To; neither was applied.']);
    expect(tileOf(page, 'Launches').value).toBe('674');
  });
});

describe('a filter that no launch matches', () => {
  it('says why, where it can', () => {
    const later = overviewOf('from=2026-10-24&to=2026-11-22');
    expect(later.title).toBe('Launches from 24 October 2026 to 22 November 2026');
    expect(later.empty).toEqual({
      title: 'No launches match these filters',
      reason: 'The last launch in this source is dated 15 May 2026.',
      resetHref: '/',
    });
    expect(overviewOf('to=2000-01-01').empty?.reason).toBe(
      'The first launch in this source is dated 24 March 2006.',
    );
    expect(overviewOf('rocket=Falcon+Heavy&launchpad=Space+Launch+Complex+4E').empty?.reason).toBe(
      'Falcon Heavy has not flown from SLC-4E Vandenberg.',
    );
    expect(overviewOf('rocket=Falcon+1&from=2020-01-01').empty?.reason).toBe(
      'The last launch that the other filters leave is dated 13 July 2009.',
    );
    expect(overviewOf('q=apollo&to=2000-01-01').empty?.reason).toBe(
      'No mission name in this source contains “apollo”.',
    );
    expect(overviewOf('rocket=Falcon+1&status=partial_failure').empty?.reason).toBeNull();
  });

  it('does not say of a rocket and a pad that met that they never did', () => {
    const { empty } = overviewOf('rocket=Falcon+9&launchpad=80&q=arabsat');
    expect(empty).toMatchObject({ title: 'No launches match these filters', reason: null });
  });

  it('leaves lists empty and draws nothing', () => {
    const page = overviewOf('from=2026-10-24');
    expect(page.cards.some(({ hasPlot }) => hasPlot)).toBe(false);
    expect(cardOf(page, 'status').table.rows).toEqual([]);
    expect(dataOf(page)).toMatchObject({
      range: { from: null, to: null },
      months: [],
      days: [],
      years: [],
      pads: [],
      per_rocket: [],
      per_orbit: [],
      boosters: { flights: 0, months: [] },
      rockets: [],
      mishaps: [],
      half_date: null,
    });
  });

  it('is not blamed where nothing was read yet', () => {
    const page = overviewOf('', { launches: [], as_of: null });
    expect(page.title).toBe('Launches');
    expect(page.dataAge).toEqual({ day: null, age: null });
    expect(page.empty).toEqual({
      title: 'No launches yet',
      reason: 'No launches have been read from this source yet.',
      resetHref: null,
    });
  });
});

describe('the ends of a filter', () => {
  it('are cut to the days there are launches of', () => {
    const page = overviewOf('from=0001-01-01&to=9999-12-31');
    expect(page.title).toBe('Launches from 24 March 2006 to 15 May 2026');
    expect(dataOf(page).months).toHaveLength(243);
  });

  it('are those of the launches that other filters leave', () => {
    expect(overviewOf('rocket=Falcon+1').title).toBe('Launches from 24 March 2006 to 13 July 2009');
  });

  it('do not shrink to the launches of one outcome', () => {
    const page = overviewOf('status=failed&from=2016-01-01&to=2016-12-31');
    expect(page.title).toBe('Launches from 1 January 2016 to 31 December 2016');
    expect(dataOf(page).months).toHaveLength(12);
  });

  it('of launches to come alone are their own', () => {
    const coming = ['2026-06-01', '2026-07-01'].map((day) =>
      launch({ id: day, launch_date: `${day}T00:00:00.000Z`, launch_status: 'upcoming' }),
    );
    const page = overviewOf('status=upcoming', { launches: [launch(), ...coming] });
    expect(page.title).toBe('Launches from 1 June 2026 to 1 July 2026');
  });
});
