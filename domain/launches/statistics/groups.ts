import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import { addTo, noLaunches, statusTally } from './counts.ts';
import type { Tally } from './tally.ts';
import { perKey, sumOf, tallyOf } from './tally.ts';

/** Counts of the launches that share a pad or a rocket. */
export type GroupCounts = { id: string; name: string } & StatusCounts;

/** Counts of the launches to one orbit, as their source names it; null: none is recorded. */
export type OrbitCounts = { name: string | null } & StatusCounts;

const byTotalThenName = (a: GroupCounts, b: GroupCounts): number =>
  b.total - a.total || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

/** Counts of a group while they are added up: what to call it, and whether several ids go by its name. */
interface Group {
  id: string;
  name: string;
  isShared: boolean;
  counts: StatusCounts;
}

const countGroups = (
  keyOf: (launch: LaunchSummary) => string,
  describe: (launch: LaunchSummary) => { id: string; name: string },
): Tally<Map<string, Group>> =>
  perKey<string, Group>(keyOf, {
    none: (first) => ({ ...describe(first), isShared: false, counts: noLaunches() }),
    add: (group, launch) => {
      if (describe(launch).id !== group.id) group.isShared = true;
      addTo(group.counts, launch);
    },
    sum: (earlier, later) => ({
      ...earlier,
      isShared: earlier.isShared || later.isShared || earlier.id !== later.id,
      counts: sumOf(earlier.counts, later.counts),
    }),
  });

const listGroups = (groups: ReadonlyMap<string, Group>): GroupCounts[] =>
  [...groups.values()]
    .map(({ id, name, isShared, counts }) => ({ id: isShared ? name : id, name, ...counts }))
    .sort(byTotalThenName);

export const launchpadTally = countGroups(
  ({ launchpad_id }) => launchpad_id,
  ({ launchpad_id: id, launchpad_name: name }) => ({ id, name }),
);

/** Launches per pad, largest total first. */
export const launchpadsOf = listGroups;

/** @param launches oldest first: a pad is called what its first launch called it */
export const launchpadStatistics = (launches: Iterable<LaunchSummary>): GroupCounts[] =>
  launchpadsOf(tallyOf(launchpadTally, launches));

export const rocketTally = countGroups(
  ({ rocket_name }) => rocket_name,
  ({ rocket_id: id, rocket_name: name }) => ({ id, name }),
);

/**
 * Launches per rocket, largest total first. Launch Library gives each variant of a rocket its own id under one
 * name; they are one rocket here, and its id is then the name: a filter by it finds the launches counted.
 */
export const rocketsOf = listGroups;

/** @param launches in any order */
export const rocketStatistics = (launches: Iterable<LaunchSummary>): GroupCounts[] =>
  rocketsOf(tallyOf(rocketTally, launches));

export const orbitTally = perKey(({ orbit }) => orbit, statusTally);

/** Launches per orbit, largest total first; those without a recorded orbit come last. */
export const orbitsOf = (orbits: ReadonlyMap<string | null, StatusCounts>): OrbitCounts[] =>
  [...orbits]
    .map(([name, counts]) => ({ name, ...counts }))
    .sort(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) ||
        b.total - a.total ||
        (a.name ?? '').localeCompare(b.name ?? '', 'en'),
    );

/** @param launches in any order */
export const orbitStatistics = (launches: Iterable<LaunchSummary>): OrbitCounts[] =>
  orbitsOf(tallyOf(orbitTally, launches));
