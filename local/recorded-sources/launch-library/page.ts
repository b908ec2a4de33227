import type { Document } from '../messages.ts';
import type { LaunchLibraryLaunch } from './launch.ts';
import type { Parameters } from './parameters.ts';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

const LIST_FIELDS = [
  'id',
  'url',
  'name',
  'slug',
  'launch_designator',
  'status',
  'last_updated',
  'net',
  'net_precision',
  'window_end',
  'window_start',
  'image',
  'infographic',
];
const DETAILED_ONLY = new Set(['updates', 'info_urls', 'vid_urls', 'timeline', 'mission_patches']);

type Filter = (launch: LaunchLibraryLaunch) => boolean;

const filtersOf = (parameters: Parameters): Filter[] => {
  const {
    id,
    lsp__id: provider,
    net__gt: gt,
    net__gte: gte,
    net__lt: lt,
    net__lte: lte,
  } = parameters;
  const filters: (Filter | false)[] = [
    id !== undefined && ((launch) => launch.id === id),
    provider !== undefined && ((launch) => launch.launch_service_provider.id === provider),
    gt !== undefined && ((launch) => Date.parse(launch.net) > gt),
    gte !== undefined && ((launch) => Date.parse(launch.net) >= gte),
    lt !== undefined && ((launch) => Date.parse(launch.net) < lt),
    lte !== undefined && ((launch) => Date.parse(launch.net) <= lte),
  ];
  return filters.filter((filter) => filter !== false);
};

const comparator = (ordering: NonNullable<Parameters['ordering']>) => {
  const field = ordering.replace('-', '') as 'net' | 'last_updated';
  const direction = ordering.startsWith('-') ? -1 : 1;
  return (a: LaunchLibraryLaunch, b: LaunchLibraryLaunch) =>
    direction * (Date.parse(a[field]) - Date.parse(b[field]));
};

const inMode = (launch: LaunchLibraryLaunch, mode: string): Document => {
  if (mode === 'detailed') return launch;
  const keeps = (field: string) =>
    mode === 'list' ? LIST_FIELDS.includes(field) : !DETAILED_ONLY.has(field);
  const fields = Object.fromEntries(Object.entries(launch).filter(([field]) => keeps(field)));
  if (mode === 'list') return { ...fields, response_mode: mode };
  const { id, configuration } = launch.rocket as Document;
  return { ...fields, response_mode: mode, rocket: { id, configuration } };
};

/** The same call at another offset, its parameters in order of name, as Django REST framework writes it. */
const linkTo = (url: URL, limit: number, offset: number): string => {
  const link = new URL(url);
  link.searchParams.set('limit', String(limit));
  if (offset > 0) link.searchParams.set('offset', String(offset));
  else link.searchParams.delete('offset');
  link.searchParams.sort();
  return link.href;
};

/**
 * The page of launches a call asks for, at most 100 of them, with links to its neighbours.
 * @param url the call itself, absolute
 */
export const pageOf = (
  launches: readonly LaunchLibraryLaunch[],
  parameters: Parameters,
  url: URL,
): Document => {
  const limit = Math.min(parameters.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const offset = parameters.offset ?? 0;
  const filters = filtersOf(parameters);
  const found = launches
    .filter((launch) => filters.every((matches) => matches(launch)))
    .sort(comparator(parameters.ordering ?? 'net'));
  const end = offset + limit;
  return {
    count: found.length,
    next: end < found.length ? linkTo(url, limit, end) : null,
    previous: offset > 0 ? linkTo(url, limit, Math.max(0, offset - limit)) : null,
    results: found.slice(offset, end).map((launch) => inMode(launch, parameters.mode ?? 'normal')),
  };
};
