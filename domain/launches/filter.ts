import { endOfDay, startOfDay } from './dates.ts';
import type { LaunchSummary } from './launch.ts';
import type { LaunchStatus } from './status.ts';

/**
 * Which launches of a source are meant. Empty lists and nulls do not restrict.
 * `from` and `to` are inclusive UTC days (`YYYY-MM-DD`); a pad or a rocket is named by its id or its name.
 */
export interface LaunchFilter {
  from: string | null;
  to: string | null;
  statuses: readonly LaunchStatus[];
  launchpads: readonly string[];
  rockets: readonly string[];
  /** Part of the mission's name, in any case. */
  q: string | null;
}

/** Characters that `q` may have at most. */
export const LONGEST_SEARCH = 100;

export const NO_FILTER: LaunchFilter = {
  from: null,
  to: null,
  statuses: [],
  launchpads: [],
  rockets: [],
  q: null,
};

/** What of a filter is not about days. */
export type AttributeFilter = Omit<LaunchFilter, 'from' | 'to'>;

const asSet = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** Equal for filters that ask for the same, days aside. */
export const attributeKey = ({ q, statuses, launchpads, rockets }: AttributeFilter): unknown[] => [
  q?.toLowerCase() ?? null,
  ...[statuses, launchpads, rockets].map(asSet),
];

/** True when a filter restricts more than days. */
export const hasAttributes = ({ q, statuses, launchpads, rockets }: AttributeFilter): boolean =>
  q !== null || [statuses, launchpads, rockets].some(({ length }) => length > 0);

const allows = (wanted: readonly string[], id: string, name: string): boolean =>
  wanted.length === 0 || wanted.includes(id) || wanted.includes(name);

type Matches = (launch: LaunchSummary) => boolean;

/** Builds the test for one filter, days aside; it runs once for each launch, so what can be prepared is. */
export const attributeMatcher = ({
  statuses,
  launchpads,
  rockets,
  ...filter
}: AttributeFilter): Matches => {
  const q = filter.q?.toLowerCase() ?? null;
  return (launch) =>
    (statuses.length === 0 || statuses.includes(launch.launch_status)) &&
    allows(launchpads, launch.launchpad_id, launch.launchpad_name) &&
    allows(rockets, launch.rocket_id, launch.rocket_name) &&
    (q === null || launch.mission_name.toLowerCase().includes(q));
};

/** Builds the test for one filter. */
export const matcher = ({ from, to, ...attributes }: LaunchFilter): Matches => {
  const hasAttributesOf = attributeMatcher(attributes);
  const first = from === null ? null : startOfDay(from);
  const last = to === null ? null : endOfDay(to);
  return (launch) =>
    (first === null || launch.launch_date >= first) &&
    (last === null || launch.launch_date <= last) &&
    hasAttributesOf(launch);
};
