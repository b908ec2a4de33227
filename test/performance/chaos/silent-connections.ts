import type { Socket } from 'node:net';
import { openConnection } from '../../helpers/raw-http.ts';
import type { Bench } from '../benchmark/bench.ts';
import { withBench } from '../benchmark/bench.ts';
import { startMeasured } from '../measuring/dashboard.ts';
import { faultsOf } from '../measuring/load/load.ts';
import { followUsage, piledUp } from './piled-up.ts';
import type { ChaosResult } from './scenario.ts';
import { resultOf } from './scenario.ts';

export interface SilenceOptions {
  /** Half of them say nothing at all, the others begin a request and do not end it. */
  silent: number;
  /** How long everybody else asks meanwhile; the silent ones are to be put out within it. */
  seconds: number;
  connections: number;
}

const REQUESTS = ['/', '/launches', '/api/v1/statistics/summary', '/health'];
const HALF_A_REQUEST = 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ';

const openSilent = async (origin: string, count: number): Promise<Socket[]> => {
  const open = () => openConnection(origin);
  const sockets = await Promise.all(Array.from({ length: count }, open));
  for (const [index, socket] of sockets.entries()) {
    if (index % 2 === 1) socket.write(HALF_A_REQUEST);
    // A connection that is put out is what is looked for; without a reader its end would not be seen.
    socket.on('error', () => socket.destroy()).resume();
  }
  return sockets;
};

const besideSilence = async (
  { built, load, recorded }: Bench,
  { silent, seconds, connections }: SilenceOptions,
): Promise<ChaosResult> => {
  const { origin, process, stop } = await startMeasured(built, { DYNAMODB_TABLE: recorded });
  const sent = { origin, requests: REQUESTS.map((path) => ({ path })), connections };
  const sockets: Socket[] = [];
  try {
    const alone = await load.run({ ...sent, seconds: 3 });
    sockets.push(...(await openSilent(origin, silent)));
    const usage = await followUsage(process.pid!);
    const beside = await load.send({ ...sent, seconds });
    const held = await usage();
    const left = sockets.filter(({ destroyed }) => !destroyed).length;
    const faults = piledUp(held);
    if (faultsOf(beside) > 0) faults.push(`load: ${JSON.stringify(beside.statuses)}`);
    if (left > 0) faults.push(`${left} silent connections are still open after ${seconds} s`);
    return resultOf('silent connections', faults, {
      silent,
      left,
      rate: { alone: alone.rate, beside: beside.rate },
      p99: { alone: alone.p99, beside: beside.p99 },
      ...held,
    });
  } finally {
    for (const socket of sockets) socket.destroy();
    await stop();
  }
};

/** Connections on which nothing is asked keep nobody else from being answered, and are put out. */
export const silentConnections = (options: SilenceOptions): Promise<ChaosResult> =>
  withBench(false, (bench) => besideSilence(bench, options));
