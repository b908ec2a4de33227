import type { LaunchFilter } from '../../../domain/launches/filter.ts';
import { NO_FILTER } from '../../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { PageQuery, QueryNotice } from './page-query.ts';
import { createNotice } from './page-query.ts';

const splitBy = <T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] => [
  items.filter(test),
  items.filter((item) => !test(item)),
];

/**
 * Leaves out the pads and rockets that no launch of the source has, and says so:
 * an id of another source would empty the page without a word.
 * @param launches all launches of the source
 */
export const dropUnknownNames = (
  query: PageQuery,
  launches: readonly LaunchSummary[],
): PageQuery => {
  if (query.launchpads.length === 0 && query.rockets.length === 0) return query;
  const pads = new Set(launches.flatMap((launch) => [launch.launchpad_id, launch.launchpad_name]));
  const rockets = new Set(launches.flatMap((launch) => [launch.rocket_id, launch.rocket_name]));
  const [knownPads, otherPads] = splitBy(query.launchpads, (name) => pads.has(name));
  const [knownRockets, otherRockets] = splitBy(query.rockets, (name) => rockets.has(name));
  const notices: QueryNotice[] = [
    ...query.notices,
    ...otherPads.map((name) => createNotice('launchpad', 'not_offered', name)),
    ...otherRockets.map((name) => createNotice('rocket', 'not_offered', name)),
  ];
  return { ...query, launchpads: knownPads, rockets: knownRockets, notices };
};

/** The launches a page's query means. */
export const toLaunchFilter = (query: PageQuery): LaunchFilter => ({
  ...NO_FILTER,
  from: query.from,
  to: query.to,
  statuses: query.statuses,
  launchpads: query.launchpads,
  rockets: query.rockets,
});

/** True when the query leaves any launch of its source out. */
export const isFiltering = (query: PageQuery): boolean =>
  query.from !== null ||
  query.to !== null ||
  query.statuses.length + query.launchpads.length + query.rockets.length > 0;
