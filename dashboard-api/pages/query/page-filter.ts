import type { LaunchFilter } from '../../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { LAUNCH_STATUSES } from '../../../domain/launches/status.ts';
import type { PageQuery, QueryNotice } from './page-query.ts';
import { createNotice } from './page-query.ts';
import { withoutWholeSpan } from './whole-span.ts';

/** The values that pages use for a name or an id of the URL; none where no launch has it. */
type Lookup = (asked: string) => readonly string[];

/** Pads go by their ids: the names of two may be the same. */
const padLookup = (launches: readonly LaunchSummary[]): Lookup => {
  const idsByName = Map.groupBy(launches, ({ launchpad_name }) => launchpad_name);
  const ids = new Set(launches.map(({ launchpad_id }) => launchpad_id));
  return (asked) =>
    ids.has(asked)
      ? [asked]
      : [...new Set(idsByName.get(asked)?.map(({ launchpad_id }) => launchpad_id))];
};

/** Rockets go by their names, as statistics group them; the id of one variant stays, for it means fewer. */
const rocketLookup = (launches: readonly LaunchSummary[]): Lookup => {
  const byName = Map.groupBy(launches, ({ rocket_name }) => rocket_name);
  const byId = Map.groupBy(launches, ({ rocket_id }) => rocket_id);
  return (asked) => {
    const name = byId.get(asked)?.[0]?.rocket_name ?? asked;
    const all = byName.get(name);
    if (all === undefined) return [];
    return [all.length === (byId.get(asked) ?? all).length ? name : asked];
  };
};

const lookUp = (
  field: 'launchpad' | 'rocket',
  asked: readonly string[],
  createLookup: () => Lookup,
): { found: string[]; notices: QueryNotice[] } => {
  if (asked.length === 0) return { found: [], notices: [] };
  const lookup = createLookup();
  const missing = asked.filter((name) => lookup(name).length === 0);
  return {
    found: [...new Set(asked.flatMap(lookup))],
    notices: missing.map((name) => createNotice(field, 'not_offered', name)),
  };
};

/**
 * Brings a query to what the page's own links say: pads by id, rockets by name, nothing that leaves no launch
 * out. Pads and rockets that no launch of the source has are left out, with a notice: an id of another source
 * would empty the page without a word.
 * @param launches all launches of the source, oldest first
 * @param now ISO 8601 UTC
 */
export const resolveQuery = (
  query: PageQuery,
  launches: readonly LaunchSummary[],
  now: string,
): PageQuery => {
  const pads = lookUp('launchpad', query.launchpads, () => padLookup(launches));
  const rockets = lookUp('rocket', query.rockets, () => rocketLookup(launches));
  const allStatuses = query.statuses.length === LAUNCH_STATUSES.length;
  return {
    ...withoutWholeSpan(query, launches, now),
    statuses: allStatuses ? [] : query.statuses,
    launchpads: pads.found,
    rockets: rockets.found,
    notices: [...query.notices, ...pads.notices, ...rockets.notices],
  };
};

/** The launches a page's query means. */
export const toLaunchFilter = (query: PageQuery): LaunchFilter => ({
  from: query.from,
  to: query.to,
  statuses: query.statuses,
  launchpads: query.launchpads,
  rockets: query.rockets,
  q: query.q,
});

/** True when the query leaves any launch of its source out. */
export const isFiltering = (query: PageQuery): boolean =>
  query.from !== null ||
  query.to !== null ||
  query.q !== null ||
  query.statuses.length + query.launchpads.length + query.rockets.length > 0;
