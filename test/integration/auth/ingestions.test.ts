import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Environment } from '../../../dashboard-api/config/environment.ts';
import { DRAIN_MS } from '../../../dashboard-api/http/server/connection-drain.ts';
import { IngestionFunction } from '../../../dashboard-api/ingestions/ingestion-function.ts';
import type { Answer } from '../../../functions/ingest-launches/answer.ts';
import { ingest } from '../../../functions/ingest-launches/ingest.ts';
import { InvocationError } from '../../../local/ingestion/function.ts';
import type { InvokeApi } from '../../../local/ingestion/invoke-api.ts';
import { FUNCTION_NAME, startInvokeApi } from '../../../local/ingestion/invoke-api.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import { contextOf, startIngestionFixture } from '../../helpers/ingestion.ts';
import type { TokenIssuer } from '../../helpers/token-issuer.ts';
import { startTokenIssuer } from '../../helpers/token-issuer.ts';
import { tokenOf } from '../../helpers/unsigned-token.ts';

const PATH = '/api/v1/ingestions';
/** All but the one that waits. */
const REAL_CLOCKS = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
] as const;

describe('POST /api/v1/ingestions', () => {
  let fixture: IngestionFixture;
  let issuer: TokenIssuer;
  let invoke: InvokeApi;
  let dashboard: TestDashboard;
  /** The function; a test may put another one in its place. */
  let real: (event: unknown) => Promise<Answer>;
  let run: (event: unknown) => Promise<Answer>;
  beforeAll(async () => {
    fixture = await startIngestionFixture();
    const { tableName, ingestion } = await fixture.fresh({ now: '2026-05-16T12:00:00.000Z' });
    real = (event) => ingest(ingestion, event, contextOf(60_000));
    invoke = await startInvokeApi((event) => run(event));
    issuer = await startTokenIssuer();
    process.env['AWS_ENDPOINT_URL_LAMBDA'] = invoke.endpoint;
    dashboard = await startDashboard(fixture.db.endpoint, tableName, {
      ...issuer.environment,
      INGESTION_FUNCTION_NAME: FUNCTION_NAME,
    });
  });
  beforeEach(() => {
    run = real;
  });
  afterAll(async () => {
    await dashboard.stop();
    await Promise.all([invoke.stop(), issuer.stop(), fixture.stop()]);
  });

  const ask = async (
    method: string,
    body?: string,
    type = 'application/json',
    path = PATH,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> => {
    const authorization = `Bearer ${await issuer.token()}`;
    const headers = { authorization, ...(body === undefined ? {} : { 'content-type': type }) };
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const response = await dashboard.get(path, init);
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, body: answer, headers: response.headers };
  };

  const post = (fields: object) => ask('POST', JSON.stringify(fields));

  it('runs the function, and tells of the run afterwards', async () => {
    const { status, body } = await post({ source: 'spacex', from: '2017-06-01', to: '2017-06-30' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ source: 'spacex', complete: true, inserted_items: 3 });
    const { body: after } = await ask('GET');
    expect(after).toMatchObject({
      sources: [
        { source: 'launch-library', last_success_at: null, runs: [] },
        {
          source: 'spacex',
          last_success_at: expect.stringMatching(/^2026-05-16T12:0/),
          running_until: null,
          runs: [
            {
              trigger: 'http',
              from: '2017-06-01T00:00:00.000Z',
              to: '2017-06-30T23:59:59.999Z',
              inserted_items: 3,
              error: null,
            },
          ],
        },
      ],
    });
  });

  it('hands its id on to the function, so that one id runs through both logs', async () => {
    const events: unknown[] = [];
    run = (event) => {
      events.push(event);
      return real(event);
    };
    const { headers } = await post({ source: 'spacex', from: '2017-06-01', to: '2017-06-30' });
    expect(events).toEqual([
      expect.objectContaining({ headers: { 'x-request-id': headers.get('x-request-id') } }),
    ]);
  });

  it.each([
    [['viewer', 'operator'], 200],
    [['viewer'], 403],
    [undefined, 403],
  ])('lets the roles %j of an HTTP API token into the function with %i', async (roles, status) => {
    const requestContext = { authorizer: { jwt: { claims: { sub: 'ada' } } } };
    const headers = { authorization: `Bearer ${tokenOf({ sub: 'ada', roles })}` };
    const body = '{"source":"spacex"}';
    const answer = await real({ version: '2.0', requestContext, headers, body });
    expect(answer.statusCode).toBe(status);
  });

  it('reads the first source when none is named, and no body as no fields', async () => {
    for (const body of [undefined, '{}']) {
      expect(await ask('POST', body)).toMatchObject({
        status: 200,
        body: { source: 'launch-library' },
      });
    }
  });

  it.each([
    [{ source: 'esa' }, ['source']],
    [{ utc_date: 'yesterday' }, ['utc_date']],
    [{ utc_date: '0000-01-01' }, ['utc_date']],
    [{ offset_seconds: 0 }, ['offset_seconds']],
    [{ offset_seconds: '60' }, ['offset_seconds']],
    [{ offset_seconds: 1.5 }, ['offset_seconds']],
    [{ from: '2017-02-30', to: 5 }, ['from', 'to']],
    [{ from: '2017-06-30', to: '2017-06-01' }, ['from']],
    [{ backfill: false }, ['backfill']],
    [{ from: '2017-06-01', backfill: true }, ['from']],
    [{ utc_date: '2017-06-01', to: '2017-06-01' }, ['utc_date']],
    [{ since: '2017-06-01', source: 'spacex' }, ['since']],
    [{ constructor: 1, __proto__: null }, ['constructor']],
  ])('refuses %j and names what is wrong', async (fields, wrong) => {
    run = () => Promise.reject(new Error('must not be called'));
    const { status, body } = await post(fields);
    expect(status).toBe(400);
    const errors = body['errors'] as { field: string; message: string }[];
    expect(errors.map(({ field }) => field)).toEqual(wrong);
  });

  it('takes a JSON object of some size alone', async () => {
    for (const [body, type, status] of [
      ['[]', 'application/json', 400],
      ['"x"', 'application/json', 400],
      ['{', 'application/json', 400],
      ['{}', 'text/plain', 415],
      ['source=spacex', 'application/x-www-form-urlencoded', 415],
      ['{}', 'application/json; charset=latin1', 415],
      [JSON.stringify({ source: 'x'.repeat(20_000) }), 'application/json', 413],
    ] as const) {
      const answer = await ask('POST', body, type);
      expect([body, answer.status]).toEqual([body, status]);
    }
    expect((await ask('GET', undefined, '', `${PATH}?source=spacex`)).status).toBe(400);
  });

  const answers = (statusCode: number, body: object) => () =>
    Promise.resolve({ statusCode, headers: {}, body: JSON.stringify(body) });

  it.each([
    [400, { error: 'from: must not be after to' }, 400],
    [409, { error: 'held' }, 409],
    [502, { error: 'GET https://internal.example: 500', retry_after: 60 }, 502],
    [503, { error: 'table' }, 503],
  ])('answers a %i of the function by a problem', async (given, body, status) => {
    run = answers(given, body);
    const problem = await post({});
    expect(problem.status).toBe(status);
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.stringify(problem.body)).not.toContain('internal.example');
  });

  it('answers a function that throws with 502 and keeps the reason to itself', async () => {
    run = () => Promise.reject(new InvocationError('a secret detail'));
    const { status, body } = await post({});
    expect(status).toBe(502);
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('is answered before the process ends, however long a run still takes', async () => {
    // Only what waits is hastened: what is asked for goes over the real network.
    jest.useFakeTimers({ doNotFake: [...REAL_CLOCKS] });
    const started = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<Answer>();
    run = () => {
      started.resolve();
      return answered.promise;
    };
    const environment = { ingestionFunction: FUNCTION_NAME } as Environment;
    const ingestion = new IngestionFunction(environment);
    const failure = expect(ingestion.call({}, 'a-request')).rejects.toMatchObject({ status: 504 });
    await started.promise;
    ingestion.onModuleDestroy();
    jest.advanceTimersByTime(DRAIN_MS - 1);
    await failure;
    jest.useRealTimers();
    answered.resolve({ statusCode: 200, headers: {}, body: '{}' });
    ingestion.onApplicationShutdown();
  });

  it('is described with its schemes, answers and problems', async () => {
    const document = (await (await dashboard.get('/docs-json')).json()) as {
      paths: Record<string, Record<string, { security: object[]; responses: object }>>;
      components: { securitySchemes: object };
    };
    expect(document.components.securitySchemes).toMatchObject({
      token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      session: { type: 'apiKey', in: 'cookie' },
    });
    const { get, post: posting } = document.paths[PATH]!;
    for (const { security } of [get!, posting!]) {
      expect(security).toEqual(expect.arrayContaining([{ token: [] }, { session: [] }]));
    }
    expect(Object.keys(posting!.responses)).toEqual(
      expect.arrayContaining([
        '200',
        '400',
        '401',
        '403',
        '409',
        '413',
        '415',
        '502',
        '503',
        '504',
      ]),
    );
  });
});
