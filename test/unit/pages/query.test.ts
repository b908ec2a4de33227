import { describe, expect, it } from '@jest/globals';
import { parse } from 'node:querystring';
import {
  exportLink,
  launchLink,
  overviewLink,
  withDays,
  withSource,
} from '../../../dashboard-api/pages/query/page-links.ts';
import type { PageQuery } from '../../../dashboard-api/pages/query/page-query.ts';
import { parsePageQuery } from '../../../dashboard-api/pages/query/page-query.ts';
import { periodsUntil } from '../../../dashboard-api/pages/query/periods.ts';

const read = (search: string): PageQuery =>
  parsePageQuery(parse(search), ['launch-library', 'spacex']);

const NOTHING = {
  source: 'launch-library',
  from: null,
  to: null,
  statuses: [],
  launchpads: [],
  rockets: [],
  q: null,
  notices: [],
};

describe('the query of a page', () => {
  it('ignores what is empty and what it does not know', () => {
    expect(read('from=&to=&source=&status=&launchpad=&q=&utm_source=mail&x=1&__proto__=1')).toEqual(
      NOTHING,
    );
  });

  it('reads days, source and repeated filters', () => {
    const search =
      'from=2017-06-01&to=2017-06-30&source=spacex&status=failed&status=success&launchpad=80&rocket=Falcon+9&q=Starlink+4';
    expect(read(search)).toEqual({
      source: 'spacex',
      from: '2017-06-01',
      to: '2017-06-30',
      statuses: ['failed', 'success'],
      launchpads: ['80'],
      rockets: ['Falcon 9'],
      q: 'Starlink 4',
      notices: [],
    });
  });

  it('names each field that it cannot apply', () => {
    const { notices, ...rest } = read(
      'from=2017-02-30&to=soon&source=nasa&status=lost&status=failed',
    );
    expect(rest).toMatchObject({
      from: null,
      to: null,
      source: 'launch-library',
      statuses: ['failed'],
    });
    expect(notices).toEqual([
      { field: 'from', reason: 'not_a_day', value: '2017-02-30' },
      { field: 'to', reason: 'not_a_day', value: 'soon' },
      { field: 'source', reason: 'not_offered', value: 'nasa' },
      { field: 'status', reason: 'not_offered', value: 'lost' },
    ]);
  });

  it('applies neither day when from is after to', () => {
    const { from, to, notices } = read('from=2020-01-02&to=2020-01-01');
    expect([from, to]).toEqual([null, null]);
    expect(notices).toEqual([{ field: 'from', reason: 'after_to', value: '2020-01-02' }]);
  });

  it('takes the last of repeated days, and repeats no long value in full', () => {
    expect(read('from=2017-01-01&from=2018-01-01').from).toBe('2018-01-01');
    expect(read(`from=${'9'.repeat(500)}`).notices[0]?.value).toHaveLength(40);
  });
});

describe('links of a page', () => {
  const query = read('source=spacex&from=2017-06-01&status=failed&launchpad=80&q=crs&foo=1');

  it('say what is filtered, and the source only where it is not the default', () => {
    expect(overviewLink(query, 'launch-library')).toBe(
      '/?from=2017-06-01&source=spacex&status=failed&launchpad=80&q=crs',
    );
    expect(overviewLink(query, 'spacex')).toBe(
      '/?from=2017-06-01&status=failed&launchpad=80&q=crs',
    );
    expect(overviewLink(read(''), 'launch-library')).toBe('/');
  });

  it('keep other filters when the days change, and lose pads with the source', () => {
    expect(overviewLink(withDays(query, { from: null, to: '2018-01-01' }), 'spacex')).toBe(
      '/?to=2018-01-01&status=failed&launchpad=80&q=crs',
    );
    expect(overviewLink(withSource(query, 'launch-library'), 'launch-library')).toBe(
      '/?from=2017-06-01&status=failed&q=crs',
    );
  });

  it('always name the source of a file', () => {
    expect(exportLink('csv', read('rocket=Falcon+9&q=crs'))).toBe(
      '/api/v1/launches.csv?source=launch-library&rocket=Falcon+9&q=crs',
    );
  });

  it('keep the filter on the way to a launch, whatever its id holds', () => {
    expect(launchLink('a/b?', read('status=failed&source=spacex'))).toBe(
      '/launches/a%2Fb%3F?status=failed',
    );
  });
});

describe('periods', () => {
  const daysOf = (name: string, today: string): (string | null)[] => {
    const period = periodsUntil(today).find((one) => one.name === name);
    return [period?.from ?? null, period?.to ?? null];
  };

  it('end today and hold as many days as they say', () => {
    expect(daysOf('30d', '2026-05-16')).toEqual(['2026-04-17', '2026-05-16']);
    expect(daysOf('90d', '2026-05-16')).toEqual(['2026-02-16', '2026-05-16']);
    expect(daysOf('1y', '2026-05-16')).toEqual(['2025-05-17', '2026-05-16']);
    expect(daysOf('ytd', '2026-05-16')).toEqual(['2026-01-01', '2026-05-16']);
    expect(daysOf('all', '2026-05-16')).toEqual([null, null]);
  });

  it('reach over ends of years and leap days', () => {
    expect(daysOf('30d', '2024-03-01')).toEqual(['2024-02-01', '2024-03-01']);
    expect(daysOf('1y', '2025-12-31')).toEqual(['2025-01-01', '2025-12-31']);
    expect(daysOf('1y', '2024-02-28')).toEqual(['2023-03-01', '2024-02-28']);
  });
});
