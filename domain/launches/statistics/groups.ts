import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import { addCounts, noLaunches } from './counts.ts';
import { entryOf } from '../entry.ts';
import type { Kinds } from './kinds.ts';
import { kindsByBoth } from './kinds.ts';
import type { StatusRows } from './status-rows.ts';
import { rowsOf } from './status-rows.ts';

/** Counts of the launches that share a pad or a rocket. */
export type GroupCounts = { id: string; name: string } & StatusCounts;

const byTotalThenName = (a: GroupCounts, b: GroupCounts): number =>
  b.total - a.total || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

/** Counts of a group while they are added up: what to call it, and whether several ids go by its name. */
interface Group {
  id: string;
  name: string;
  isShared: boolean;
  counts: StatusCounts;
}

/** A pad or a rocket. */
export type Named = Pick<Group, 'id' | 'name'>;

/** Puts pads or rockets together that share a key; the first to have it says what they are called. */
const listGroups = (
  parts: readonly StatusRows<Named>[],
  keyOf: (named: Named) => string,
): GroupCounts[] => {
  const groups = new Map<string, Group>();
  for (const rows of parts) {
    rows.each((named, counts) => {
      const newGroup = () => ({ ...named, isShared: false, counts: noLaunches() });
      const group = entryOf<string, Group>(groups, keyOf(named), newGroup);
      if (named.id !== group.id) group.isShared = true;
      addCounts(group.counts, counts);
    });
  }
  return [...groups.values()]
    .map(({ id, name, isShared, counts }) => ({ id: isShared ? name : id, name, ...counts }))
    .sort(byTotalThenName);
};

const kindsByName = (
  launches: readonly LaunchSummary[],
  idOf: (launch: LaunchSummary) => string,
  nameOf: (launch: LaunchSummary) => string,
): Kinds<Named> =>
  kindsByBoth(launches, [idOf, nameOf], (first) => ({ id: idOf(first), name: nameOf(first) }));

export const launchpadKinds = (launches: readonly LaunchSummary[]): Kinds<Named> =>
  kindsByName(
    launches,
    ({ launchpad_id }) => launchpad_id,
    ({ launchpad_name }) => launchpad_name,
  );

/**
 * Launches per pad, largest total first.
 * @param parts what was counted of launches, oldest first, part by part
 */
export const launchpadsOf = (parts: readonly { launchpads: StatusRows<Named> }[]): GroupCounts[] =>
  listGroups(
    parts.map(({ launchpads }) => launchpads),
    ({ id }) => id,
  );

/** @param launches oldest first: a pad is called what its first launch called it */
export const launchpadStatistics = (launches: readonly LaunchSummary[]): GroupCounts[] =>
  launchpadsOf([{ launchpads: rowsOf(launches, launchpadKinds(launches)) }]);

export const rocketKinds = (launches: readonly LaunchSummary[]): Kinds<Named> =>
  kindsByName(
    launches,
    ({ rocket_id }) => rocket_id,
    ({ rocket_name }) => rocket_name,
  );

/**
 * Launches per rocket, largest total first. Launch Library gives each variant of a rocket its own id under one
 * name; they are one rocket here, and its id is then the name: a filter by it finds the launches counted.
 * @param parts what was counted of launches, part by part
 */
export const rocketsOf = (parts: readonly { rockets: StatusRows<Named> }[]): GroupCounts[] =>
  listGroups(
    parts.map(({ rockets }) => rockets),
    ({ name }) => name,
  );

/** @param launches in any order */
export const rocketStatistics = (launches: readonly LaunchSummary[]): GroupCounts[] =>
  rocketsOf([{ rockets: rowsOf(launches, rocketKinds(launches)) }]);
