import { dayOf } from '../../../domain/launches/dates.ts';
import { attributeMatcher } from '../../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { hasFlown } from '../../../domain/launches/status.ts';
import { isUnconfirmed, latestLaunch } from '../../../domain/launches/upcoming.ts';
import { ofDays } from '../../launches/sorted.ts';
import { toLaunchFilter } from '../query/page-filter.ts';
import type { ContentLinks } from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import type { OutcomeCounts } from './outcomes.ts';
import { countOutcomes } from './outcomes.ts';

/** UTC days, inclusive. */
export interface DaySpan {
  from: string;
  to: string;
}

/** The launches a page is about, sorted into what its parts ask for. Every list is oldest first. */
export interface Selection {
  /** ISO 8601 UTC. */
  now: string;
  /** Matching the whole filter. */
  launches: readonly LaunchSummary[];
  /** Of them, those that have flown. */
  flown: readonly LaunchSummary[];
  /** Of them, all but those that nobody confirms. */
  confirmed: readonly LaunchSummary[];
  counts: OutcomeCounts;
  /** Matching all of the filter but its days: what a count is compared with. */
  undated: readonly LaunchSummary[];
  /** From the pads, on the rockets and with the names asked for, of any day and outcome. */
  fleet: readonly LaunchSummary[];
  /** Days the page speaks of, cut to those the launches reach; null when no launch matches. */
  span: DaySpan | null;
  /** Days asked for; null: no bound. */
  asked: { from: string | null; to: string | null };
  /** Newest launch of the whole source that has flown; null when none has. */
  newest: LaunchSummary | null;
  /** Where what the page shows leads to. */
  links: ContentLinks;
}

const extentOf = (launches: readonly LaunchSummary[]): DaySpan | null => {
  const [first, last] = [launches[0], launches.at(-1)];
  return first && last ? { from: dayOf(first.launch_date), to: dayOf(last.launch_date) } : null;
};

const isFlown = ({ launch_status }: LaunchSummary): boolean => hasFlown(launch_status);

/** The days asked for, cut to the launches there are; where no end is asked for, it is the last one flown. */
const spanOf = (base: readonly LaunchSummary[], { from, to }: PageQuery): DaySpan | null => {
  const listed = extentOf(base);
  if (listed === null) return null;
  const flown = extentOf(base.filter(isFlown)) ?? listed;
  const start = from !== null && from > listed.from ? from : listed.from;
  if (to !== null) return { from: start, to: to < listed.to ? to : listed.to };
  return { from: start, to: start > flown.to ? listed.to : flown.to };
};

/**
 * @param launches all launches of the source, oldest first
 * @param query its pads and rockets are looked up
 * @param links those of the page
 * @param now ISO 8601 UTC
 */
export const selectLaunches = (
  launches: readonly LaunchSummary[],
  query: PageQuery,
  links: ContentLinks,
  now: string,
): Selection => {
  const filter = toLaunchFilter(query);
  const fleet = launches.filter(attributeMatcher({ ...filter, statuses: [] }));
  const undated = fleet.filter(attributeMatcher(filter));
  const selected = ofDays(undated, filter);
  return {
    now,
    launches: selected,
    flown: selected.filter(isFlown),
    confirmed: selected.filter((launch) => !isUnconfirmed(launch, now)),
    counts: countOutcomes(selected, now),
    undated,
    fleet,
    asked: { from: query.from, to: query.to },
    // A history without failures is as long as one with some; what is to come has a span of its own.
    span: selected.length === 0 ? null : spanOf(undated.some(isFlown) ? fleet : undated, query),
    newest: latestLaunch(launches),
    links,
  };
};
