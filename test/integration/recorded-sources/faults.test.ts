import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import got from 'got';
import {
  startLaunchLibraryServer,
  startSpacexServer,
} from '../../../local/recorded-sources/index.ts';
import type {
  Fault,
  LaunchLibraryLaunch,
  RecordedServer,
  SpacexLaunch,
} from '../../../local/recorded-sources/index.ts';

let spacex: RecordedServer<SpacexLaunch>;
let library: RecordedServer<LaunchLibraryLaunch>;

const ask = (timeout?: number) =>
  got(`${library.url}/2.3.0/launches/?limit=5`, {
    throwHttpErrors: false,
    retry: { limit: 0 },
    ...(timeout === undefined ? {} : { timeout: { request: timeout } }),
  });
const control = (base: { url: string }, options: object) =>
  got.put(`${base.url}/__control`, { throwHttpErrors: false, ...options });

beforeAll(async () => {
  [spacex, library] = await Promise.all([startSpacexServer(), startLaunchLibraryServer()]);
});
afterEach(() => {
  library.setFaults([]);
  spacex.setFaults([]);
});
afterAll(() => Promise.all([spacex.close(), library.close()]));

describe('faults', () => {
  it('answer an error for so many calls, then the truth; every call is logged', async () => {
    library.setFaults([{ times: 1 }, { status: 503, times: 2 }]);
    const before = library.requests.length;
    const statuses = [];
    for (let call = 0; call < 4; call += 1) statuses.push((await ask()).statusCode);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(library.requests.length - before).toBe(4);
  });

  it.each([
    [7, '7'],
    ['Wed, 21 Oct 2037 07:28:00 GMT', 'Wed, 21 Oct 2037 07:28:00 GMT'],
    [undefined, undefined],
  ])('answer 429 with Retry-After %s', async (retryAfter, header) => {
    const fault: Fault = { status: 429 };
    library.setFaults([retryAfter === undefined ? fault : { ...fault, retry_after: retryAfter }]);
    const { statusCode, headers } = await ask();
    expect([statusCode, headers['retry-after']]).toEqual([429, header]);
  });

  it('delay an answer, and survive a client that does not wait for it', async () => {
    library.setFaults([
      { delay_ms: 300, times: 1 },
      { delay_ms: 60_000, times: 1 },
    ]);
    const startedAt = performance.now();
    expect((await ask()).statusCode).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(295);
    await expect(ask(50)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect((await ask()).statusCode).toBe(200);
  });

  it('cut JSON off under a length that fits', async () => {
    library.setFaults([{ cut_off: 'json' }]);
    const { statusCode, headers, body } = await ask();
    expect(statusCode).toBe(200);
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body));
    expect(body).toMatch(/^\{"count":674,/);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  it('drop the connection halfway', async () => {
    library.setFaults([{ cut_off: 'connection' }]);
    await expect(ask()).rejects.toMatchObject({ name: 'ReadError' });
  });

  it('answer a page of HTML', async () => {
    library.setFaults([{ not_json: true }]);
    const { statusCode, headers, body } = await ask();
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html']);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  it('break one document among good ones', async () => {
    const truth = JSON.parse((await ask()).body).results;
    library.setFaults([{ wrong_types: [2] }]);
    const broken = JSON.parse((await ask()).body).results;
    expect(broken[2]).toMatchObject({ id: truth[2].id, net: truth[2].net.length });
    expect(broken.toSpliced(2, 1)).toEqual(truth.toSpliced(2, 1));
  });

  it('add unknown fields', async () => {
    const truth = JSON.parse((await ask()).body);
    library.setFaults([{ unknown_field: true }]);
    const { added_by_the_source: added, results, ...envelope } = JSON.parse((await ask()).body);
    expect(added).toEqual(expect.any(Object));
    expect(envelope).toEqual({ count: truth.count, next: truth.next, previous: truth.previous });
    expect(results[0]).toEqual({ ...truth.results[0], added_by_the_source: added });
  });

  it('misplace the documents, of either source', async () => {
    library.setFaults([{ wrong_envelope: true }]);
    spacex.setFaults([{ wrong_envelope: true }]);
    const answer = await got.post(`${spacex.url}/v5/launches/query`, { json: {} }).json();
    expect(answer).not.toHaveProperty('docs');
    expect(answer).toHaveProperty('misplaced_docs');
    expect(JSON.parse((await ask()).body)).not.toHaveProperty('results');
  });
});

describe('the control path', () => {
  it('sets the faults of a running server without being logged', async () => {
    const calls = library.requests.length;
    const { statusCode, body } = await control(library, {
      json: { faults: [{ status: 500, times: 1 }] },
    });
    expect([statusCode, JSON.parse(body)]).toEqual([200, { faults: [{ status: 500, times: 1 }] }]);
    expect(library.requests).toHaveLength(calls);
    expect((await ask()).statusCode).toBe(500);
    expect((await ask()).statusCode).toBe(200);
  });

  it('names what is wrong with them', async () => {
    const { statusCode, body } = await control(library, {
      json: { faults: [{ delay_ms: '3 s' }] },
    });
    expect(statusCode).toBe(400);
    expect(JSON.parse(body).error).toContain('faults.0.delay_ms');
    expect((await control(library, { body: '{' })).statusCode).toBe(400);
    expect((await got(`${library.url}/__control`, { throwHttpErrors: false })).statusCode).toBe(
      405,
    );
  });
});

describe('a recorded server', () => {
  it('says that its port is taken, and frees it when closed', async () => {
    const first = await startSpacexServer();
    const port = Number(new URL(first.url).port);
    await expect(startSpacexServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    const second = await startSpacexServer({ port });
    expect(second.url).toBe(`http://127.0.0.1:${port}`);
    await second.close();
  });

  it('closes while it keeps a client waiting', async () => {
    const server = await startSpacexServer();
    server.setFaults([{ delay_ms: 60_000 }]);
    const waiting = got.post(`${server.url}/v5/launches/query`, { json: {}, retry: { limit: 0 } });
    const failure = expect(waiting).rejects.toMatchObject({ code: 'ECONNRESET' });
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.close();
    await failure;
  });
});
