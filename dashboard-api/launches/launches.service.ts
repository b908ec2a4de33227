import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../domain/launches/clock.ts';
import { NO_FILTER } from '../../domain/launches/filter.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import { reservedPrefixOf } from '../../domain/launches/keys.ts';
import type { Launch, LaunchSummary } from '../../domain/launches/launch.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { latestLaunch, nextLaunch } from '../../domain/launches/upcoming.ts';
import { CLOCK } from '../config/config.module.ts';
import { Environment } from '../config/environment.ts';
import { LaunchNotFoundError } from '../errors.ts';
import type { Counterpart } from './counterparts.ts';
import { Counterparts } from './counterparts.ts';
import type { Dated } from './dated.ts';
import { dated } from './dated.ts';
import type { CatalogReading } from './catalog-reading.ts';
import { LaunchCatalog } from './launch-catalog.ts';
import { LaunchRecords } from './launch-records.ts';
import type { Listing, PageRequest } from './paging.ts';
import { pageOf } from './paging.ts';

export interface LaunchPage {
  items: Launch[];
  /** Null on the last page. */
  next_cursor: string | null;
  /** Launches on all pages. */
  total: number;
}

/** A launch among all of its source, and in the other one. */
export interface LaunchAmongOthers {
  launch: Launch;
  /** Oldest first: by date, then by id. */
  launches: readonly LaunchSummary[];
  /** What another source has of it; null where none has it, or that one cannot be read. */
  counterpart: Counterpart | null;
}

/** Longest id a launch can have; DynamoDB would refuse to look for much longer ones. */
const LONGEST_ID = 200;

/** Lists and single launches. Every method throws TableError when the table does not answer. */
@Injectable()
export class LaunchesService {
  constructor(
    private readonly environment: Environment,
    private readonly catalog: LaunchCatalog,
    private readonly records: LaunchRecords,
    private readonly counterparts: Counterparts,
    private readonly reader: LaunchReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws InvalidParametersError when the cursor is not one of this listing */
  async list(listing: Listing, request: PageRequest): Promise<Dated<LaunchPage>> {
    const reading = await this.catalog.read(listing.source, listing.filter);
    const { items: keys, next_cursor } = pageOf(reading.launches, listing, request);
    const items = await this.records.read(listing.source, keys);
    return dated(reading, { items, next_cursor, total: reading.launches.length });
  }

  /**
   * The earliest launch of a source that is confirmed and still to come.
   * @throws LaunchNotFoundError when none is
   */
  next(source: LaunchSource): Promise<Dated<Launch>> {
    const none = `No launch of ${source} is confirmed and still to come`;
    return this.pick(source, (launches) => nextLaunch(launches, this.clock()), none);
  }

  /**
   * The last launch of a source that has flown.
   * @throws LaunchNotFoundError when none has
   */
  latest(source: LaunchSource): Promise<Dated<Launch>> {
    return this.pick(source, latestLaunch, `No launch of ${source} has flown`);
  }

  /**
   * A launch of any served source; the newer date, while a move is under way.
   * @throws LaunchNotFoundError
   */
  async one(id: string): Promise<Dated<Launch>> {
    const launch = isLaunchId(id) ? await this.find(id) : undefined;
    if (launch === undefined) throw new LaunchNotFoundError('No launch has this id');
    return dated(await this.catalog.outline(launch.source, NO_FILTER), launch);
  }

  /**
   * A launch of any served source with the ones around it. Ids nobody knows do not reach the table, and
   * what was read before is answered while the table does not.
   * @throws LaunchNotFoundError
   */
  async amongOthers(id: string): Promise<Dated<LaunchAmongOthers>> {
    for (const source of this.environment.sources) {
      const reading = await this.catalog.read(source, NO_FILTER);
      const key = reading.launches.find((launch) => launch.id === id);
      if (key === undefined) continue;
      // One that is moving to another date has left the key that the catalog knows.
      const launch = (await this.records.read(source, [key]))[0] ?? (await this.find(id));
      if (launch === undefined) continue;
      const counterpart = await this.counterparts.find(launch);
      return dated(reading, { launch, launches: reading.launches, counterpart });
    }
    throw new LaunchNotFoundError('No launch has this id');
  }

  private async find(id: string): Promise<Launch | undefined> {
    const { sources } = this.environment;
    const found = await this.catalog.watched(sources[0], () => this.reader.findById(id));
    return found.filter(({ source }) => sources.includes(source)).at(-1);
  }

  private async pick(
    source: LaunchSource,
    choose: (launches: CatalogReading['launches']) => LaunchSummary | null,
    none: string,
  ): Promise<Dated<Launch>> {
    const reading = await this.catalog.read(source, NO_FILTER);
    const key = choose(reading.launches);
    const [launch] = key === null ? [] : await this.records.read(source, [key]);
    if (launch === undefined) throw new LaunchNotFoundError(none);
    return dated(reading, launch);
  }
}

const isLaunchId = (id: string): boolean =>
  id.length <= LONGEST_ID && reservedPrefixOf(id) === undefined;
