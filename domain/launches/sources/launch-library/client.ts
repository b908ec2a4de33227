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

/**
 * Tells the token that raises the limit of 15 calls an hour; null: there is none.
 * @throws SourceError when it cannot be read
 */
export type ReadToken = () => Promise<string | null>;

/** Reads `GET /2.3.0/launches/` of Launch Library 2, SpaceX launches only. */
export class LaunchLibraryClient implements SourceClient {
  readonly source = 'launch-library';
  private readonly url: URL;
  private readonly http: SourceHttp;
  private readonly readToken: ReadToken;

  /**
   * @param baseUrl where the API is, without `/2.3.0`
   * @param readToken asked before each reading
   */
  constructor(baseUrl: string, readToken: ReadToken, options: Partial<SourceHttpOptions> = {}) {
    this.url = new URL(`${baseUrl.replace(/\/+$/, '')}/2.3.0/launches/`);
    this.readToken = readToken;
    this.http = new SourceHttp(this.source, options);
  }

  async *pages(
    window: SourceWindow,
    budget: SourceBudget,
    ingestedAt: string,
  ): AsyncGenerator<SourcePage> {
    const tally = new Tally(this.source);
    const headers = await this.authorization();
    for (let url: URL | null = this.firstPage(window); url !== null;) {
      const answer: LaunchLibraryEnvelope = await this.http.request(
        url,
        { headers },
        budget,
        (body) => parseWith(launchLibraryEnvelope, body),
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

  private async authorization(): Promise<Record<string, string>> {
    const token = await this.readToken();
    return token === null ? {} : { authorization: `Token ${token}` };
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
