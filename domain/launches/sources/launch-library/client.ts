import { parseWith } from '../../schema.ts';
import type { SourceBudget } from '../budget.ts';
import { lastDate, readDocuments } from '../documents.ts';
import { SourceError } from '../errors.ts';
import type { SourceHttpOptions } from '../http.ts';
import { SourceHttp } from '../http.ts';
import { Tally } from '../tally.ts';
import type { DateSpan, SourceClient, SourcePage, SourceWindow } from '../source-client.ts';
import type { LaunchLibraryEnvelope } from './documents.ts';
import { launchLibraryDocument, launchLibraryEnvelope } from './documents.ts';
import { mapLaunchLibraryLaunch } from './map-launch.ts';

const SPACEX_PROVIDER_ID = '121';
/** The most Launch Library gives at once. */
const PAGE_SIZE = '100';

/** Reads `GET /2.3.0/launches/` of Launch Library 2, SpaceX launches only. */
export class LaunchLibraryClient implements SourceClient {
  readonly source = 'launch-library';
  private readonly url: URL;
  private readonly http: SourceHttp;

  /**
   * @param baseUrl where the API is, without `/2.3.0`
   * @param token raises the limit of 15 calls an hour; null: none
   */
  constructor(baseUrl: string, token: string | null, options: Partial<SourceHttpOptions> = {}) {
    this.url = new URL(`${baseUrl.replace(/\/+$/, '')}/2.3.0/launches/`);
    const headers: Record<string, string> =
      token === null ? {} : { authorization: `Token ${token}` };
    this.http = new SourceHttp(this.source, headers, options);
  }

  async *pages(
    window: SourceWindow,
    budget: SourceBudget,
    ingestedAt: string,
  ): AsyncGenerator<SourcePage> {
    const tally = new Tally(this.source);
    for (let url: URL | null = this.firstPage(window); url !== null;) {
      const answer: LaunchLibraryEnvelope = await this.http.request(url, {}, budget, (body) =>
        parseWith(launchLibraryEnvelope, body),
      );
      tally.add(answer.results);
      const read = readDocuments(
        answer.results,
        (document) => parseWith(launchLibraryDocument, document),
        (document) => mapLaunchLibraryLaunch(document, ingestedAt),
      );
      yield { ...read, resumeFrom: lastDate(read.launches) };
      const next = answer.results.length === 0 ? null : answer.next;
      if (next === null) tally.close(answer.count);
      url = next === null ? null : this.pageAfter(next);
    }
  }

  private firstPage({ from, to }: DateSpan): URL {
    const url = new URL(this.url);
    const parameters = {
      lsp__id: SPACEX_PROVIDER_ID,
      ...(from === null ? {} : { net__gte: from }),
      ...(to === null ? {} : { net__lte: to }),
      mode: 'detailed',
      limit: PAGE_SIZE,
      ordering: 'net',
    };
    url.search = new URLSearchParams(parameters).toString();
    return url;
  }

  /** The page that `next` names, at the configured address: an answer does not choose who gets the token. */
  private pageAfter(next: string): URL {
    const url = new URL(this.url);
    const named = URL.parse(next, this.url.href);
    if (named === null)
      throw new SourceError(this.source, 'unexpected answer: next is not an address');
    url.search = named.search;
    return url;
  }
}
