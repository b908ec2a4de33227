import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../../../dashboard-api/build.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../../local/dynamodb/local-client.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';

/** Where Node still finds the project's packages. */
const CACHE = resolve(import.meta.dirname, '../../../node_modules/.cache');

type Line = Record<string, unknown>;

interface Started {
  process: ChildProcess;
  /** What it has written so far, a log line each. */
  lines: () => Line[];
  /** Its exit code. */
  ended: Promise<number | null>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe('the process of the dashboard', () => {
  let dynamodb: TestDynamoDB;
  let folder: string;
  let tableName: string;
  let started: Started | undefined;
  beforeAll(async () => {
    await mkdir(CACHE, { recursive: true });
    folder = await mkdtemp(join(CACHE, 'dashboard-'));
    dynamodb = await startEmbeddedDynamoDB();
    tableName = await dynamodb.createTable();
    await storeLaunches({ client: dynamodb.client, tableName }, [launch()]);
    await build(folder);
  });
  afterEach(() => {
    started?.process.kill('SIGKILL');
  });
  afterAll(async () => {
    await dynamodb.stop();
    await rm(folder, { recursive: true });
  });

  const start = (variables: Record<string, string>): Started => {
    const child = spawn(process.execPath, [join(folder, 'dashboard-api/main.js')], {
      env: {
        AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
        AWS_REGION: LOCAL_REGION,
        AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
        AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
        HOST: '127.0.0.1',
        ...variables,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    const lines = () =>
      output
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line);
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return (started = { process: child, lines, ended });
  };

  const listening = async ({ lines }: Started): Promise<void> => {
    const giveUpAt = Date.now() + 20_000;
    while (!lines().some(({ event }) => event === 'listening')) {
      if (Date.now() > giveUpAt) throw new Error(`Not listening: ${JSON.stringify(lines())}`);
      await sleep(20);
    }
  };

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
    await listening(dashboard);
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

  it('logs no token, no cookie and nothing of a query', async () => {
    const port = await freePort();
    const dashboard = start({
      DYNAMODB_TABLE: tableName,
      PORT: String(port),
      LOG_LEVEL: 'trace',
      OIDC_ISSUER: 'http://127.0.0.1:9',
      OIDC_AUDIENCE: 'launches',
      OIDC_CLIENT_ID: 'dashboard',
      OIDC_CLIENT_SECRET: 'secret-of-the-client',
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SESSION_KEY: 'secret-of-the-session'.repeat(2),
    });
    await listening(dashboard);
    const url = `http://127.0.0.1:${port}`;
    const secrets = { authorization: 'Bearer secret.of.token', cookie: 'session=secret-cookie' };
    const paths = ['/', '/operations', '/api/v1/ingestions', '/sign-in?return_to=/secret'];
    for (const path of [...paths, '/sign-in/callback?code=secret&state=secret', '/none?q=secret']) {
      const response = await fetch(`${url}${path}`, { headers: secrets, redirect: 'manual' });
      await response.text();
    }
    dashboard.process.kill('SIGTERM');
    await dashboard.ended;
    const requests = dashboard.lines().filter(({ event }) => event === 'request');
    expect(requests).toHaveLength(6);
    expect(dashboard.lines().map(({ event }) => event)).toContain('issuer_unavailable');
    expect(JSON.stringify(dashboard.lines())).not.toMatch(/secret/i);
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
