import { parseWith } from '../../schema.ts';
import type { SourceBudget } from '../budget.ts';
import { lastDate, readDocuments } from '../documents.ts';
import type { SourceHttpOptions } from '../http.ts';
import { SourceHttp } from '../http.ts';
import { Tally } from '../tally.ts';
import type { DateSpan, SourceClient, SourcePage, SourceWindow } from '../source-client.ts';
import { spacexDocument, spacexEnvelope } from './documents.ts';
import { mapSpacexLaunch } from './map-launch.ts';

/** Documents asked for at once: the whole history in one call, with room. */
const PAGE_SIZE = 1000;

/** `date_utc` is compared as text, so the bounds must be written as the documents are: with milliseconds. */
const dateQuery = ({ from, to }: DateSpan): Record<string, unknown> =>
  from === null && to === null
    ? {}
    : {
        date_utc: {
          ...(from === null ? {} : { $gte: from }),
          ...(to === null ? {} : { $lte: to }),
        },
      };

/** Reads `POST /v5/launches/query` of the r-spacex API. */
export class SpacexClient implements SourceClient {
  readonly source = 'spacex';
  private readonly url: URL;
  private readonly http: SourceHttp;

  /** @param baseUrl where the API is, without `/v5` */
  constructor(baseUrl: string, options: Partial<SourceHttpOptions> = {}) {
    this.url = new URL(`${baseUrl.replace(/\/+$/, '')}/v5/launches/query`);
    this.http = new SourceHttp(this.source, options);
  }

  async *pages(
    window: SourceWindow,
    budget: SourceBudget,
    ingestedAt: string,
  ): AsyncGenerator<SourcePage> {
    if (window.refresh && window.from !== null) {
      // Still marked upcoming, however old: one may be new here, or upcoming again.
      const overdue = { upcoming: true, date_utc: { $lt: window.from } };
      for await (const page of this.query(overdue, budget, ingestedAt)) {
        yield { ...page, resumeFrom: window.from };
      }
    }
    yield* this.query(dateQuery(window), budget, ingestedAt);
  }

  private async *query(
    query: Record<string, unknown>,
    budget: SourceBudget,
    ingestedAt: string,
  ): AsyncGenerator<SourcePage> {
    const tally = new Tally(this.source);
    for (let page = 1, more = true; more; page += 1) {
      const options = { sort: { date_utc: 1, _id: 1 }, limit: PAGE_SIZE, page };
      const answer = await this.http.request(
        this.url,
        { method: 'POST', json: { query, options } },
        budget,
        (body) => parseWith(spacexEnvelope, body),
      );
      tally.add(answer.docs);
      const read = readDocuments(
        answer.docs,
        (document) => parseWith(spacexDocument, document),
        (document) => mapSpacexLaunch(document, ingestedAt),
      );
      yield { ...read, resumeFrom: lastDate(read.launches) };
      more = answer.hasNextPage && answer.docs.length > 0;
      if (!more) tally.close(answer.totalDocs);
    }
  }
}
