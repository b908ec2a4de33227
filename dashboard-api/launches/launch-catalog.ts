import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { LaunchFilter } from '../../domain/launches/filter.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import { TableError } from '../../domain/launches/repository/errors.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { errorFields } from '../../domain/telemetry/error-fields.ts';
import { Environment } from '../config/environment.ts';
import type { CatalogOutline } from './catalog-outline.ts';
import { outlineOf, reach } from './catalog-outline.ts';
import type { CatalogReading, CatalogTallies, SourceReading } from './catalog-reading.ts';
import { matching, readingOf, talliesOf } from './catalog-reading.ts';
import { ofDays } from './sorted.ts';
import { Poller } from './poller.ts';
import { SourceCache } from './source-cache.ts';

/** Lets an outage of the table pass as null. */
const unlessTableGone = (error: unknown): null => {
  if (error instanceof TableError) return null;
  throw error;
};

const loadAll = async (cache: SourceCache): Promise<void> => {
  const { years } = await cache.currentState();
  for (const year of years.toReversed()) await cache.snapshot(() => [year]);
};

/** The one way to the launches of the configured sources: in memory, by year, polled for changes. */
@Injectable()
export class LaunchCatalog implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(LaunchCatalog.name);
  private readonly caches: ReadonlyMap<LaunchSource, SourceCache>;
  private readonly pollers: readonly Poller[];

  constructor(environment: Environment, reader: LaunchReader) {
    const caches = environment.sources.map(
      (source) => new SourceCache(source, reader, (failure) => this.report(source, failure)),
    );
    this.caches = new Map(caches.map((cache) => [cache.source, cache]));
    this.pollers = caches.map((cache) => new Poller(cache));
  }

  onModuleInit(): void {
    for (const poller of this.pollers) poller.start();
  }

  /** Not before: what is answered while the process winds down is read from the table too. */
  onApplicationShutdown(): void {
    for (const poller of this.pollers) poller.stop();
  }

  /**
   * Rises whenever anything that an answer could be made of changed, and not when a poll finds nothing new.
   * What is kept of an answer belongs to the generation before it was begun.
   */
  get generation(): number {
    return [...this.caches.values()].reduce((sum, { generation }) => sum + generation, 0);
  }

  /**
   * Loads what no request asked for yet, the newest year of each source first, so that the first to ask for all
   * need not wait for all. Ends early when the table does not answer; requests load what is missing then.
   */
  async warm(): Promise<void> {
    const caches = [...this.caches.values()];
    await Promise.all(caches.map((cache) => loadAll(cache).catch(unlessTableGone)));
  }

  /** Asks the table now what changed, for every source; the background does so by itself. */
  async refresh(): Promise<void> {
    await Promise.all([...this.caches.values()].map((cache) => cache.refresh()));
  }

  /**
   * What a filter reaches, without loading it.
   * @throws TableError when the source's state was never read and the table does not answer
   */
  async outline(source: LaunchSource, filter: LaunchFilter): Promise<CatalogOutline> {
    const cache = this.cacheOf(source);
    return outlineOf(await cache.currentState(), filter, cache.failure !== null);
  }

  /**
   * Launches under a filter. Years that no request asked for yet are loaded first.
   * @param source one of the configured sources
   * @throws TableError when a year was never loaded and the table does not answer
   */
  async read(source: LaunchSource, filter: LaunchFilter): Promise<CatalogReading> {
    const { cache, held, outline } = await this.reached(source, filter);
    const parts = held.map(({ launches }) => ofDays(launches, filter));
    const isBounded = filter.from !== null || filter.to !== null;
    const listed = isBounded ? parts.flat() : cache.lists.of(parts);
    const launches = await matching(listed, filter);
    return { ...readingOf(outline, held), launches };
  }

  /**
   * What statistics of the launches under a filter are made of: {@link read}, counted.
   * @throws TableError as there
   */
  async count(source: LaunchSource, filter: LaunchFilter): Promise<CatalogTallies> {
    const { held, outline } = await this.reached(source, filter);
    return { ...readingOf(outline, held), tallies: await talliesOf(held, filter) };
  }

  /**
   * A source as a whole.
   * @throws TableError when the source's state was never read and the table does not answer
   */
  async describe(source: LaunchSource): Promise<SourceReading> {
    const cache = this.cacheOf(source);
    const snapshot = await cache.snapshot(({ years }) => years).catch(unlessTableGone);
    return {
      state: snapshot?.state ?? (await cache.currentState()),
      stale: cache.failure !== null,
      launches: snapshot && cache.lists.of(snapshot.years.map(({ launches }) => launches)),
    };
  }

  /**
   * Runs a read of the table itself, which fails at once while the table is known to be gone.
   * @throws TableError
   */
  watched<T>(source: LaunchSource, read: () => Promise<T>): Promise<T> {
    return this.cacheOf(source).watched(read);
  }

  private async reached(source: LaunchSource, filter: LaunchFilter) {
    const cache = this.cacheOf(source);
    const { state, years: held } = await cache.snapshot(({ years }) => reach(filter, years));
    return { cache, held, outline: outlineOf(state, filter, cache.failure !== null) };
  }

  private cacheOf(source: LaunchSource): SourceCache {
    const cache = this.caches.get(source);
    if (cache === undefined) throw new Error(`Source ${source} is not configured`);
    return cache;
  }

  private report(source: LaunchSource, failure: Error | null): void {
    if (failure === null) this.logger.log({ event: 'table_reachable', source });
    else this.logger.error({ event: 'table_unreachable', source, ...errorFields(failure) });
  }
}
