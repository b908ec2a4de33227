import type { Bench } from '../benchmark/bench.ts';
import { withBench } from '../benchmark/bench.ts';
import type { RelayMode } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';
import { startMeasured } from '../measuring/dashboard.ts';
import type { LoadGenerator } from '../measuring/load/load.ts';
import { faultsOf, startLoadGenerator } from '../measuring/load/load.ts';
import { untilFresh, watchAnswers } from './outage-watch.ts';
import { followUsage, piledUp } from './piled-up.ts';
import type { ChaosResult } from './scenario.ts';
import { resultOf } from './scenario.ts';

/** How a table is gone, and for how long. */
export interface OutageOptions {
  mode: Exclude<RelayMode, 'open'>;
  seconds: number;
  /** Seconds that it may take to be seen: that it is gone, after the load, and that it is back. */
  patience: number;
  /** Of those who ask for what was read before. */
  connections: number;
}

/** Read before the outage, so answered all through it. */
const WARM = [
  '/',
  '/?source=spacex',
  '/launches',
  '/api/v1/statistics/summary',
  '/api/v1/statistics/monthly?source=spacex&from=2015-01-01',
  '/api/v1/launches?limit=50',
];
/** What only the table knows, and nobody asked for before, in either source: there is none, or it cannot be said. */
const UNREAD = {
  requests: [
    { path: '/api/v1/launches/none-{n}' },
    { path: '/api/v1/launches.csv?source=spacex&to=2006-12-31&rocket=none-{n}' },
  ],
  connections: 4,
  rate: 40,
};
const UNREAD_STATUSES = [200, 404, 503];
const WARM_UP_SECONDS = 3;

/** Load on a dashboard for as long as its table is gone. */
const outage = async (
  { load, options, origin }: { load: LoadGenerator; options: OutageOptions; origin: string },
  unread: LoadGenerator,
) => {
  const requests = WARM.map((path) => ({ path }));
  const { seconds, connections } = options;
  const watch = watchAnswers(origin, WARM);
  const [warm, cold] = await Promise.all([
    load.send({ origin, requests, connections, seconds }),
    unread.send({ origin, ...UNREAD, seconds }),
  ]);
  const watched = await watch.end(options.patience);
  const faults = [...watched.faults];
  if (faultsOf(warm) > 0) faults.push(`load: ${JSON.stringify(warm.statuses)}`);
  if (faultsOf(cold, UNREAD_STATUSES) > 0)
    faults.push(`what was not read: ${JSON.stringify(cold.statuses)}`);
  const { answers, p99 } = warm;
  const unreadAnswers = cold.statuses;
  return { faults, details: { answers, p99, unreadAnswers, stale_after: watched.staleAfter } };
};

const breakAndMend = async (
  { built, load, endpoint, recorded }: Bench,
  unread: LoadGenerator,
  options: OutageOptions,
): Promise<ChaosResult> => {
  const relay = await startTableRelay(endpoint);
  const server = await startMeasured(built, {
    DYNAMODB_TABLE: recorded,
    AWS_ENDPOINT_URL_DYNAMODB: relay.endpoint,
  });
  const { origin, process } = server;
  try {
    const requests = WARM.map((path) => ({ path }));
    const { connections } = options;
    await load.run({ origin, requests, connections: 1 });
    await load.run({ origin, requests, connections, seconds: WARM_UP_SECONDS });
    const usage = await followUsage(process.pid!);
    relay.set(options.mode);
    const { faults, details } = await outage({ load, options, origin }, unread);
    const held = await usage();
    relay.set('open');
    const recovered = await untilFresh(`${origin}${WARM[3]!}`, options.patience);
    if (recovered === null) faults.push(`not fresh ${options.patience} s after its return`);
    return resultOf(`table ${options.mode}`, [...faults, ...piledUp(held)], {
      ...details,
      ...held,
      recovered_after: recovered,
    });
  } finally {
    await server.stop();
    await relay.stop();
  }
};

/** The table stops answering under load and comes back: what was read before is answered all the time, marked stale. */
export const tableGone = (options: OutageOptions): Promise<ChaosResult> =>
  withBench(false, async (bench) => {
    const unread = await startLoadGenerator();
    try {
      return await breakAndMend(bench, unread, options);
    } finally {
      await unread.stop();
    }
  });
