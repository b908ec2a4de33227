import type { LaunchSummary } from '../launch.ts';
import type { LaunchStatus } from '../status.ts';
import { LAUNCH_STATUSES } from '../status.ts';
import { entryOf } from '../entry.ts';

/**
 * Launches told apart by something they share, and by status, as numbers: launch `i` is of the kind
 * `of[kindOf(cells[i])]` and has the status `statusIn(cells[i])`. Kinds are in the order of the first launch of each.
 */
export interface Kinds<T> {
  readonly cells: Uint16Array | Uint32Array;
  readonly of: readonly T[];
}

/** Cells of a kind: one for each status. */
export const CELLS = LAUNCH_STATUSES.length;

/** The first cell of a kind has the first status. */
export const CELL_OF = Object.fromEntries(
  LAUNCH_STATUSES.map((status, index) => [status, index]),
) as Record<LaunchStatus, number>;

export const kindOf = (cell: number): number => Math.floor(cell / CELLS);

export const statusIn = (cell: number): LaunchStatus => LAUNCH_STATUSES[cell % CELLS]!;

/** By cell: 1 for those that pass a test. */
export const passingCells = <T>(
  { of }: Kinds<T>,
  test: (kind: T, status: LaunchStatus) => boolean,
): Uint8Array => {
  const passing = new Uint8Array(of.length * CELLS);
  for (let cell = 0; cell < passing.length; cell += 1) {
    if (test(of[kindOf(cell)]!, statusIn(cell))) passing[cell] = 1;
  }
  return passing;
};

/** Two bytes a launch where they do: these are held for every launch. */
const compact = (cells: Uint32Array, kinds: number): Kinds<unknown>['cells'] =>
  kinds * CELLS <= 2 ** 16 ? new Uint16Array(cells) : cells;

/** What launches are told apart by, compared as keys of a Map are. */
type KeyOf = (launch: LaunchSummary) => unknown;

/** Kinds by key. */
type Known = Map<unknown, number>;

const newKnown = (): Known => new Map();

const numbered = <T>(
  launches: readonly LaunchSummary[],
  knownOf: (launch: LaunchSummary) => Known,
  keyOf: KeyOf,
  describe: (first: LaunchSummary) => T,
): Kinds<T> => {
  const of: T[] = [];
  const cells = new Uint32Array(launches.length);
  for (let index = 0; index < launches.length; index += 1) {
    const launch = launches[index]!;
    const known = knownOf(launch);
    const key = keyOf(launch);
    let kind = known.get(key);
    if (kind === undefined) known.set(key, (kind = of.push(describe(launch)) - 1));
    cells[index] = kind * CELLS + CELL_OF[launch.launch_status];
  }
  return { cells: compact(cells, of.length), of };
};

/**
 * Launches told apart by one thing.
 * @param describe what is said of a kind, by the first launch of it
 */
export const kindsBy = <T>(
  launches: readonly LaunchSummary[],
  keyOf: KeyOf,
  describe: (first: LaunchSummary) => T,
): Kinds<T> => {
  const known = newKnown();
  return numbered(launches, () => known, keyOf, describe);
};

/** Launches told apart by two things: those of a kind share both. */
export const kindsByBoth = <T>(
  launches: readonly LaunchSummary[],
  [aOf, bOf]: readonly [KeyOf, KeyOf],
  describe: (first: LaunchSummary) => T,
): Kinds<T> => {
  const known = new Map<unknown, Known>();
  const knownOf = (launch: LaunchSummary) => entryOf(known, aOf(launch), newKnown);
  return numbered(launches, knownOf, bOf, describe);
};
