import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

describe('a trace that a request names', () => {
  let dynamodb: TestDynamoDB;
  let tableName: string;
  let built: BuiltDashboard;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    tableName = await dynamodb.createTable();
    await storeLaunches({ client: dynamodb.client, tableName }, [launch({ id: 'a' })]);
    built = await buildDashboard(dynamodb.endpoint);
  });
  afterAll(async () => {
    await built.remove();
    await dynamodb.stop();
  });

  const start = async (
    trustedProxies: string,
    { endpoint }: TraceCollector,
  ): Promise<{ dashboard: DashboardProcess; url: string }> => {
    const port = await freePort();
    const dashboard = built.start({
      DYNAMODB_TABLE: tableName,
      PORT: String(port),
      TRUSTED_PROXIES: trustedProxies,
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    });
    await dashboard.listening();
    return { dashboard, url: `http://127.0.0.1:${port}` };
  };

  /** The span of a request that names a trace, as a proxy would pass it on. */
  const spanBehind = async (trustedProxies: string): Promise<ReceivedSpan> => {
    const collector = await startTraceCollector();
    const { dashboard, url } = await start(trustedProxies, collector);
    const headers = {
      traceparent: `00-${TRACE}-${PARENT}-01`,
      'x-amzn-trace-id': `Root=1-${TRACE.slice(0, 8)}-${TRACE.slice(8)};Parent=${PARENT};Sampled=1`,
      'x-forwarded-for': '203.0.113.9',
    };
    expect((await ask(`${url}/api/v1/launches/a`, { headers })).status).toBe(200);
    const span = await collector.untilSpan('GET /api/v1/launches/:id');
    dashboard.process.kill('SIGTERM');
    await dashboard.ended;
    await collector.stop();
    return span;
  };

  it('is gone on with where nothing stands in front: the caller is on this machine', async () => {
    expect(await spanBehind('0')).toMatchObject({ traceId: TRACE, parentSpanId: PARENT });
  });

  it.each(['1', '2'])(
    'counts for nothing behind %s proxies, who pass on anybody’s',
    async (count) => {
      const { traceId, parentSpanId } = await spanBehind(count);
      expect(traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(traceId).not.toBe(TRACE);
      expect(parentSpanId ?? '').toBe('');
    },
  );
});
