import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { FilterPart } from './filter-part.ts';
import { isFilteredBy, toggled } from './filter-part.ts';
import type { PageQuery } from './page-query.ts';

/** A field of a form or a parameter of a link. */
export type Parameter = readonly [name: string, value: string];

type Days = Pick<PageQuery, 'from' | 'to'>;

const present = (name: string, value: string | null): Parameter[] =>
  value === null ? [] : [[name, value]];

const repeated = (name: string, values: readonly string[]): Parameter[] =>
  values.map((value) => [name, value]);

const dayParameters = ({ from, to }: Days): Parameter[] => [
  ...present('from', from),
  ...present('to', to),
];

const choiceParameters = (query: PageQuery): Parameter[] => [
  ...repeated('status', query.statuses),
  ...repeated('launchpad', query.launchpads),
  ...repeated('rocket', query.rockets),
  ...present('q', query.q),
];

const sourceParameter = ({ source }: PageQuery, defaultSource: LaunchSource): Parameter[] =>
  present('source', source === defaultSource ? null : source);

const queryParameters = (query: PageQuery, defaultSource: LaunchSource): Parameter[] => [
  ...dayParameters(query),
  ...sourceParameter(query, defaultSource),
  ...choiceParameters(query),
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
  /** How it shows what matches: a filter that changes or goes leaves it alone. */
  view: readonly Parameter[];
}

export const OVERVIEW: PageAddress = { path: '/', view: [] };
export const LAUNCH_LIST: PageAddress = { path: '/launches', view: [] };
export const DATA: PageAddress = { path: '/data', view: [] };

/** A page under a query; the shortest URL that says it. */
export const pageLink = (
  { path, view }: PageAddress,
  query: PageQuery,
  defaultSource: LaunchSource,
): string => link(path, [...queryParameters(query, defaultSource), ...view]);

/** What of the address no control of the filter says, as hidden fields of its form. */
export const formFields = (
  { view }: PageAddress,
  query: PageQuery,
  defaultSource: LaunchSource,
): { name: string; value: string }[] =>
  [...sourceParameter(query, defaultSource), ...view].map(([name, value]) => ({ name, value }));

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

/** The pages of the site, all of their launches. */
export const UNFILTERED_PAGES: SitePages = {
  overview: OVERVIEW.path,
  launches: LAUNCH_LIST.path,
  data: DATA.path,
};

/**
 * The page of one launch, which keeps the filter for the way back. Its source is that of the launch; its id
 * may hold any character.
 */
export const launchLink = (id: string, query: PageQuery): string =>
  link(`/launches/${encodeURIComponent(id)}`, [
    ...dayParameters(query),
    ...choiceParameters(query),
  ]);

/** A link that filters by something, and whether the page is filtered by it. */
export interface PartLink {
  href: string;
  isCurrent: boolean;
}

/** Links that what a page shows is made of. */
export interface ContentLinks {
  /** The page of a launch. */
  launch: (id: string) => string;
  /** This page filtered by a part of what it shows; where it is already, without that filter. */
  part: (part: FilterPart) => PartLink;
}

export const contentLinks = (
  address: PageAddress,
  query: PageQuery,
  defaultSource: LaunchSource,
): ContentLinks => ({
  launch: (id) => launchLink(id, query),
  part: (part) => ({
    href: pageLink(address, toggled(query, part), defaultSource),
    isCurrent: isFilteredBy(query, part),
  }),
});

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
  q: null,
});

/** The launches of a query as a file of the API. */
export const exportLink = (format: 'csv' | 'ndjson' | 'ics', query: PageQuery): string =>
  link(`/api/v1/launches.${format}`, [
    ['source', query.source],
    ...dayParameters(query),
    ...choiceParameters(query),
  ]);

/** Changes a preference and comes back. */
export const preferenceLink = (name: string, value: string, returnTo: string): string =>
  link('/preferences', [
    [name, value],
    ['return_to', returnTo],
  ]);
