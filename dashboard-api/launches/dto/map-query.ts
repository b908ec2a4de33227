import type { LaunchFilter } from '../../../domain/launches/filter.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Listing, PageRequest } from '../paging.ts';
import { DEFAULT_LIMIT, DEFAULT_ORDER } from '../paging.ts';
import type { ExportQuery, FilterQuery, LaunchListQuery, SourceQuery } from './queries.ts';

/** A source and which of its launches are meant. */
export interface Selection {
  source: LaunchSource;
  filter: LaunchFilter;
}

/** The source asked for; without one, the first that is served. */
export const mapSource = (
  { source }: SourceQuery,
  sources: readonly [LaunchSource, ...LaunchSource[]],
): LaunchSource => source ?? sources[0];

export const mapSelection = (
  query: FilterQuery,
  sources: readonly [LaunchSource, ...LaunchSource[]],
): Selection => ({
  source: mapSource(query, sources),
  filter: {
    from: query.from ?? null,
    to: query.to ?? null,
    statuses: query.status ?? [],
    launchpads: query.launchpad ?? [],
    rockets: query.rocket ?? [],
    q: query.q ?? null,
  },
});

export const mapListing = (
  query: ExportQuery,
  sources: readonly [LaunchSource, ...LaunchSource[]],
): Listing => ({ ...mapSelection(query, sources), order: query.order ?? DEFAULT_ORDER });

export const mapPageRequest = ({ limit, cursor }: LaunchListQuery): PageRequest => ({
  limit: limit === undefined ? DEFAULT_LIMIT : Number(limit),
  cursor: cursor ?? null,
});
