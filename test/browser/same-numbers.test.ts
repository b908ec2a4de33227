import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestBrowser } from '../helpers/browser/index.ts';
import { describeInBrowser, startBrowser } from '../helpers/browser/index.ts';
import { parseCsv } from '../helpers/csv.ts';
import type { TestSite } from '../helpers/site.ts';
import { startSite } from '../helpers/site.ts';
import type { Chart } from './reading.ts';
import { pageData, tiles } from './reading.ts';

/** What each place says of the launches of a filter, by the same names. */
interface Numbers {
  total: number;
  success: number;
  partial_failure: number;
  failed: number;
  /** Launches of each month with any, `YYYY-MM`. */
  months: Record<string, number>;
}
type Names = Record<string, number>;
type Day = { date: string; count: number; cumulative: number };
type Counted = { total: number; name: string };
type Rows = Record<string, number | string>[];

const SOURCES = ['launch-library', 'spacex'] as const;
const SEARCHES = ['q=Starlink', 'q=crs', 'q=no+such+mission', 'q=star&status=failed'];
const MORE = [
  'from=2017-06-01&to=2017-06-30',
  'from=2020-02-29&to=2020-02-29',
  'to=2010-12-31&status=failed',
  'from=2022-01-01&status=success&status=partial_failure',
];

let site: TestSite;
let browser: TestBrowser;
let page: Page;

const number = (text = ''): number => Number(text.replaceAll(/\D/g, '') || 0);

const sumOf = (values: Iterable<number>): number =>
  [...values].reduce((sum, value) => sum + value, 0);

const withSome = (entries: [string, number][]): Names =>
  Object.fromEntries(entries.filter(([, count]) => count > 0));

/** The table under a chart, a record a row: the heads name its fields, `key` is the row's date or name. */
const tableOf = (chart: Chart): Promise<Rows> =>
  page.locator(`[data-chart=${chart}] table`).evaluateAll((tables) =>
    tables.flatMap((table) => {
      const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent.trim());
      return [...table.querySelectorAll('tbody tr')].map((row) => {
        const [first, ...cells] = [...row.children];
        const key = first!.querySelector('time')?.dateTime ?? first!.textContent.trim();
        const fields = cells.map((cell, index) => [heads[index + 1], cell.textContent.trim()]);
        return { ...Object.fromEntries(fields), key };
      });
    }),
  );

const byKey = (rows: Rows, head: string): Names =>
  withSome(rows.map((row) => [String(row['key']), number(String(row[head] ?? ''))]));

const column = (rows: Rows, head: string): number =>
  sumOf(rows.map((row) => number(String(row[head] ?? ''))));

const fromPage = async (): Promise<Numbers> => {
  const shown = await pageData(page);
  return {
    total: number((await tiles(page))['Launches']),
    success: shown.all.success,
    partial_failure: shown.all.partial_failure,
    failed: shown.all.failed,
    months: withSome(shown.months.map(({ month, total }) => [month, total])),
  };
};

const fromTable = async (): Promise<Numbers> => {
  const rows = await tableOf('months');
  return {
    total: column(rows, 'Total'),
    success: column(rows, 'Success'),
    partial_failure: column(rows, 'Partial failure'),
    failed: column(rows, 'Failed'),
    months: byKey(rows, 'Total'),
  };
};

const fromCsv = async (query: string): Promise<Numbers> => {
  const text = await (await fetch(`${site.url}/api/v1/launches.csv?${query}`)).text();
  const [heads = [], ...lines] = parseCsv(text);
  const [statuses, months] = ['launch_status', 'launch_date'].map((head) =>
    lines.map((line) => line[heads.indexOf(head)] ?? ''),
  ) as [string[], string[]];
  const counted = (status: string) => statuses.filter((each) => each === status).length;
  const perMonth: Names = {};
  for (const date of months) perMonth[date.slice(0, 7)] = (perMonth[date.slice(0, 7)] ?? 0) + 1;
  return {
    total: lines.length,
    success: counted('success'),
    partial_failure: counted('partial_failure'),
    failed: counted('failed'),
    months: perMonth,
  };
};

