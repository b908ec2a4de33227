import type { LaunchSummary } from '../launch.ts';
import type { StatusCounts } from './counts.ts';
import type { Kinds } from './kinds.ts';
import { CELL_OF, CELLS, kindOf } from './kinds.ts';

/** Where the launches meant stand in their list, ascending. */
export type Indexes = Uint32Array;

export const allIndexes = ({ length }: readonly LaunchSummary[]): Indexes => {
  const indexes = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) indexes[index] = index;
  return indexes;
};

/** Numbers of launches by kind and status. */
export class StatusRows<T> {
  private readonly kinds: Kinds<T>;
  /** Of each cell. */
  private readonly numbers: number[];
  /** Kinds that occur, in the order of the first launch counted of each. */
  private readonly seen: number[] = [];

  constructor(kinds: Kinds<T>) {
    this.kinds = kinds;
    this.numbers = new Array<number>(kinds.of.length * CELLS).fill(0);
  }

  add(indexes: Indexes): void {
    const { numbers } = this;
    const { cells } = this.kinds;
    for (let at = 0; at < indexes.length; at += 1) {
      const cell = cells[indexes[at]!]!;
      if (numbers[cell]!++ === 0) this.note(kindOf(cell));
    }
  }

  /** Visits the kinds that occur, in the order of the first launch counted of each. The counts are the visitor's. */
  each(visit: (kind: T, counts: StatusCounts) => void): void {
    for (const kind of this.seen) visit(this.kinds.of[kind]!, this.countsOf(kind));
  }

  /** Takes note of a kind once the first launch of it is counted. */
  private note(kind: number): void {
    if (this.totalOf(kind) === 1) this.seen.push(kind);
  }

  private totalOf(kind: number): number {
    let total = 0;
    const end = (kind + 1) * CELLS;
    for (let cell = kind * CELLS; cell < end; cell += 1) total += this.numbers[cell]!;
    return total;
  }

  private countsOf(kind: number): StatusCounts {
    const { numbers } = this;
    const row = kind * CELLS;
    return {
      success: numbers[row + CELL_OF.success]!,
      partial_failure: numbers[row + CELL_OF.partial_failure]!,
      failed: numbers[row + CELL_OF.failed]!,
      upcoming: numbers[row + CELL_OF.upcoming]!,
      unknown: numbers[row + CELL_OF.unknown]!,
      total: this.totalOf(kind),
    };
  }
}

/** Counts all launches of a list. */
export const rowsOf = <T>(launches: readonly LaunchSummary[], kinds: Kinds<T>): StatusRows<T> => {
  const rows = new StatusRows(kinds);
  rows.add(allIndexes(launches));
  return rows;
};
