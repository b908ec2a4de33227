import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuiltDashboard, DashboardProcess } from '../../helpers/dashboard-process.ts';
import { buildDashboard } from '../../helpers/dashboard-process.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { freePort } from '../../helpers/free-port.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { ask } from '../../helpers/raw-http.ts';

const CLIENTS = 16;
const PATHS = ['/api/v1/launches', '/api/v1/statistics/summary', '/', '/api/v1/launches.csv'];

/** How a load balancer's clients fared. */
interface Tally {
  answered: number;
  /** What any other answer than a whole 200 was. */
  lost: string[];
}

let dynamodb: TestDynamoDB;
let built: BuiltDashboard;
let tableName: string;
beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  tableName = await dynamodb.createTable();
  const launches = Array.from({ length: 30 }, (_, index) => launch({ id: `launch-${index}` }));
  await storeLaunches({ client: dynamodb.client, tableName }, launches);
  built = await buildDashboard(dynamodb.endpoint);
});
afterAll(async () => {
  await built.remove();
  await dynamodb.stop();
});

const startDashboard = async (): Promise<{ dashboard: DashboardProcess; url: string }> => {
  const port = await freePort();
  const dashboard = built.start({
    DYNAMODB_TABLE: tableName,
    PORT: String(port),
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'warn',
  });
  // The log is quiet: it is ready once it says so.
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isReady(url)) return { dashboard, url };
    await sleep(50);
  }
  throw new Error(`Not ready: ${JSON.stringify(dashboard.lines())}`);
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await ask(`${url}/readiness`)).status === 200;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return false;
    throw error;
  }
};

/** One request over a connection that is kept; resolves when all of the answer is there. */
const get = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { agent }, (response) => {
      response.once('error', reject);
      response.once('end', () =>
        response.complete ? resolve(response.statusCode!) : reject(new Error('cut off')),
      );
      response.resume();
    })
      .once('error', reject)
      .end();
  });

/** Asks on end, as long as the balancer sends anything here. */
const client = async (url: string, inService: () => boolean, tally: Tally): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let at = 0; inService(); at += 1) {
    const path = PATHS[at % PATHS.length]!;
    try {
      const status = await get(`${url}${path}`, agent);
      if (status === 200) tally.answered += 1;
      else tally.lost.push(`${path}: ${status}`);
    } catch (error) {
      tally.lost.push(`${path}: ${(error as Error).message}`);
    }
  }
  agent.destroy();
};

describe('SIGTERM under load', () => {
  it('loses no request: readiness is off, whoever still comes is answered, the process ends', async () => {
    const { dashboard, url } = await startDashboard();
    const tally: Tally = { answered: 0, lost: [] };
    let inService = true;
    const clients = Array.from({ length: CLIENTS }, () => client(url, () => inService, tally));
    while (tally.answered < 200) await sleep(10);

    dashboard.process.kill('SIGTERM');
    const toldAt = tally.answered;
    while (await isReady(url)) await sleep(20);
    expect((await ask(`${url}/health`)).status).toBe(200);
    // A balancer looks now and then: meanwhile it sends more.
    const seenAt = tally.answered;
    while (tally.answered < seenAt + 200) await sleep(10);
    inService = false;
    await Promise.all(clients);

    expect(tally.lost).toEqual([]);
    expect(tally.answered).toBeGreaterThan(toldAt + 200);
    expect(await dashboard.ended).toBe(0);
    expect(dashboard.lines()).toEqual([]);
  });

  it('ends within 30 seconds, even if clients never stop asking', async () => {
    const { dashboard, url } = await startDashboard();
    const tally: Tally = { answered: 0, lost: [] };
    let hasEnded = false;
    void dashboard.ended.then(() => (hasEnded = true));
    const clients = Array.from({ length: 4 }, () => client(url, () => !hasEnded, tally));
    while (tally.answered < 20) await sleep(10);
    const before = Date.now();
    dashboard.process.kill('SIGTERM');
    expect(await dashboard.ended).toBe(0);
    expect(Date.now() - before).toBeLessThan(30_000);
    await Promise.all(clients);
    // Only those that came when the port was closed already.
    expect(tally.lost.filter((what) => !what.includes('ECONNREFUSED'))).toEqual([]);
  }, 60_000);
});
