import { createHash } from 'node:crypto';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../domain/launches/launch.ts';
import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import { columnsOf } from '../../domain/launches/statistics/columns.ts';
import { inTurns, turnBetween } from './turns.ts';
import { YearTallies } from './year-tallies.ts';

/** One year of a source as it was last read. */
export interface HeldYear {
  /** Revision of the state item that was current when the read began. */
  revision: number;
  /** Milliseconds since 1970. */
  loadedAt: number;
  /** False after the first read of a change: the date index may have lagged behind the state item. */
  settled: boolean;
  /** Equal for equal launches, in every process. */
  digest: string;
  /** Oldest first: by date, then by id. */
  launches: readonly LaunchSummary[];
  tallies: YearTallies;
}

/** Longest that a year is held without a look at the table. */
const HOUR_MS = 3_600_000;

interface Load {
  revision: number;
  result: Promise<HeldYear>;
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const byDateThenId = (a: LaunchSummary, b: LaunchSummary): number =>
  compare(a.launch_date, b.launch_date) || compare(a.id, b.id);

const digestOf = async (launches: readonly LaunchSummary[]): Promise<string> => {
  const hash = createHash('sha256');
  await inTurns(launches, (slice) => hash.update(JSON.stringify(slice)));
  return hash.digest('base64url');
};

/** True when a run changed the year after it was read. */
export const isOutdated = (held: HeldYear, year: string, state: SourceState): boolean =>
  (state.changed_years[year] ?? 0) > held.revision;

/** True for a year that is held and has to be read again. */
export const isDue = (held: HeldYear | undefined, year: string, state: SourceState): boolean =>
  held !== undefined &&
  (!held.settled || isOutdated(held, year, state) || Date.now() - held.loadedAt > HOUR_MS);

/** A year as it was read now; with what was made of it before, where its launches are still the same. */
export const renewed = (before: HeldYear | undefined, now: HeldYear): HeldYear =>
  before?.digest === now.digest
    ? { ...now, launches: before.launches, tallies: before.tallies }
    : now;

/** Reads years of one source, each one at a time. */
export class YearLoads {
  private readonly underWay = new Map<string, Load>();

  /** @param onLoaded told of each year the moment it is there, before anyone who waits for it */
  constructor(
    private readonly source: LaunchSource,
    private readonly reader: LaunchReader,
    private readonly onLoaded: (year: string, held: HeldYear) => void,
  ) {}

  /**
   * Reads a year. A read under way is shared, unless it began before the revision asked for: then the
   * next one follows it.
   * @throws TableError
   */
  load(year: string, revision: number): Promise<HeldYear> {
    const before = this.underWay.get(year);
    if (before !== undefined && before.revision >= revision) return before.result;
    const result = Promise.allSettled([before?.result]).then(() => this.read(year, revision));
    const load = { revision, result };
    this.underWay.set(year, load);
    const forget = (): void => {
      if (this.underWay.get(year) === load) this.underWay.delete(year);
    };
    result.then(forget, forget);
    return result;
  }

  private async read(year: string, revision: number): Promise<HeldYear> {
    const loadedAt = Date.now();
    const launches = (await this.reader.getYear(this.source, year)).sort(byDateThenId);
    const held = {
      revision,
      loadedAt,
      settled: true,
      digest: await digestOf(launches),
      launches,
      tallies: new YearTallies(await columnsOf(launches, turnBetween(launches))),
    };
    this.onLoaded(year, held);
    return held;
  }
}
