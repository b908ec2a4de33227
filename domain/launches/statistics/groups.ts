import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import { addTo, noLaunches } from './counts.ts';

/** Counts of the launches that share a pad or a rocket. */
export type GroupCounts = { id: string; name: string } & StatusCounts;

/** Counts of the launches to one orbit, as their source names it; null: none is recorded. */
export type OrbitCounts = { name: string | null } & StatusCounts;

const byTotalThenName = (a: GroupCounts, b: GroupCounts): number =>
  b.total - a.total || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

const countBy = <T extends object>(
  launches: Iterable<LaunchSummary>,
  keyOf: (launch: LaunchSummary) => string | null,
  describe: (launch: LaunchSummary) => T,
): (T & StatusCounts)[] => {
  const groups = new Map<string | null, T & StatusCounts>();
  for (const launch of launches) {
    const key = keyOf(launch);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { ...describe(launch), ...noLaunches() }));
    addTo(group, launch);
  }
  return [...groups.values()];
};

/** Launches per pad, largest total first. */
export const launchpadStatistics = (launches: Iterable<LaunchSummary>): GroupCounts[] =>
  countBy(
    launches,
    ({ launchpad_id }) => launchpad_id,
    ({ launchpad_id, launchpad_name }) => ({ id: launchpad_id, name: launchpad_name }),
  ).sort(byTotalThenName);

/** Names that several ids go by. */
const sharedNames = (launches: Iterable<LaunchSummary>): Set<string> => {
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  for (const { rocket_id, rocket_name } of launches) {
    const id = ids.get(rocket_name) ?? rocket_id;
    if (id !== rocket_id) shared.add(rocket_name);
    ids.set(rocket_name, id);
  }
  return shared;
};

/**
 * Launches per rocket, largest total first. Launch Library gives each variant of a rocket its own id under one
 * name; they are one rocket here, and its id is then the name: a filter by it finds the launches counted.
 */
export const rocketStatistics = (launches: readonly LaunchSummary[]): GroupCounts[] => {
  const shared = sharedNames(launches);
  return countBy(
    launches,
    ({ rocket_name }) => rocket_name,
    ({ rocket_id, rocket_name }) => ({
      id: shared.has(rocket_name) ? rocket_name : rocket_id,
      name: rocket_name,
    }),
  ).sort(byTotalThenName);
};

/** Launches per orbit, largest total first; those without a recorded orbit come last. */
export const orbitStatistics = (launches: Iterable<LaunchSummary>): OrbitCounts[] =>
  countBy(
    launches,
    ({ orbit }) => orbit,
    ({ orbit }) => ({ name: orbit }),
  ).sort(
    (a, b) =>
      Number(a.name === null) - Number(b.name === null) ||
      b.total - a.total ||
      (a.name ?? '').localeCompare(b.name ?? '', 'en'),
  );