const fromJson = ({ months, status }: Record<string, unknown>): Numbers => {
  const { total, success, partial_failure, failed } = status as Record<string, number>;
  const counts = (months as { month: string; total: number }[]).map(
    ({ month, total: launches }): [string, number] => [month, launches],
  );
  return {
    total: total!,
    success: success!,
    partial_failure: partial_failure!,
    failed: failed!,
    months: withSome(counts),
  };
};

/** Totals of the pads, rockets and orbits, largest first: the page has shorter names for some. */
const totalsOf = (groups: unknown): number[] =>
  (groups as Counted[]).map(({ total }) => total).sort((a, b) => b - a);

const tableTotals = async (chart: Chart): Promise<number[]> =>
  (await tableOf(chart)).map((row) => number(String(row['Total']))).sort((a, b) => b - a);

/** Days on which launches flew, of a list that has those still to come as well. */
const growthOf = (days: readonly Day[]): Day[] => {
  let before = 0;
  return days.flatMap(({ date, cumulative }) => {
    const count = cumulative - before;
    before = cumulative;
    return count === 0 ? [] : [{ date, count, cumulative }];
  });
};

const growthInRow = (row: Record<string, number | string>): Day => ({
  date: String(row['key']),
  count: number(String(row['Launches'])),
  cumulative: number(String(row['Cumulative'])),
});

/** What the page offers to filter by: each choice of its menus, each of its periods. */
const offered = async (source: string): Promise<string[]> => {
  await page.goto(`/?source=${source}`);
  const choices = await page
    .locator('input[type=checkbox]')
    .evaluateAll((boxes) =>
      (boxes as HTMLInputElement[]).map(({ name, value }) =>
        new URLSearchParams([[name, value]]).toString(),
      ),
    );
  const periods = await page
    .locator('.period-field a')
    .evaluateAll((links) => (links as HTMLAnchorElement[]).map(({ href }) => new URL(href).search));
  return [...choices, ...periods.map((search) => search.slice(1)), ...SEARCHES, ...MORE].map(
    (query) => {
      const parameters = new URLSearchParams(query);
      parameters.set('source', source);
      return parameters.toString();
    },
  );
};

const compare = async (query: string): Promise<Numbers> => {
  await page.goto(`/?${query}`);
  const summary = await site.api(`/statistics/summary?${query}`);
  const json = fromJson(summary);
  expect({ query, ...(await fromPage()) }).toEqual({ query, ...json });
  expect({ query, ...(await fromCsv(query)) }).toEqual({ query, ...json });
  if (json.total === 0) return json;
  expect({ query, ...(await fromTable()) }).toEqual({ query, ...json });
  expect(await tableTotals('pads')).toEqual(totalsOf(summary['launchpads']));
  expect(await tableTotals('rockets')).toEqual(totalsOf(summary['rockets']));
  expect(await tableTotals('orbits')).toEqual(totalsOf(summary['orbits']));
  const grown = growthOf(summary['days'] as Day[]);
  expect((await tableOf('timeline')).reverse().map(growthInRow)).toEqual(grown);
  return json;
};

describeInBrowser('page, table, CSV and JSON', () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), startBrowser()]);
    // Without scripts: the numbers are in the page before any of them runs.
    ({ page } = await browser.openPage(site.url, { javaScriptEnabled: false, locale: 'en-GB' }));
  }, 60_000);
  afterAll(async () => {
    await Promise.all([site?.stop(), browser?.close()]);
  });

  it.each(SOURCES)(
    'have the same numbers under each filter that the page of %s offers',
    async (source) => {
      const queries = await offered(source);
      expect(queries.length).toBeGreaterThan(20);
      const totals = new Set<number>();
      for (const query of queries) totals.add((await compare(query)).total);
      // Filters that did nothing would agree too.
      expect(totals.size).toBeGreaterThan(10);
    },
    180_000,
  );
});
