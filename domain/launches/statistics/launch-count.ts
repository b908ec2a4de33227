import type { AttributeFilter } from '../filter.ts';
import { BoosterRows } from './booster-rows.ts';
import type { LaunchColumns } from './columns.ts';
import type { Named } from './groups.ts';
import { selectorOf } from './selector.ts';
import type { Indexes } from './status-rows.ts';
import { StatusRows } from './status-rows.ts';
import type { SuccessStreak } from './streak.ts';
import { NO_STREAK, streakAfter } from './streak.ts';

/** Some launches that follow each other in a list: from the index `first` to before `end`. */
export interface Stretch {
  first: number;
  end: number;
}

/** Counts all that statistics are made of, of the launches that a filter leaves, a slice at a time. */
export class LaunchCount {
  readonly days: StatusRows<string>;
  readonly launchpads: StatusRows<Named>;
  readonly rockets: StatusRows<Named>;
  readonly orbits: StatusRows<string | null>;
  readonly boosters: BoosterRows;
  streak: SuccessStreak = NO_STREAK;
  private readonly columns: LaunchColumns;
  private readonly select: (first: number, end: number) => Indexes;
  private readonly end: number;
  private next: number;

  /** @param stretch the launches that the filter's days leave */
  constructor(columns: LaunchColumns, filter: AttributeFilter, { first, end }: Stretch) {
    this.days = new StatusRows(columns.days);
    this.launchpads = new StatusRows(columns.launchpads);
    this.rockets = new StatusRows(columns.rockets);
    this.orbits = new StatusRows(columns.orbits);
    this.boosters = new BoosterRows(columns);
    this.columns = columns;
    this.select = selectorOf(columns, filter);
    this.end = end;
    this.next = first;
  }

  get months(): StatusRows<{ month: string }> {
    return this.boosters.rows;
  }

  get isDone(): boolean {
    return this.next >= this.end;
  }

  /**
   * Goes on with the launches that come next.
   * @param most how many it may look at
   * @returns how many it looked at: fewer at the end
   */
  advance(most: number): number {
    const first = this.next;
    this.next = Math.min(first + most, this.end);
    this.add(this.select(first, this.next));
    return this.next - first;
  }

  private add(indexes: Indexes): void {
    const { days, launchpads, rockets, orbits, boosters } = this;
    for (const rows of [days, launchpads, rockets, orbits, boosters]) rows.add(indexes);
    this.streak = streakAfter(this.streak, this.columns, indexes);
  }
}
