import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuiltDashboard, DashboardProcess } from '../../helpers/dashboard-process.ts';
import { buildDashboard } from '../../helpers/dashboard-process.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { freePort } from '../../helpers/free-port.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { ask } from '../../helpers/raw-http.ts';
import type { ReceivedSpan, TraceCollector } from '../../helpers/trace-collector.ts';
import { startTraceCollector } from '../../helpers/trace-collector.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const SECRETS = {
  authorization: 'Bearer secret-of-a-header',
  cookie: 'session=secret-of-a-cookie',
};
const SECRET_QUERY = 'code=secret-of-a-code&state=secret-of-a-state&token=secret-of-a-token';

let dynamodb: TestDynamoDB;
let collector: TraceCollector;
let built: BuiltDashboard;
let dashboard: DashboardProcess;
let url: string;
beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  const tableName = await dynamodb.createTable();
  await storeLaunches({ client: dynamodb.client, tableName }, [launch({ id: 'a' })]);
  collector = await startTraceCollector();
  built = await buildDashboard(dynamodb.endpoint);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  dashboard = built.start({
    DYNAMODB_TABLE: tableName,
    PORT: String(port),
    ENVIRONMENT: 'test',
    OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/`,
  });
  await dashboard.listening();
  // That the caller does not keep its trace decides nothing here.
  const traceparent = `00-${TRACE}-${PARENT}-00`;
  await ask(`${url}/api/v1/launches/a?${SECRET_QUERY}`, { headers: SECRETS });
  const headers = { ...SECRETS, traceparent, 'x-request-id': 'my-request' };
  expect((await ask(`${url}/api/v1/launches/a`, { headers })).status).toBe(200);
  const root = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
  expect((await ask(`${url}/`, { headers: { 'x-amzn-trace-id': root } })).status).toBe(200);
  await ask(`${url}/nope/secret?${SECRET_QUERY}`, { headers: SECRETS });
  await ask(`${url}/health`);
  await ask(`${url}/readiness`);
});
afterAll(async () => {
  await built.remove();
  await collector.stop();
  await dynamodb.stop();
});

const ofTrace = (traceId: string): ReceivedSpan[] =>
  collector.spans().filter((span) => span.traceId === traceId);

const until = async (isTrue: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !isTrue(); tries += 1) await sleep(25);
};

describe('the traces of the dashboard', () => {
  it('go on with the trace of a caller, from the request to the table', async () => {
    await until(() => ofTrace(TRACE).length >= 2);
    const request = ofTrace(TRACE).find(({ parentSpanId }) => parentSpanId === PARENT)!;
    expect(request).toMatchObject({
      name: 'GET /api/v1/launches/:id',
      kind: 2,
      attributes: {
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'http.route': '/api/v1/launches/:id',
        'http.request.id': 'my-request',
        'url.path': '/api/v1/launches/a',
      },
      resource: { 'service.name': 'dashboard', 'deployment.environment.name': 'test' },
    });
    const table = ofTrace(TRACE).filter(({ parentSpanId }) => parentSpanId === request.spanId);
    expect(table[0]).toMatchObject({
      name: expect.stringMatching(/^DynamoDB (Query|BatchGetItem)$/),
      kind: 3,
      attributes: {
        'db.system.name': 'aws.dynamodb',
        'db.operation.name': expect.stringMatching(/^(Query|BatchGetItem)$/),
      },
    });
  });

  it('go on with the trace of X-Ray, and say how long a page took to render', async () => {
    const trace = '5759e988bd862e3fe1be46a994272793';
    await until(() => ofTrace(trace).some(({ name }) => name === 'render'));
    const request = ofTrace(trace).find(({ name }) => name === 'GET /')!;
    expect(request.parentSpanId).toBe('53995c3f42cd8ad8');
    const render = ofTrace(trace).find(({ name }) => name === 'render')!;
    expect(render).toMatchObject({
      parentSpanId: request.spanId,
      attributes: { 'page.template': 'overview' },
    });
  });

  it('begin with an id that X-Ray takes: the seconds of their start', async () => {
    await collector.untilSpan('GET');
    const own = collector.spans().find(({ name }) => name === 'GET')!;
    expect(own.attributes['http.response.status_code']).toBe(404);
    const age = Date.now() / 1000 - parseInt(own.traceId.slice(0, 8), 16);
    expect(age).toBeGreaterThanOrEqual(-1);
    expect(age).toBeLessThan(600);
  });

  it('are of requests: neither of probes nor of what is read in the background', () => {
    const roots = collector.spans().filter(({ parentSpanId }) => !parentSpanId);
    expect(roots.length).toBeGreaterThan(0);
    expect(roots.map(({ name, kind }) => [name, kind])).toEqual(
      roots.map(() => [expect.stringMatching(/^GET( \/api.*)?$/), 2]),
    );
  });

  it('are named in the log lines, which hold no more secrets than they do', async () => {
    await until(() => dashboard.lines().some(({ path }) => path === '/nope/secret'));
    const lines = dashboard.lines();
    const line = lines.find(({ request_id }) => request_id === 'my-request')!;
    const span = ofTrace(TRACE).find(({ parentSpanId }) => parentSpanId === PARENT)!;
    expect(line).toMatchObject({ event: 'request', trace_id: TRACE, span_id: span.spanId });
    const written = JSON.stringify(lines) + collector.text();
    expect(written).not.toMatch(/secret-of|Bearer|code=|session=/);
  });
});

it('outlives an address that HTTP lets through and nobody can read', async () => {
  const { status } = await ask(url, { path: 'http://[x/' });
  expect([400, 404]).toContain(status);
  expect((await ask(`${url}/health`)).status).toBe(200);
});

describe('a collector that is gone', () => {
  it('is a warning, and nobody waits for it', async () => {
    const port = await freePort();
    const blind = built.start({
      DYNAMODB_TABLE: await dynamodb.createTable(),
      PORT: String(port),
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
    });
    await blind.listening();
    expect((await ask(`http://127.0.0.1:${port}/api/v1/launches`)).status).toBe(200);
    blind.process.kill('SIGTERM');
    await blind.ended;
    expect(blind.lines()).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'traces_not_exported' }),
    );
  });
});
