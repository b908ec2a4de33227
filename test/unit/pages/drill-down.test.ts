import { describe, expect, it } from '@jest/globals';
import type { PartLink } from '../../../dashboard-api/pages/query/page-links.ts';
import type { FilterPart } from '../../../views/assets/charts/filter-part.ts';
import { toggledHref } from '../../../views/assets/charts/filter-part.ts';
import type { PageData } from '../../../views/assets/page-data.ts';
import { cardOf, dataOf, overviewOf, tileOf } from './overview-of.ts';

type Page = ReturnType<typeof overviewOf>;
type Chart = Page['cards'][number]['chart'];

const linksOf = (page: Page, chart: Chart): Record<string, PartLink | null> =>
  Object.fromEntries(cardOf(page, chart).table.rows.map(({ name, link }) => [name, link]));
/** The same address, whatever the order of its parameters. */
const sorted = (href: string): string => {
  const { pathname, searchParams } = new URL(href, 'http://here.invalid');
  searchParams.sort();
  return `${pathname}?${searchParams}`;
};
const monthPart = ({ month }: { month: string }): FilterPart => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return { from: `${month}-01`, to: last };
};

/** What the charts filter by, in the order of the tables. */
const PARTS: Record<string, (data: PageData) => (FilterPart | null)[]> = {
  months: ({ months }) =>
    months.map((row) => (row.total === 0 ? null : monthPart(row))).toReversed(),
  timeline: ({ days }) => days.map(({ date }) => ({ from: date, to: date })).toReversed(),
  status: ({ rockets }) => [null, ...rockets.map(({ label }) => ({ rocket: label }))],
  heat: ({ years }) =>
    years
      .map(({ year, total }) => (total ? { from: `${year}-01-01`, to: `${year}-12-31` } : null))
      .toReversed(),
  pads: ({ pads }) => pads.map(({ id }) => ({ launchpad: id })),
  rockets: ({ per_rocket }) => per_rocket.map(({ label }) => ({ rocket: label })),
  boosters: ({ boosters: { flights, months } }) =>
    (flights === 0 ? [] : months)
      .map((row) => (row.flights + row.launches_without_record > 0 ? monthPart(row) : null))
      .toReversed(),
};

describe('the names of rows in the tables', () => {
  it('filter by what the row stands for, and keep the other filters', () => {
    const page = overviewOf('status=failed&q=a');
    expect(linksOf(page, 'pads')['Omelek Kwajalein']).toEqual({
      href: '/?status=failed&launchpad=3&q=a'.replace(
        '=3',
        `=${dataOf(page).pads.find(({ label }) => label.startsWith('Omelek'))?.id}`,
      ),
      isCurrent: false,
    });
    const whole = overviewOf();
    expect(linksOf(whole, 'months')['February 2024']?.href).toBe('/?from=2024-02-01&to=2024-02-29');
    expect(linksOf(whole, 'timeline')['24 Mar 2006']?.href).toBe('/?from=2006-03-24&to=2006-03-24');
    expect(linksOf(whole, 'status')['Falcon Heavy']?.href).toBe('/?rocket=Falcon+Heavy');
  });

  it('do not lead where there is nothing to see', () => {
    const page = overviewOf();
    expect(linksOf(page, 'months')['April 2006']).toBeNull();
    expect(linksOf(page, 'status')['All rockets']).toBeNull();
  });

  it('undo the filter that they are', () => {
    const page = overviewOf('launchpad=80&status=failed');
    expect(linksOf(page, 'pads')).toEqual({
      'SLC-40 Cape Canaveral': { href: '/?status=failed', isCurrent: true },
    });
    const june = overviewOf('from=2017-06-01&to=2017-06-30');
    expect(linksOf(june, 'months')).toEqual({ 'June 2017': { href: '/', isCurrent: true } });
  });

  it('show as many launches as the row has', () => {
    const page = overviewOf('from=2025-05-15&to=2025-07-10');
    for (const { name, cells, link } of cardOf(page, 'months').table.rows) {
      const shown = tileOf(overviewOf(link!.href.slice(2)), 'Launches').value;
      expect([name, shown]).toEqual([name, cells.at(-1)]);
    }
  });

  it.each([
    '',
    'from=2017-06-10&to=2019-03-03',
    'source=spacex&status=failed',
    'launchpad=80&q=star',
    'rocket=Starship',
  ])('lead under "%s" where the marks of the charts do', (search) => {
    const page = overviewOf(search);
    const data = dataOf(page);
    for (const [chart, partsOf] of Object.entries(PARTS)) {
      const rows = cardOf(page, chart as Chart).table.rows;
      const hrefs = partsOf(data).map((part) => part && sorted(toggledHref(data.href, part)));
      expect(hrefs).toEqual(rows.map(({ link }) => link && sorted(link.href)));
    }
  });
});
