import { yearOf } from '../../domain/launches/dates.ts';
import type { StateStore } from '../../domain/launches/repository/state-store.ts';
import type { IngestionRun, PendingMove, SourceState } from '../../domain/launches/state.ts';
import { MAX_RUNS } from '../../domain/launches/state.ts';
import type { Lease } from './lease.ts';

/** The state item while a run holds its lease, and which years the run has seen and changed. */
export class Session {
  /** Nothing was ever read from this source: no launch of it can be stored under another date. */
  readonly isFirst: boolean;
  private readonly store: StateStore;
  private readonly seenYears: Set<string>;
  private readonly changedYears = new Set<string>();
  private readonly followsCrash: boolean;
  private state: SourceState;
  /** Ends with the last batch of moves that was begun. */
  private moving: Promise<void> = Promise.resolve();

  constructor(store: StateStore, { state, before }: Lease) {
    this.store = store;
    this.state = state;
    this.isFirst = before === null;
    this.seenYears = new Set(state.years);
    // A lease that was never given back: that run may have changed any year, and told nobody.
    this.followsCrash = before !== null && before.lease !== null;
  }

  get pendingMoves(): readonly PendingMove[] {
    return this.state.pending_moves;
  }

  /** Since when the source is known, as stored; null: it never was read whole. */
  get lastSuccessAt(): string | null {
    return this.state.last_success_at;
  }

  get years(): readonly string[] {
    return [...this.seenYears].sort();
  }

  noteSeen(date: string): void {
    this.seenYears.add(yearOf(date));
  }

  noteChanged(date: string): void {
    this.changedYears.add(yearOf(date));
  }

  /**
   * Makes moves, remembered before so that the next run can end them. One batch after the other; after one that failed
   * there are no more, since the state item must go on remembering it.
   */
  makeMoves(moves: readonly PendingMove[], make: () => Promise<void>): Promise<void> {
    this.moving = this.moving.then(async () => {
      await this.setPendingMoves(moves);
      await make();
      await this.setPendingMoves([]);
    });
    return this.moving;
  }

  /** Remembers that no move is half-made. */
  clearPendingMoves(): Promise<void> {
    return this.setPendingMoves([]);
  }

  private async setPendingMoves(moves: readonly PendingMove[]): Promise<void> {
    this.state = await this.store.save({ ...this.state, pending_moves: [...moves] });
  }

  /** Writes what the run did and gives the lease back. */
  async end(
    run: IngestionRun,
    outcome: Pick<SourceState, 'last_success_at' | 'next_from'>,
  ): Promise<void> {
    const { years } = this;
    const changed = this.followsCrash ? years : [...this.changedYears];
    const revision = this.state.revision + (changed.length > 0 ? 1 : 0);
    this.state = await this.store.save({
      ...this.state,
      ...outcome,
      lease: null,
      years: [...years],
      revision,
      changed_years: {
        ...this.state.changed_years,
        ...Object.fromEntries(changed.map((year) => [year, revision])),
      },
      runs: [run, ...this.state.runs].slice(0, MAX_RUNS),
    });
  }
}
