import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoadGenerator } from '../../performance/measuring/load/load.ts';
import { faultsOf, startLoadGenerator } from '../../performance/measuring/load/load.ts';

/** The load that everything here is measured with, against a server that notes what it is asked. */
describe('a load generator', () => {
  let server: Server;
  let origin: string;
  let load: LoadGenerator;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer(({ url = '', headers }, response) => {
      asked.push(`${url} ${String(headers['x-tag'])} ${String(headers['x-common'])}`);
      response.writeHead(url === '/gone' ? 503 : 200).end('answer');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    load = await startLoadGenerator();
  });
  afterAll(async () => {
    await load.stop();
    server.close();
    await once(server, 'close');
  });

  it('sends each request once, whichever connection asks', async () => {
    asked.length = 0;
    const requests = Array.from({ length: 40 }, (_, index) => ({ path: `/${index}` }));
    const { answers, statuses } = await load.run({ origin, requests, connections: 8 });
    expect([answers, statuses]).toEqual([40, { 200: 40 }]);
    expect(new Set(asked).size).toBe(40);
  });

  it('sends header fields of its own and of a request, and numbers that differ', async () => {
    asked.length = 0;
    const requests = [
      { path: '/{n}', headers: { 'x-tag': 'a' } },
      { path: '/fixed', headers: { 'x-tag': 'b' } },
    ];
    const headers = { 'x-common': 'c' };
    await load.run({ origin, requests, connections: 1, headers });
    expect(asked).toEqual(['/0 a c', '/fixed b c']);
  });

  it('goes on for a time, and tells how long answers took', async () => {
    const sent = { origin, requests: [{ path: '/' }], connections: 2, seconds: 1 };
    const { answers, rate, p50, p99, max } = await load.run(sent);
    expect(answers).toBeGreaterThan(2);
    expect(rate).toBeGreaterThan(0);
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThanOrEqual(p50);
    expect(max).toBeGreaterThanOrEqual(p99);
  });

  it('tells of answers that are none, and does not take them for some', async () => {
    const sent = { origin, requests: [{ path: '/' }, { path: '/gone' }], connections: 1 };
    const result = await load.send(sent);
    expect(result.statuses).toEqual({ 200: 1, 503: 1 });
    expect([faultsOf(result), faultsOf(result, [200, 503])]).toEqual([1, 0]);
    await expect(load.run(sent)).rejects.toThrow(/"503":1/);
  });
});
