import type { AttributeFilter } from '../filter.ts';
import { attributeTests } from '../filter.ts';
import type { LaunchSummary } from '../launch.ts';
import type { LaunchColumns } from './columns.ts';
import { passingCells } from './kinds.ts';
import type { Indexes } from './status-rows.ts';

const named = (
  launches: readonly LaunchSummary[],
  indexes: Indexes,
  test: (name: string) => boolean,
): Indexes => {
  let found = 0;
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at]!;
    if (test(launches[index]!.mission_name)) indexes[found++] = index;
  }
  return indexes.subarray(0, found);
};

/** Builds what finds the launches that a filter leaves, days aside, from one index to before another. */
export const selectorOf = (
  { launches, launchpads, rockets }: LaunchColumns,
  filter: AttributeFilter,
): ((first: number, end: number) => Indexes) => {
  const tests = attributeTests(filter);
  const { mission } = tests;
  const fromPad = passingCells(
    launchpads,
    ({ id, name }, status) => tests.status(status) && tests.launchpad(id, name),
  );
  const byRocket = passingCells(rockets, ({ id, name }) => tests.rocket(id, name));
  const [padCells, rocketCells] = [launchpads.cells, rockets.cells];
  return (first, end) => {
    const indexes = new Uint32Array(end - first);
    let found = 0;
    for (let index = first; index < end; index += 1) {
      // Written over by the next one where it is not meant: a branch that nobody can foresee takes longer.
      indexes[found] = index;
      found += fromPad[padCells[index]!]! & byRocket[rocketCells[index]!]!;
    }
    const meant = indexes.subarray(0, found);
    return mission === null ? meant : named(launches, meant, mission);
  };
};
