import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { PageQuery } from './page-query.ts';

/** A field of a form or a parameter of a link. */
export type Parameter = readonly [name: string, value: string];

type Days = Pick<PageQuery, 'from' | 'to'>;

const present = (name: string, value: string | null): Parameter[] =>
  value === null ? [] : [[name, value]];

const repeated = (name: string, values: readonly string[]): Parameter[] =>
  values.map((value) => [name, value]);

const queryParameters = (query: PageQuery, defaultSource: LaunchSource): Parameter[] => [
  ...present('from', query.from),
  ...present('to', query.to),
  ...present('source', query.source === defaultSource ? null : query.source),
  ...repeated('status', query.statuses),
  ...repeated('launchpad', query.launchpads),
  ...repeated('rocket', query.rockets),
];

const link = (path: string, parameters: readonly Parameter[]): string => {
  const search = new URLSearchParams(
    parameters.map((parameter): [string, string] => [...parameter]),
  );
  return search.size === 0 ? path : `${path}?${search}`;
};

/** A page that shows launches under a query. */
export interface PageAddress {
  path: string;
  /** What it filters by beside the query. */
  search: readonly Parameter[];
  /** How it shows what matches: a filter that changes or goes leaves it alone. */
  view: readonly Parameter[];
}

export const OVERVIEW: PageAddress = { path: '/', search: [], view: [] };
export const LAUNCH_LIST: PageAddress = { path: '/launches', search: [], view: [] };
export const DATA: PageAddress = { path: '/data', search: [], view: [] };

/** A page under a query; the shortest URL that says it. */
export const pageLink = (
  { path, search, view }: PageAddress,
  query: PageQuery,
  defaultSource: LaunchSource,
): string => link(path, [...queryParameters(query, defaultSource), ...search, ...view]);

/** The same address as hidden fields of a form on the page. */
export const formFields = (
  { search, view }: PageAddress,
  query: PageQuery,
  defaultSource: LaunchSource,
): { name: string; value: string }[] =>
  [...queryParameters(query, defaultSource), ...search, ...view].map(([name, value]) => ({
    name,
    value,
  }));

export const overviewLink = (query: PageQuery, defaultSource: LaunchSource): string =>
  pageLink(OVERVIEW, query, defaultSource);

/** Where the header leads to. */
export type SitePages = Record<'overview' | 'launches' | 'data', string>;

/** The pages of the site, each under the same query. */
export const sitePages = (query: PageQuery, defaultSource: LaunchSource): SitePages => ({
  overview: pageLink(OVERVIEW, query, defaultSource),
  launches: pageLink(LAUNCH_LIST, query, defaultSource),
  data: pageLink(DATA, query, defaultSource),
});

/** The page of one launch; its id may hold any character. */
export const launchLink = (id: string): string => `/launches/${encodeURIComponent(id)}`;

/** The same query over other days. */
export const withDays = (query: PageQuery, { from, to }: Days): PageQuery => ({
  ...query,
  from,
  to,
});

/** The same days of another source, whose pads and rockets have other ids. */
export const withSource = (query: PageQuery, source: LaunchSource): PageQuery => ({
  ...query,
  source,
  launchpads: [],
  rockets: [],
});

/** The whole history of the source. */
export const unfiltered = (query: PageQuery): PageQuery => ({
  ...query,
  from: null,
  to: null,
  statuses: [],
  launchpads: [],
  rockets: [],
});

/** The launches of a query as a file of the API. */
export const exportLink = (
  format: 'csv' | 'ndjson' | 'ics',
  query: PageQuery,
  search: readonly Parameter[] = [],
): string =>
  link(`/api/v1/launches.${format}`, [
    ['source', query.source],
    ...present('from', query.from),
    ...present('to', query.to),
    ...repeated('status', query.statuses),
    ...repeated('launchpad', query.launchpads),
    ...repeated('rocket', query.rockets),
    ...search,
  ]);

/** Changes a preference and comes back. */
export const preferenceLink = (name: string, value: string, returnTo: string): string =>
  link('/preferences', [
    [name, value],
    ['return_to', returnTo],
  ]);
