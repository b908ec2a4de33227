import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { SourceBudget } from '../../../domain/launches/sources/budget.ts';
import { LaunchLibraryClient } from '../../../domain/launches/sources/launch-library/client.ts';
import { expandLaunch, startLaunchLibraryServer } from '../../../local/recorded-sources/index.ts';
import { recordedFacts } from '../../../local/recorded-sources/launch-library/launch.ts';
import { QUICK, read, startServer } from '../../helpers/sources.ts';

const TOKEN = 'a-secret-token';

const server = await startLaunchLibraryServer();
const recorded = recordedFacts().map(expandLaunch);
const client = (url = server.url, token: string | null = null) =>
  new LaunchLibraryClient(url, () => Promise.resolve(token), QUICK);
afterAll(() => server.close());
beforeEach(() => {
  server.setLaunches(recorded);
  server.setFaults([]);
  server.requests.length = 0;
});

const copies = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    ...recorded[number % recorded.length]!,
    id: `launch-${number}`,
  }));

describe('pages of Launch Library', () => {
  it.each([
    [0, 1],
    [1, 1],
    [11, 1],
    [100, 1],
    [101, 2],
    [250, 3],
    [1001, 11],
  ])('of %d launches take %d calls and drop none', async (count, calls) => {
    server.setLaunches(copies(count));
    const { launches, error } = await read(client());
    expect(error).toBeNull();
    expect(new Set(launches.map(({ id }) => id)).size).toBe(count);
    expect([launches.length, server.requests.length]).toEqual([count, calls]);
  });

  it('ask for whole SpaceX launches of the window, all alike but for the offset', async () => {
    const window = { from: '2010-01-01T00:00:00.000Z', to: '2020-12-31T23:59:59.999Z' };
    await read(client(), window);
    const queries = server.requests.map(({ query }) => query);
    const first = {
      lsp__id: '121',
      net__gte: window.from,
      net__lte: window.to,
      mode: 'detailed',
      limit: '100',
      ordering: 'net',
    };
    expect(queries).toEqual([first, { ...first, offset: '100' }]);
  });

  it('that were read stand when the calls are spent', async () => {
    const { launches, error } = await read(client(), {}, new SourceBudget(3, 60_000));
    expect(error).toMatchObject({ name: 'OutOfBudgetError' });
    expect([launches.length, server.requests.length]).toEqual([300, 3]);
  });

  it('are fewer when retries spent the calls', async () => {
    server.setFaults([{ times: 1 }, { status: 503, times: 1 }]);
    const { launches, error } = await read(client(), {}, new SourceBudget(3, 60_000));
    expect(error).toMatchObject({ name: 'OutOfBudgetError' });
    expect([launches.length, server.requests.length]).toEqual([200, 3]);
  });

  it('that were read stand when the source fails for good on the way', async () => {
    server.setFaults([{ times: 2 }, { status: 500 }]);
    const { launches, pages, error } = await read(client());
    expect(error).toMatchObject({ name: 'SourceError', status: 500 });
    expect(launches).toHaveLength(200);
    expect(pages.at(-1)?.resumeFrom).toBe(launches.at(-1)?.launch_date);
  });

  it('are not complete when fewer came than were counted', async () => {
    server.setFaults([{ times: 2 }, { no_documents: true }]);
    const { error } = await read(client());
    expect(error).toMatchObject({ name: 'SourceError' });
    expect((error as Error).message).toContain('200 of 674 launches');
  });
});

describe('the throttle of Launch Library', () => {
  it('ends a run that cannot wait, which keeps what it has and is told how long', async () => {
    const throttled = await startLaunchLibraryServer({ throttle: { limit: 2, seconds: 3600 } });
    const budget = new SourceBudget(10, 20_000);
    const { launches, error } = await read(client(throttled.url), {}, budget);
    await throttled.close();
    expect(launches).toHaveLength(200);
    expect(error).toMatchObject({ name: 'SourceError', status: 429 });
    const { retryAfter } = error as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(3590);
    expect(retryAfter).toBeLessThanOrEqual(3600);
    expect(throttled.requests).toHaveLength(3);
  });
});

describe('the token of Launch Library', () => {
  const answer = (response: ServerResponse, next: string | null) =>
    response.end(JSON.stringify({ next, results: recorded.slice(0, 1) }));

  it('goes with every call, and none goes without one', async () => {
    await read(client(server.url, TOKEN));
    await read(client());
    const sent = server.requests.map(({ headers }) => headers.authorization);
    expect(sent).toEqual([
      ...Array.from({ length: 7 }, () => `Token ${TOKEN}`),
      ...Array.from({ length: 7 }, () => undefined),
    ]);
  });

  it.each([
    ['another host', (url: string) => `${url}/2.3.0/launches/?offset=1`],
    [
      'another host without a scheme',
      (url: string) => `${new URL(url).host.replace(/^/, '//')}/?offset=1`,
    ],
    [
      'its host by another name',
      (url: string) => `${url.replace('127.0.0.1', 'localhost')}/?offset=1`,
    ],
  ])('stays at the configured address when `next` names %s', async (_name, nextAt) => {
    const elsewhere = await startServer((_, response) => answer(response, null));
    const configured = await startServer((request, response) =>
      answer(response, request.url?.includes('offset=1') ? null : nextAt(elsewhere.url)),
    );
    const { pages, error } = await read(client(configured.url, TOKEN));
    await Promise.all([elsewhere.close(), configured.close()]);
    expect([pages.length, error]).toEqual([2, null]);
    expect(configured.requests.map(({ url }) => url).at(-1)).toBe('/2.3.0/launches/?offset=1');
    expect(configured.requests.map(({ headers }) => headers.authorization)).toEqual([
      `Token ${TOKEN}`,
      `Token ${TOKEN}`,
    ]);
    expect(elsewhere.requests).toEqual([]);
  });

  it('does not follow a redirect to another host', async () => {
    const elsewhere = await startServer((_, response) => answer(response, null));
    const configured = await startServer((_, response) =>
      response.writeHead(302, { location: `${elsewhere.url}/moved` }).end(),
    );
    const { launches } = await read(client(configured.url, TOKEN));
    await Promise.all([elsewhere.close(), configured.close()]);
    expect(launches).toHaveLength(1);
    expect(elsewhere.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});

describe('a `next` of Launch Library', () => {
  it('that is no address is a SourceError, after the page it came with', async () => {
    const odd = await startServer((_, response) => {
      response.end(JSON.stringify({ next: 'http://[', results: recorded.slice(0, 1) }));
    });
    const { launches, error } = await read(client(odd.url));
    await odd.close();
    expect(launches).toHaveLength(1);
    expect(error).toMatchObject({ name: 'SourceError' });
  });

  it('that leads in a circle ends with the budget', async () => {
    const circle = await startServer((request, response) => {
      response.end(JSON.stringify({ next: request.url, results: recorded.slice(0, 1) }));
    });
    const { pages, error } = await read(client(circle.url), {}, new SourceBudget(10, 20_000));
    await circle.close();
    expect([pages.length, circle.requests.length]).toEqual([10, 10]);
    expect(error).toMatchObject({ name: 'OutOfBudgetError' });
  });

  it('of an empty page is not followed', async () => {
    const empty = await startServer((_, response) => {
      response.end(JSON.stringify({ next: '/?offset=100', results: [] }));
    });
    expect(await read(client(empty.url))).toMatchObject({ launches: [], error: null });
    await empty.close();
    expect(empty.requests).toHaveLength(1);
  });
});
