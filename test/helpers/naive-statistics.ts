import type { LaunchFilter } from '../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../domain/launches/launch.ts';
import { LAUNCH_STATUSES } from '../../domain/launches/status.ts';

/** Statistics and filters once more, as plainly as they can be said and with nothing of what they are checked against. */

type Launches = readonly LaunchSummary[];

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const dayOf = ({ launch_date }: LaunchSummary) => launch_date.slice(0, 10);
const monthOf = ({ launch_date }: LaunchSummary) => launch_date.slice(0, 7);
const isFlown = ({ launch_status }: LaunchSummary) => launch_status !== 'upcoming';
const fellShort = ({ launch_status }: LaunchSummary) =>
  launch_status === 'failed' || launch_status === 'partial_failure';

const countsOf = (launches: Launches) => ({
  ...Object.fromEntries(
    LAUNCH_STATUSES.map((status) => [
      status,
      launches.filter(({ launch_status }) => launch_status === status).length,
    ]),
  ),
  total: launches.length,
});

const monthsBetween = (launches: Launches): string[] => {
  const months = launches.map(monthOf).sort();
  if (months.length === 0) return [];
  const list = [months[0]!];
  while (list.at(-1)! < months.at(-1)!) {
    const [year, month] = list.at(-1)!.split('-').map(Number) as [number, number];
    list.push(new Date(Date.UTC(year, month)).toISOString().slice(0, 7));
  }
  return list;
};

const inMonth = (launches: Launches, month: string) =>
  launches.filter((launch) => monthOf(launch) === month);

type Group = { id: string; name: string; total: number };

const byTotal = (a: Group, b: Group) =>
  b.total - a.total || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

const launchpadsOf = (launches: Launches) =>
  unique(launches.map(({ launchpad_id }) => launchpad_id))
    .map((id) => {
      const some = launches.filter(({ launchpad_id }) => launchpad_id === id);
      return { id, name: some[0]!.launchpad_name, ...countsOf(some) };
    })
    .sort(byTotal);

const rocketsOf = (launches: Launches) =>
  unique(launches.map(({ rocket_name }) => rocket_name))
    .map((name) => {
      const some = launches.filter(({ rocket_name }) => rocket_name === name);
      const ids = unique(some.map(({ rocket_id }) => rocket_id));
      return { id: ids.length === 1 ? ids[0]! : name, name, ...countsOf(some) };
    })
    .sort(byTotal);

const orbitsOf = (launches: Launches) => {
  const rows = unique(launches.map(({ orbit }) => orbit)).map((name) => ({
    name,
    ...countsOf(launches.filter(({ orbit }) => orbit === name)),
  }));
  const named = rows.filter(({ name }) => name !== null);
  named.sort((a, b) => b.total - a.total || a.name!.localeCompare(b.name!, 'en'));
  return [...named, ...rows.filter(({ name }) => name === null)];
};

const daysOf = (launches: Launches) =>
  unique(launches.map(dayOf))
    .sort()
    .map((date) => ({
      date,
      count: launches.filter((launch) => dayOf(launch) === date).length,
      cumulative: launches.filter((launch) => isFlown(launch) && dayOf(launch) <= date).length,
    }));

const statusOf = (launches: Launches) => {
  const succeeded = launches.filter(({ launch_status }) => launch_status === 'success').length;
  const known = succeeded + launches.filter(fellShort).length;
  return { ...countsOf(launches), success_rate: known === 0 ? null : succeeded / known };
};

const streakOf = (launches: Launches) => {
  const last = launches.findLastIndex(fellShort);
  const after = launches.slice(last + 1);
  return {
    count: after.filter(({ launch_status }) => launch_status === 'success').length,
    since: launches[last] ?? null,
  };
};

const boosterCountsOf = (launches: Launches) => {
  const flown = launches.filter(isFlown);
  const boosters = flown.flatMap((launch) => launch.boosters);
  const tried = boosters.filter(({ landing_attempt }) => landing_attempt === true);
  const landed = (outcome: boolean | null) =>
    tried.filter(({ landing_success }) => landing_success === outcome).length;
  return {
    flights: boosters.length,
    reflights: boosters.filter(({ reused }) => reused === true).length,
    landing_attempts: tried.length,
    landings: landed(true),
    losses: landed(false),
    unknown: landed(null),
    launches_without_record: flown.filter((launch) => launch.boosters.length === 0).length,
  };
};

const boostersOf = (launches: Launches) => {
  const lossy = launches.filter((launch) => boosterCountsOf([launch]).losses > 0);
  return {
    ...boosterCountsOf(launches),
    last_loss: lossy.at(-1)?.launch_date ?? null,
    months: monthsBetween(launches).map((month) => ({
      month,
      ...boosterCountsOf(inMonth(launches, month)),
    })),
  };
};

/** All statistics of launches, oldest first. */
export const naiveStatistics = (launches: Launches) => ({
  months: monthsBetween(launches).map((month) => ({
    month,
    ...countsOf(inMonth(launches, month)),
  })),
  launchpads: launchpadsOf(launches),
  rockets: rocketsOf(launches),
  orbits: orbitsOf(launches),
  days: daysOf(launches),
  status: statusOf(launches),
  streak: streakOf(launches),
  boosters: boostersOf(launches),
});

const isOneOf = (wanted: readonly string[], ...names: string[]) =>
  wanted.length === 0 || names.some((name) => wanted.includes(name));

/** Launches that a filter leaves. */
export const naivelyFiltered = (launches: Launches, filter: LaunchFilter) =>
  launches
    .filter((launch) => filter.from === null || dayOf(launch) >= filter.from)
    .filter((launch) => filter.to === null || dayOf(launch) <= filter.to)
    .filter(({ launch_status }) => isOneOf(filter.statuses, launch_status))
    .filter((launch) => isOneOf(filter.launchpads, launch.launchpad_id, launch.launchpad_name))
    .filter((launch) => isOneOf(filter.rockets, launch.rocket_id, launch.rocket_name))
    .filter(
      ({ mission_name }) =>
        filter.q === null || mission_name.toLowerCase().includes(filter.q.toLowerCase()),
    );
