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

type Matches = (launch: LaunchSummary) => boolean;

type Names = (id: string, name: string) => boolean;

/** What a filter asks of a launch, part by part, days aside. */
interface AttributeTests {
  status: (status: LaunchStatus) => boolean;
  launchpad: Names;
  rocket: Names;
  /** Null where any name will do. */
  mission: ((name: string) => boolean) | null;
}

const isAmong =
  (wanted: readonly string[]): Names =>
  (id, name) =>
    wanted.length === 0 || wanted.includes(id) || wanted.includes(name);

const contains = (part: string): ((text: string) => boolean) => {
  const lowerCase = part.toLowerCase();
  return (text) => text.toLowerCase().includes(lowerCase);
};

/** Builds the tests of one filter; they run once for each launch, so what can be prepared is. */
export const attributeTests = ({
  statuses,
  launchpads,
  rockets,
  q,
}: AttributeFilter): AttributeTests => ({
  status: (status) => statuses.length === 0 || statuses.includes(status),
  launchpad: isAmong(launchpads),
  rocket: isAmong(rockets),
  mission: q === null ? null : contains(q),
});

/** Builds the test for one filter, days aside. */
export const attributeMatcher = (filter: AttributeFilter): Matches => {
  const { status, launchpad, rocket, mission } = attributeTests(filter);
  return (launch) =>
    status(launch.launch_status) &&
    launchpad(launch.launchpad_id, launch.launchpad_name) &&
    rocket(launch.rocket_id, launch.rocket_name) &&
    (mission === null || mission(launch.mission_name));
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
