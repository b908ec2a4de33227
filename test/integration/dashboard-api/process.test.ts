import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuiltDashboard, DashboardProcess } from '../../helpers/dashboard-process.ts';
import { buildDashboard } from '../../helpers/dashboard-process.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { freePort } from '../../helpers/free-port.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';

describe('the process of the dashboard', () => {
  let dynamodb: TestDynamoDB;
  let built: BuiltDashboard;
  let tableName: string;
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    tableName = await dynamodb.createTable();
    await storeLaunches({ client: dynamodb.client, tableName }, [launch()]);
    built = await buildDashboard(dynamodb.endpoint);
  });
  afterAll(async () => {
    await built.remove();
    await dynamodb.stop();
  });

  const start = (variables: Record<string, string>): DashboardProcess => built.start(variables);

  it('says in one line what is wrong with its environment, and ends', async () => {
    const { ended, lines } = start({ PORT: 'http', LAUNCH_SOURCES: 'esa' });
    expect(await ended).toBe(1);
    expect(lines()).toHaveLength(1);
    const [line] = lines();
    expect(line).toMatchObject({ level: 'fatal', event: 'start_failed' });
    expect(line!.reason).toMatch(/DYNAMODB_TABLE.*LAUNCH_SOURCES: "esa".*PORT: "http"/);
  });

  it('says in one line that its port is taken, and ends', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { ended, lines } = start({ DYNAMODB_TABLE: tableName, PORT: String(port) });
    const code = await ended;
    other.close();
    expect(code).toBe(1);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatchObject({ event: 'start_failed', code: 'EADDRINUSE' });
  });

  it('logs a line of fields a request, probes left out, and ends what it answers on SIGTERM', async () => {
    const port = await freePort();
    const dashboard = start({ DYNAMODB_TABLE: tableName, PORT: String(port), ENVIRONMENT: 'test' });
    await dashboard.listening();
    const url = `http://127.0.0.1:${port}`;
    await fetch(`${url}/health`);
    const answer = await fetch(`${url}/api/v1/launches?q=secret`, {
      headers: { 'X-Request-Id': 'my-request' },
    });
    expect(answer.status).toBe(200);
    await answer.text();
    // Answered while the process is told to stop.
    const last = new Promise<number>((done) => {
      get(`${url}/api/v1/launches.csv`, (response) => {
        dashboard.process.kill('SIGTERM');
        response.resume().once('end', () => done(response.statusCode!));
      });
    });
    expect(await last).toBe(200);
    const before = Date.now();
    await dashboard.ended;
    expect(Date.now() - before).toBeLessThan(3000);
    const requests = dashboard.lines().filter(({ event }) => event === 'request');
    expect(requests[0]).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      service: 'dashboard',
      environment: 'test',
      request_id: 'my-request',
      method: 'GET',
      path: '/api/v1/launches',
      status: 200,
      duration_ms: expect.any(Number),
      user_agent: expect.any(String),
      event: 'request',
    });
    expect(requests.map(({ path }) => path)).toEqual(['/api/v1/launches', '/api/v1/launches.csv']);
  });

  it('is as quiet as it is told to be', async () => {
    const port = await freePort();
    const dashboard = start({
      DYNAMODB_TABLE: tableName,
      PORT: String(port),
      LOG_LEVEL: 'silent',
    });
    let status = 0;
    for (let tries = 0; tries < 800 && status === 0; tries += 1) {
      await sleep(25);
      status = await fetch(`http://127.0.0.1:${port}/api/v1/launches`).then(
        (response) => response.status,
        () => 0,
      );
    }
    expect(status).toBe(200);
    dashboard.process.kill('SIGINT');
    await dashboard.ended;
    expect(dashboard.lines()).toEqual([]);
  });
});
