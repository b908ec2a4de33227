import type { StatusCounts } from '../../../../domain/launches/statistics/counts.ts';
import {
  launchpadStatistics,
  rocketStatistics,
} from '../../../../domain/launches/statistics/groups.ts';
import { orbitStatistics } from '../../../../domain/launches/statistics/orbits.ts';
import type { LaunchSummary } from '../../../../domain/launches/launch.ts';
import { isUnconfirmed } from '../../../../domain/launches/upcoming.ts';
import { orbitName } from '../../language/facts.ts';
import type { Localization } from '../../language/localization.ts';
import type { OutcomeCounts } from '../outcomes.ts';
import { withUnconfirmed } from '../outcomes.ts';
import { padLabels } from '../pad-labels.ts';
import type { Selection } from '../selection.ts';

/** Launches that share something; `id` is what a filter finds them by, empty where none can. */
export type GroupRow = { id: string; label: string } & OutcomeCounts;

/** What launches are grouped by, each largest total first. */
export interface GroupRows {
  pads: GroupRow[];
  per_rocket: GroupRow[];
  per_orbit: GroupRow[];
}

/** Rows a chart has room for. */
const MAX_ROWS = 8;

/** Groups with the unconfirmed of each told apart; both lists are counted the same way. */
const withOutcomes = <T extends StatusCounts>(
  { launches, now }: Selection,
  count: (launches: readonly LaunchSummary[]) => T[],
  nameOf: (group: T) => string | null,
): (T & OutcomeCounts)[] => {
  const unconfirmed = new Map(
    count(launches.filter((launch) => isUnconfirmed(launch, now))).map((group) => [
      nameOf(group),
      group.total,
    ]),
  );
  return count(launches).map((group) =>
    withUnconfirmed(group, unconfirmed.get(nameOf(group)) ?? 0),
  );
};

const padRows = (selection: Selection): GroupRow[] => {
  const groups = withOutcomes(selection, launchpadStatistics, ({ id }) => id);
  const labels = padLabels(groups);
  return groups.map(({ name, ...group }) => ({ ...group, label: labels.get(group.id) ?? name }));
};

const rocketRows = (selection: Selection): GroupRow[] =>
  withOutcomes(selection, rocketStatistics, ({ name }) => name).map(({ name, ...group }) => ({
    ...group,
    label: name,
  }));

const orbitRows = (selection: Selection, localization: Localization): GroupRow[] => {
  const unnamed = localization.text('chart.not_recorded');
  return withOutcomes(selection, orbitStatistics, ({ name }) => name).map(
    ({ name, ...counts }) => ({
      id: name ?? '',
      label: orbitName(name, localization) ?? unnamed,
      ...counts,
    }),
  );
};

export const groupRows = (selection: Selection, localization: Localization): GroupRows => ({
  pads: padRows(selection),
  per_rocket: rocketRows(selection),
  per_orbit: orbitRows(selection, localization),
});

const sum = (label: string, rows: readonly GroupRow[]): GroupRow => {
  const of = (key: keyof OutcomeCounts): number => rows.reduce((all, one) => all + one[key], 0);
  return {
    id: '',
    label,
    success: of('success'),
    partial_failure: of('partial_failure'),
    failed: of('failed'),
    upcoming: of('upcoming'),
    unconfirmed: of('unconfirmed'),
    unknown: of('unknown'),
    total: of('total'),
  };
};

/** The rows as a chart draws them: where they are many, the smallest together as one. */
export const drawnRows = (rows: readonly GroupRow[], { text }: Localization): GroupRow[] => {
  if (rows.length <= MAX_ROWS) return [...rows];
  const unrecorded = rows.filter(({ id }) => id === '');
  const named = rows.filter(({ id }) => id !== '');
  const kept = named.slice(0, MAX_ROWS - 1 - unrecorded.length);
  const others = named.slice(kept.length);
  return [...kept, sum(text('group.others', { count: others.length }), others), ...unrecorded];
};
