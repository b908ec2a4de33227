import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleFunction } from '../../../infra/bundle.ts';
import { startLaunchLibraryServer } from '../../../local/recorded-sources/index.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import type { ReceivedSpan, TraceCollector } from '../../helpers/trace-collector.ts';
import { startTraceCollector } from '../../helpers/trace-collector.ts';

const run = promisify(execFile);

const TOKEN = 'secret-of-launch-library';
const X_RAY = '5759e988bd862e3fe1be46a994272793';
const WINDOW = { source: 'launch-library', from: '2006-01-01', to: '2014-12-31' };

/** As Lambda does: import, call, and stop the process the moment the answer is there. */
const CALLER = `
const { handler } = await import(process.argv[2]);
const context = { awsRequestId: 'of-lambda', getRemainingTimeInMillis: () => 60_000 };
const answer = await handler(JSON.parse(process.argv[3]), context).catch(({ name }) => ({ thrown: name }));
process.stdout.write(JSON.stringify({ answer }) + '\\n', () => process.exit());
`;

let folder: string;
let dynamodb: TestDynamoDB;
let collector: TraceCollector;
let source: Awaited<ReturnType<typeof startLaunchLibraryServer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traced-'));
  await writeFile(join(folder, 'index.mjs'), bundleFunction('ingest-launches'));
  await writeFile(join(folder, 'caller.mjs'), CALLER);
  [dynamodb, collector, source] = await Promise.all([
    startEmbeddedDynamoDB(),
    startTraceCollector(),
    startLaunchLibraryServer(),
  ]);
});
afterAll(async () => {
  await Promise.all([source.close(), collector.stop(), dynamodb.stop()]);
  await rm(folder, { recursive: true });
});

const invoke = async (
  event: object,
  variables: Record<string, string> = {},
): Promise<{ lines: Record<string, unknown>[]; output: string }> => {
  const { stdout } = await run(
    process.execPath,
    [join(folder, 'caller.mjs'), join(folder, 'index.mjs'), JSON.stringify(event)],
    {
      cwd: folder,
      env: {
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'secret-of-aws',
        AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
        DYNAMODB_TABLE: await dynamodb.createTable(),
        ENVIRONMENT: 'test',
        LAUNCH_LIBRARY_API_URL: source.url,
        LAUNCH_LIBRARY_TOKEN: TOKEN,
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
        ...variables,
      },
    },
  );
  const lines = stdout.trim().split('\n');
  return { lines: lines.map((line) => JSON.parse(line) as never), output: stdout };
};

const ofTrace = (traceId: string): ReceivedSpan[] =>
  collector.spans().filter((span) => span.traceId === traceId);

describe('the traces of ingestion', () => {
  it('are a part of the one X-Ray began, and all sent when the answer is given', async () => {
    const { lines } = await invoke(WINDOW, {
      _X_AMZN_TRACE_ID: `Root=1-${X_RAY.slice(0, 8)}-${X_RAY.slice(8)};Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a:0`,
    });
    const spans = ofTrace(X_RAY);
    const root = spans.find(({ name }) => name === 'ingest-launches')!;
    expect(root).toMatchObject({
      parentSpanId: '53995c3f42cd8ad8',
      kind: 2,
      attributes: { 'faas.invocation_id': 'of-lambda', 'faas.trigger': 'other' },
      resource: { 'service.name': 'ingest-launches', 'deployment.environment.name': 'test' },
    });
    expect(spans.find(({ name }) => name === 'source launch-library')).toMatchObject({
      parentSpanId: root.spanId,
      kind: 3,
      attributes: {
        'launches.source': 'launch-library',
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'url.path': '/2.3.0/launches/',
      },
    });
    expect(spans.find(({ name }) => name === 'DynamoDB BatchWriteItem')).toMatchObject({
      parentSpanId: root.spanId,
      attributes: {
        'db.system.name': 'aws.dynamodb',
        'db.operation.name': 'BatchWriteItem',
        'db.operation.batch.size': 18,
      },
    });
    expect(lines.filter((line) => 'event' in line).length).toBeGreaterThanOrEqual(2);
    for (const line of lines.filter((each) => 'event' in each)) {
      expect(line).toMatchObject({
        service: 'ingest-launches',
        environment: 'test',
        request_id: 'of-lambda',
        trace_id: X_RAY,
        source: 'launch-library',
      });
    }
  });

  it('are a part of its caller’s, who also names the request', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const marks = { request_id: 'my-request', traceparent: `00-${traceId}-b7ad6b7169203331-01` };
    const { lines } = await invoke({ ...WINDOW, ...marks });
    const root = ofTrace(traceId).find(({ name }) => name === 'ingest-launches')!;
    expect(root.parentSpanId).toBe('b7ad6b7169203331');
    expect(lines.find(({ event }) => event === 'ingested')).toMatchObject({
      request_id: 'my-request',
      trace_id: traceId,
      duration_ms: expect.any(Number),
    });
  });

  it('are not kept where X-Ray does not keep them', async () => {
    const traceId = '5759e988aaaaaaaaaaaaaaaaaaaaaaaa';
    const { lines } = await invoke(WINDOW, {
      _X_AMZN_TRACE_ID: `Root=1-5759e988-${traceId.slice(8)};Parent=53995c3f42cd8ad8;Sampled=0`,
    });
    expect(lines.find(({ event }) => event === 'ingested')).toMatchObject({ trace_id: traceId });
    expect(ofTrace(traceId)).toEqual([]);
  });

  it('say what failed, and neither they nor the log hold a secret', async () => {
    source.setFaults([{ status: 503 }]);
    const http = {
      version: '2.0',
      headers: { authorization: 'Bearer secret-of-a-header', 'x-request-id': 'over-http' },
      cookies: ['session=secret-of-a-cookie'],
      requestContext: { http: {}, requestId: 'of-the-gateway' },
      body: JSON.stringify(WINDOW),
    };
    const { lines, output } = await invoke(http);
    source.setFaults([]);
    expect(lines.find(({ event }) => event === 'ingestion_failed')).toMatchObject({
      level: 'error',
      request_id: 'over-http',
      error: 'launch-library: answered 503',
      duration_ms: expect.any(Number),
    });
    const failed = collector.spans().find(({ status }) => status.code === 2)!;
    expect(failed).toMatchObject({
      name: 'source launch-library',
      attributes: {
        'http.response.status_code': 503,
        'http.request.resend_count': 3,
        'error.type': 'SourceError',
      },
    });
    expect(output + collector.text()).not.toMatch(/secret-of|Bearer/);
  });

  it('do not keep an answer from being given when the collector is gone', async () => {
    const { lines } = await invoke(WINDOW, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
    expect(lines.at(-1)).toMatchObject({ answer: { statusCode: 200 } });
    expect(lines).toContainEqual(expect.objectContaining({ event: 'traces_not_exported' }));
  });

  it('are not made without a collector', async () => {
    const before = collector.spans().length;
    const { lines } = await invoke(WINDOW, { OTEL_EXPORTER_OTLP_ENDPOINT: '' });
    expect(lines.find(({ event }) => event === 'ingested')).not.toHaveProperty('trace_id');
    expect(collector.spans()).toHaveLength(before);
  });
});
