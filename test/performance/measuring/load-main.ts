/** The process of a load generator: is sent a load over IPC, answers with what came back. */
import autocannon from 'autocannon';
import type { Load, LoadRequest, LoadResult } from './load.ts';
import { percentile } from './percentile.ts';

const NUMBER = '{n}';

/** Gives out the requests in turn, whichever connection asks. */
const inTurn = ({ requests, headers: common = {} }: Load): autocannon.Request[] => {
  const toSend = ({ path, headers = {} }: LoadRequest, number: number): autocannon.Request => ({
    path: path.replaceAll(NUMBER, String(number)),
    headers: { ...common, ...headers },
  });
  const [first] = requests;
  if (requests.length === 1 && !first!.path.includes(NUMBER)) return [toSend(first!, 0)];
  let sent = 0;
  const setupRequest = (before: autocannon.Request): autocannon.Request => {
    const next = toSend(requests[sent % requests.length]!, sent);
    sent += 1;
    return { ...before, ...next };
  };
  return [{ setupRequest }];
};

const optionsOf = (load: Load) => ({
  url: load.origin,
  connections: load.connections,
  requests: inTurn(load),
  ...(load.seconds === undefined ? { amount: load.requests.length } : { duration: load.seconds }),
  ...(load.rate === undefined ? {} : { overallRate: load.rate }),
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
