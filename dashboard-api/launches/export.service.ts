import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { endOfDay, startOfDay } from '../../domain/launches/dates.ts';
import { matcher } from '../../domain/launches/filter.ts';
import type { Launch } from '../../domain/launches/launch.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { Dated } from './dated.ts';
import { dated } from './dated.ts';
import type { CatalogOutline } from './catalog-outline.ts';
import { inListOrder } from './list-order.ts';
import { LaunchCatalog } from './launch-catalog.ts';
import type { Listing } from './paging.ts';

/** A page is parsed in one go, and everyone else waits for so long: some ten milliseconds. */
const LAUNCHES_A_PAGE = 250;

/** All launches of a listing, read from the table as they are asked for. */
export interface LaunchExport {
  /** Changes whenever an ingestion run changed a launch of the source. */
  version: string;
  /**
   * Reads the first page of launches and gives them all, in order.
   * @throws TableError when the table does not answer; so may the launches, later
   */
  open: () => Promise<AsyncGenerator<Launch>>;
}

const versionOf = (listing: Listing, { as_of, stale, revision }: CatalogOutline): string =>
  createHash('sha256')
    .update(JSON.stringify([listing, as_of, stale, revision]))
    .digest('base64url')
    .slice(0, 22);

/** Streams launches that no answer could hold: a year is a Query, a page of it is in memory at a time. */
@Injectable()
export class ExportService {
  constructor(
    private readonly catalog: LaunchCatalog,
    private readonly reader: LaunchReader,
  ) {}

  /** @throws TableError when the source's state was never read and the table does not answer */
  async prepare(listing: Listing): Promise<Dated<LaunchExport>> {
    const outline = await this.catalog.outline(listing.source, listing.filter);
    const open = () =>
      this.catalog.watched(listing.source, () =>
        started(inListOrder(this.launchesOf(listing, outline), listing.order)),
      );
    return dated(outline, { version: versionOf(listing, outline), open });
  }

  private async *launchesOf(
    { source, filter, order }: Listing,
    { reached }: CatalogOutline,
  ): AsyncGenerator<Launch> {
    const matches = matcher(filter);
    const span = {
      ...(filter.from === null ? {} : { from: startOfDay(filter.from) }),
      ...(filter.to === null ? {} : { to: endOfDay(filter.to) }),
    };
    for (const year of order === 'asc' ? reached : reached.toReversed()) {
      const query = { ...span, order, limit: LAUNCHES_A_PAGE };
      for await (const page of this.reader.launchesOfYear(source, year, query)) {
        yield* page.filter(matches);
      }
    }
  }
}

/** Takes the first launch now, so that a table that does not answer shows before anything is sent. */
const started = async <T>(items: AsyncGenerator<T>): Promise<AsyncGenerator<T>> => {
  const first = await items.next();
  return (async function* () {
    try {
      if (first.done) return;
      yield first.value;
      yield* items;
    } finally {
      await items.return(undefined);
    }
  })();
};
