/** The process of a load generator: is sent a load over IPC, answers with what came back. */
import autocannon from 'autocannon';
import type { Load, LoadResult } from './load.ts';
import { percentile } from './percentile.ts';

/** Gives each request the next path, whichever connection it goes over. */
const inTurn = (paths: readonly string[]): autocannon.Request[] => {
  if (paths.length === 1) return [{ path: paths[0]! }];
  let next = 0;
  return [
    {
      setupRequest: (request) => {
        const path = paths[next % paths.length]!;
        next += 1;
        return { ...request, path };
      },
    },
  ];
};

const optionsOf = ({ origin, paths, connections, headers, seconds, rate }: Load) => ({
  url: origin,
  connections,
  requests: inTurn(paths),
  ...(headers === undefined ? {} : { headers }),
  ...(seconds === undefined ? { amount: paths.length } : { duration: seconds }),
  ...(rate === undefined ? {} : { overallRate: rate }),
});

const summarize = (
  times: readonly number[],
  millis: number,
  { errors, statusCodeStats = {} }: autocannon.Result,
): LoadResult => {
  const sorted = Float64Array.from(times).sort();
  const counts = Object.entries(statusCodeStats).map(([status, { count }]) => [status, count]);
  return {
    answers: times.length,
    rate: times.length / (millis / 1000),
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1),
    statuses: Object.fromEntries(counts) as Record<string, number>,
    failures: errors,
  };
};

const send = (load: Load): Promise<LoadResult> =>
  new Promise((resolve, reject) => {
    const times: number[] = [];
    const startedAt = performance.now();
    let lastAt = startedAt;
    const run = autocannon(optionsOf(load), (error: Error | null, result) => {
      if (error) reject(error);
      else resolve(summarize(times, lastAt - startedAt, result));
    });
    run.on('response', (_client, _status, _bytes, time) => {
      times.push(time);
      lastAt = performance.now();
    });
  });

process.on('message', (load: Load) => {
  void send(load).then((result) => process.send!(result));
});
process.once('disconnect', () => process.exit());
