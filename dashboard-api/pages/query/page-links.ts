import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { PageQuery } from './page-query.ts';

/** A field of a form or a parameter of a link. */
export type Parameter = readonly [name: string, value: string];

type Days = Pick<PageQuery, 'from' | 'to'>;

const present = (name: string, value: string | null): Parameter[] =>
  value === null ? [] : [[name, value]];

const repeated = (name: string, values: readonly string[]): Parameter[] =>
  values.map((value) => [name, value]);

/** What stays when only the days change: a form carries it in hidden fields. */
export const undatedParameters = (query: PageQuery, defaultSource: LaunchSource): Parameter[] => [
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

/** The overview under a query; the shortest URL that says it. */
export const overviewLink = (query: PageQuery, defaultSource: LaunchSource): string =>
  link('/', [
    ...present('from', query.from),
    ...present('to', query.to),
    ...undatedParameters(query, defaultSource),
  ]);

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
export const exportLink = (format: 'csv' | 'ndjson', query: PageQuery): string =>
  link(`/api/v1/launches.${format}`, [
    ['source', query.source],
    ...present('from', query.from),
    ...present('to', query.to),
    ...repeated('status', query.statuses),
    ...repeated('launchpad', query.launchpads),
    ...repeated('rocket', query.rockets),
  ]);

/** Changes a preference and comes back. */
export const preferenceLink = (name: string, value: string, returnTo: string): string =>
  link('/preferences', [
    [name, value],
    ['return_to', returnTo],
  ]);
