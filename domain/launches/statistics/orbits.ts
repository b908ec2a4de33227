import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import { addTo } from './counts.ts';
import type { Kinds } from './kinds.ts';
import { kindsBy } from './kinds.ts';
import type { StatusRows } from './status-rows.ts';
import { rowsOf } from './status-rows.ts';

/** Counts of the launches to one orbit, as their source names it; null: none is recorded. */
export type OrbitCounts = { name: string | null } & StatusCounts;

const unrecordedLast = (a: OrbitCounts, b: OrbitCounts): number =>
  Number(a.name === null) - Number(b.name === null) ||
  b.total - a.total ||
  (a.name ?? '').localeCompare(b.name ?? '', 'en');

const orbitOf = ({ orbit }: LaunchSummary): string | null => orbit;

export const orbitKinds = (launches: readonly LaunchSummary[]): Kinds<string | null> =>
  kindsBy(launches, orbitOf, orbitOf);

/**
 * Launches per orbit, largest total first; those without a recorded orbit come last.
 * @param parts what was counted of launches, part by part
 */
export const orbitsOf = (
  parts: readonly { orbits: StatusRows<string | null> }[],
): OrbitCounts[] => {
  const sums = new Map<string | null, StatusCounts>();
  for (const { orbits } of parts) {
    orbits.each((orbit, counts) => addTo(sums, orbit, counts));
  }
  return [...sums].map(([name, counts]) => ({ name, ...counts })).sort(unrecordedLast);
};

/** @param launches in any order */
export const orbitStatistics = (launches: readonly LaunchSummary[]): OrbitCounts[] =>
  orbitsOf([{ orbits: rowsOf(launches, orbitKinds(launches)) }]);
