import { dayOf } from './dates.ts';
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

const allows = (wanted: readonly string[], ...values: string[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));

/** Builds the test for one filter; it runs once for each launch, so what can be prepared is. */
export const matcher = (filter: LaunchFilter): ((launch: LaunchSummary) => boolean) => {
  const { from, to, statuses, launchpads, rockets } = filter;
  const q = filter.q?.toLowerCase() ?? null;
  return (launch) => {
    const day = dayOf(launch.launch_date);
    return (
      (from === null || day >= from) &&
      (to === null || day <= to) &&
      allows(statuses, launch.launch_status) &&
      allows(launchpads, launch.launchpad_id, launch.launchpad_name) &&
      allows(rockets, launch.rocket_id, launch.rocket_name) &&
      (q === null || launch.mission_name.toLowerCase().includes(q))
    );
  };
};
