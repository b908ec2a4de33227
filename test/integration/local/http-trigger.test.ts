import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { HttpTrigger } from '../../../local/http-trigger.ts';
import { startHttpTrigger } from '../../../local/http-trigger.ts';
import type { HttpApiEvent } from '../../../local/ingestion/http-event.ts';
import type { LocalFunction } from '../../../local/ingestion/function.ts';
import { startFunction } from '../../../local/ingestion/function.ts';
import { temporaryFolder } from '../../helpers/local-system.ts';

describe('the HTTP trigger', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let echo: LocalFunction;
  let trigger: HttpTrigger;
  beforeAll(async () => {
    folder = await temporaryFolder();
    echo = await startFunction({
      module: join(import.meta.dirname, 'functions/echo.ts'),
      environment: {},
      logFile: join(folder.path, 'function.log'),
    });
    trigger = await startHttpTrigger({ port: 0, invoke: echo.invoke, answerMs: 20_000 });
  });
  afterAll(async () => {
    await trigger.stop();
    await echo.stop();
    await folder.remove();
  });

  const post = (
    body?: string | Uint8Array<ArrayBuffer>,
    init: RequestInit = {},
    query = '',
  ): Promise<Response> =>
    fetch(`${trigger.url}${query}`, { method: 'POST', body: body ?? null, ...init });

  const eventOf = async (response: Response): Promise<HttpApiEvent> =>
    ((await response.json()) as { event: HttpApiEvent }).event;

  it('gives the function an event of an HTTP API, payload format 2.0', async () => {
    const headers = { 'Content-Type': 'application/json', Cookie: 'a=1; b=2', 'X-Own': 'yes' };
    const event = await eventOf(await post('{"source":"spacex"}', { headers }, '?x=1&x=2&y=%20'));
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /fetch',
      rawPath: '/fetch',
      rawQueryString: 'x=1&x=2&y=%20',
      queryStringParameters: { x: '1,2', y: ' ' },
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'x-own': 'yes' },
      body: '{"source":"spacex"}',
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.requestContext).toMatchObject({
      http: { method: 'POST', path: '/fetch', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      routeKey: 'POST /fetch',
      stage: '$default',
      time: expect.stringMatching(/^\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} \+0000$/),
    });
  });

  it('hands on a body that is no text in base64, and none as none', async () => {
    const bytes = Uint8Array.from([0, 255, 1]);
    expect(await eventOf(await post(bytes))).toMatchObject({ body: 'AP8B', isBase64Encoded: true });
    const event = await eventOf(await post());
    expect(event).not.toHaveProperty('body');
    expect(event).not.toHaveProperty('queryStringParameters');
  });

  it("answers with the function's status, headers and body", async () => {
    const response = await post('{}');
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(Number(response.headers.get('x-remaining'))).toBeGreaterThan(290_000);
  });

  it('answers 404 on other paths and 405 with Allow to other methods', async () => {
    const elsewhere = await fetch(new URL('/other', trigger.url), { method: 'POST' });
    expect(elsewhere.status).toBe(404);
    const get = await fetch(trigger.url);
    expect(get.status).toBe(405);
    expect(get.headers.get('allow')).toBe('POST');
    expect(await get.json()).toEqual({ message: 'Method Not Allowed' });
  });

  it('answers 413 to a body of more than a megabyte', async () => {
    expect((await post('x'.repeat(1_048_577))).status).toBe(413);
    expect((await post('x'.repeat(20_000_000))).status).toBe(413);
    expect((await post('x'.repeat(1_048_576))).status).toBe(201);
  });

  it('answers 500 when the function throws, and keeps the reason to itself', async () => {
    const response = await post('throw', { headers: { 'content-type': 'text/plain' } });
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"message":"Internal Server Error"}');
  });

  it('answers 503 when the function takes longer than an HTTP API waits', async () => {
    const hasty = await startHttpTrigger({ port: 0, invoke: echo.invoke, answerMs: 100 });
    const headers = { 'content-type': 'text/plain' };
    const response = await fetch(hasty.url, { method: 'POST', body: 'wait 2000', headers });
    expect(response.status).toBe(503);
    await hasty.stop();
  });
});
