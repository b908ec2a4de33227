import { isDeepStrictEqual } from 'node:util';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../domain/launches/launch.ts';
import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import { emptyState } from '../../domain/launches/state.ts';
import { concurrently } from './concurrently.ts';
import type { HeldYear } from './held-years.ts';
import { YearLoads, isDue, isOutdated, renewed } from './held-years.ts';
import { JoinedLists } from './joined-lists.ts';
import { TableWatch } from './table-watch.ts';

/** Queries of one source that run at once. */
const PARALLEL_LOADS = 8;

/** The launches of one source, a year at a time, kept as fresh as its state item says. */
export class SourceCache {
  /** The launches of years in one list. */
  readonly lists = new JoinedLists<LaunchSummary>();
  private state: SourceState | null = null;
  private years: ReadonlyMap<string, HeldYear> = new Map();
  private readonly loads: YearLoads;
  private refreshing: Promise<Error | null> | null = null;
  private readonly table: TableWatch;
  private changes = 0;

  constructor(
    readonly source: LaunchSource,
    private readonly reader: LaunchReader,
    onFailureChange: (failure: Error | null) => void,
  ) {
    this.loads = new YearLoads(source, reader, (year, held) => this.keep(year, held));
    this.table = new TableWatch((failure) => {
      this.changes += 1;
      onFailureChange(failure);
    });
  }

  /**
   * Rises with all that an answer can be made of: the state, the launches held, whether the table answers.
   * A refresh that finds nothing new leaves it as it is.
   */
  get generation(): number {
    return this.changes;
  }

  /** Why the table does not answer at present; null while it does. */
  get failure(): Error | null {
    return this.table.failure;
  }

  /**
   * Reads the state item and every held year that changed since; all of them are swapped in together.
   * Callers share one refresh. A failure keeps what is held and shows in {@link failure}.
   */
  refresh(): Promise<void> {
    return this.refreshed().then(() => undefined);
  }

  /**
   * The last state read; empty when nothing was ever ingested.
   * @throws TableError when none could be read yet; at once, while the table is known to be gone
   */
  async currentState(): Promise<SourceState> {
    if (this.state !== null) return this.state;
    const failure = this.table.failure ?? (await this.refreshed());
    if (this.state === null) throw failure;
    return this.state;
  }

  /**
   * The state with the years of it that are wanted; what is not held yet is loaded.
   * @throws TableError when a year is not held and the table does not answer
   */
  async snapshot(
    wanted: (state: SourceState) => readonly string[],
  ): Promise<{ state: SourceState; years: HeldYear[] }> {
    for (;;) {
      const state = await this.currentState();
      const years = wanted(state);
      await this.loadMissing(years, state);
      // Unless a refresh changed them meanwhile: a launch may have moved to a year that was not there.
      if (state === this.state) return { state, years: years.map((year) => this.years.get(year)!) };
    }
  }

  /**
   * Runs a read of the table that this cache does not keep. Once one fails the following ones fail at
   * once, until a refresh finds the table again: nobody waits for what is known to be gone.
   * @throws TableError
   */
  watched<T>(read: () => Promise<T>): Promise<T> {
    return this.table.watched(read);
  }

  /** Why nothing could be read; null when it was. */
  private refreshed(): Promise<Error | null> {
    this.refreshing ??= this.update()
      .then(
        () => null,
        (error: Error) => error,
      )
      .then((failure) => {
        this.table.note(failure);
        return failure;
      })
      .finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async loadMissing(years: readonly string[], { revision }: SourceState): Promise<void> {
    const missing = years.filter((year) => !this.years.has(year));
    if (missing.length === 0) return;
    await this.table.watched(() =>
      concurrently(missing, PARALLEL_LOADS, (year) => this.loads.load(year, revision)),
    );
  }

  private async update(): Promise<void> {
    const state = (await this.reader.getState(this.source)) ?? emptyState(this.source);
    const due = state.years.filter((year) => isDue(this.years.get(year), year, state));
    const reloaded = await this.reloadAll(due, state);
    const kept = [...this.years].filter(([year]) => state.years.includes(year));
    const isNews = !isDeepStrictEqual(state, this.state);
    if (isNews || this.differs(reloaded)) this.changes += 1;
    this.years = new Map([...kept, ...reloaded]);
    if (isNews) this.state = state;
  }

  private differs(reloaded: readonly [string, HeldYear][]): boolean {
    return reloaded.some(([year, { digest }]) => this.years.get(year)?.digest !== digest);
  }

  private reloadAll(due: readonly string[], state: SourceState): Promise<[string, HeldYear][]> {
    return concurrently(due, PARALLEL_LOADS, async (year) => {
      const before = this.years.get(year);
      const settled = before === undefined || !isOutdated(before, year, state);
      const loaded = await this.loads.load(year, state.revision);
      return [year, { ...renewed(before, loaded), settled }];
    });
  }

  /** Who asks next must find a year here or under way; a year that is held already waits for the swap. */
  private keep(year: string, loaded: HeldYear): void {
    if (this.years.has(year)) return;
    this.years = new Map([...this.years, [year, loaded]]);
    this.changes += 1;
  }
}
