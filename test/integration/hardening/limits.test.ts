import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { boundedServer } from '../../../dashboard-api/http/server/bounded-server.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { ask, openConnection, parseAnswer, untilClosed } from '../../helpers/raw-http.ts';

/** Bytes, more than both ends of a connection keep for a reader. */
const LARGE = 64 * 1024 * 1024;
const JSON_BODY = { 'content-type': 'application/json' };

let dynamodb: TestDynamoDB;
let dashboard: TestDashboard;
beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  dashboard = await startDashboard(dynamodb.endpoint, await dynamodb.createTable());
});
afterAll(async () => {
  await dashboard.stop();
  await dynamodb.stop();
});

const problemOf = (body: string) => JSON.parse(body) as Record<string, unknown>;

describe('a request that is too large', () => {
  it('in its address is a 414 problem, or a page', async () => {
    const path = `/api/v1/launches?q=${'x'.repeat(15_400)}`;
    const { status, headers, body } = await ask(`${dashboard.url}${path}`);
    expect([status, headers['content-type']]).toEqual([
      414,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(problemOf(body)).toMatchObject({ status: 414, request_id: headers['x-request-id'] });
    const page = await ask(`${dashboard.url}/?q=${'x'.repeat(15_400)}`, {
      headers: { accept: 'text/html' },
    });
    expect([page.status, page.headers['content-type']]).toEqual([414, 'text/html; charset=utf-8']);
  });

  it('in its header fields is a 431 problem, and the connection ends', async () => {
    const { status, headers, body } = await ask(`${dashboard.url}/`, {
      headers: { cookie: 'x'.repeat(20_000) },
    });
    expect([status, headers.connection]).toEqual([431, 'close']);
    expect(problemOf(body)).toMatchObject({ status: 431, request_id: headers['x-request-id'] });
  });

  it.each([
    ['as it announces', { 'content-length': String(17 * 1024) }],
    ['as it turns out', { 'transfer-encoding': 'chunked' }],
  ])('in its body, %s, is a 413 problem', async (_name, headers) => {
    const answer = await ask(`${dashboard.url}/api/v1/ingestions`, {
      method: 'POST',
      headers: { ...JSON_BODY, ...headers },
      body: JSON.stringify('x'.repeat(17 * 1024 - 2)),
    });
    expect(answer.status).toBe(413);
    expect(problemOf(answer.body)).toMatchObject({
      status: 413,
      detail: 'The body is larger than 16 KiB.',
    });
  });

  it('is not one of a body of 16 KB', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(16 * 1024 - 11) });
    const answer = await ask(`${dashboard.url}/api/v1/ingestions`, {
      method: 'POST',
      headers: JSON_BODY,
      body,
    });
    expect([body.length, answer.status]).toEqual([16 * 1024, 401]);
  });
});

describe('a body that is not what it says', () => {
  it.each<[string, Record<string, string>, string, number]>([
    ['JSON', JSON_BODY, '{"broken', 400],
    ['compressed', { ...JSON_BODY, 'content-encoding': 'gzip' }, '{}', 415],
    ['in a known encoding', { ...JSON_BODY, 'content-encoding': 'x' }, '{}', 415],
    ['in a known character set', { 'content-type': 'application/json; charset=x' }, '{}', 415],
  ])('%s is a problem without innards', async (_name, headers, body, status) => {
    const answer = await ask(`${dashboard.url}/api/v1/ingestions`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).not.toMatch(/\bat \w+ \(|Unexpected|position|unsupported|node_modules/);
  });
});

describe('what is not HTTP', () => {
  it.each([
    ['no request', 'hello there\r\n\r\n'],
    ['a bad header', 'GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    ],
    [
      'a smuggled body',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ])('is a 400 problem: %s', async (_name, text) => {
    const socket = await openConnection(dashboard.url);
    socket.write(text);
    const { status, headers, body } = parseAnswer(await untilClosed(socket));
    expect(status).toBe(400);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'content-length': String(body.length),
      connection: 'close',
      'cache-control': 'no-store',
    });
    expect(problemOf(body)).toMatchObject({ status: 400, request_id: headers['x-request-id'] });
  });
});

describe('a thousand silent connections', () => {
  const silent: Socket[] = [];
  afterAll(() => {
    for (const socket of silent) socket.destroy();
  });

  it('keep nobody else from being answered', async () => {
    silent.push(
      ...(await Promise.all(Array.from({ length: 1000 }, () => openConnection(dashboard.url)))),
    );
    for (const socket of silent.slice(0, 500))
      socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    for (const path of ['/health', '/api/v1/launches', '/']) {
      expect((await dashboard.get(path)).status).toBe(200);
    }
  });
});

describe('a connection that takes too long', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    const bounds = { keepAlive: 100, headers: 200, request: 300, idle: 600, check: 50 };
    server = boundedServer((request, response) => {
      request
        .resume()
        .once('end', () => response.end(request.url === '/large' ? Buffer.alloc(LARGE) : 'whole'));
    }, bounds);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await once(server, 'close');
  });

  it.each([
    ['says nothing', ''],
    ['never ends its header fields', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['never ends its body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nab'],
  ])('is ended with a 408 when it %s', async (_name, text) => {
    const socket = await openConnection(url);
    socket.write(text);
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is cut when nobody reads what is answered', async () => {
    const answering = once(server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    const socket = await openConnection(url);
    socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
    const [, response] = await answering;
    await once(response, 'close');
    expect([response.headersSent, response.writableFinished]).toEqual([true, false]);
    socket.destroy();
  });

  it('is ended without a word when it is done and stays', async () => {
    const socket = await openConnection(url);
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 200 .*whole/s);
  });
});

describe('the bounds of the dashboard', () => {
  it('outlive a balancer that keeps a connection for a minute, and end everything else within half of one', () => {
    const server = dashboard.app.getHttpServer() as Server;
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(20_000);
    expect(server.maxConnections).toBeGreaterThanOrEqual(1000);
  });
});
