import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Launch } from '../../domain/launches/launch.ts';
import { SourceBudget } from '../../domain/launches/sources/budget.ts';
import type { SourceHttpOptions } from '../../domain/launches/sources/http.ts';
import { LaunchLibraryClient } from '../../domain/launches/sources/launch-library/client.ts';
import type {
  Rejection,
  SourceClient,
  SourcePage,
  SourceWindow,
} from '../../domain/launches/sources/source-client.ts';
import { SpacexClient } from '../../domain/launches/sources/spacex/client.ts';
import { startLaunchLibraryServer, startSpacexServer } from '../../local/recorded-sources/index.ts';
import type { RecordedServer } from '../../local/recorded-sources/index.ts';
import { INGESTED_AT } from './recorded-launches.ts';

/** Retries as in production, only sooner. */
export const QUICK: SourceHttpOptions = { timeout: 2000, retries: 3, backoff: 5 };

export const EVERYTHING: SourceWindow = { from: null, to: null, refresh: false };

/** More calls and time than any test needs. */
export const plenty = (): SourceBudget => new SourceBudget(1000, 60_000);

/** What a source's client and its recorded server need to be tested alike. */
export interface SourceUnderTest {
  source: string;
  start: () => Promise<Omit<RecordedServer, 'launches' | 'setLaunches'>>;
  client: (url: string, options?: Partial<SourceHttpOptions>) => SourceClient;
  /** Launches recorded. */
  launches: number;
}

export const SOURCES_UNDER_TEST: readonly SourceUnderTest[] = [
  {
    source: 'spacex',
    start: startSpacexServer,
    client: (url, options) => new SpacexClient(url, { ...QUICK, ...options }),
    launches: 205,
  },
  {
    source: 'launch-library',
    start: startLaunchLibraryServer,
    client: (url, options) =>
      new LaunchLibraryClient(url, () => Promise.resolve(null), { ...QUICK, ...options }),
    launches: 674,
  },
];

export interface Reading {
  pages: SourcePage[];
  launches: Launch[];
  rejected: Rejection[];
  /** What ended the reading early; null when it came to its end. */
  error: unknown;
}

/** Reads a window to its end, or to the error that ends it. */
export const read = async (
  client: SourceClient,
  window: Partial<SourceWindow> = {},
  budget = plenty(),
): Promise<Reading> => {
  const pages: SourcePage[] = [];
  let error: unknown = null;
  try {
    for await (const page of client.pages({ ...EVERYTHING, ...window }, budget, INGESTED_AT)) {
      pages.push(page);
    }
  } catch (caught) {
    error = caught;
  }
  return {
    pages,
    launches: pages.flatMap((page) => page.launches),
    rejected: pages.flatMap((page) => page.rejected),
    error,
  };
};

/** An HTTP server that answers what a recorded source never would. */
export const startServer = async (
  listener: RequestListener,
): Promise<{ url: string; requests: IncomingMessage[]; close: () => Promise<void> }> => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, requests, close };
};
