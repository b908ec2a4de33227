import { localDocumentClient } from '../../../local/dynamodb/local-client.ts';
import { storeLaunches } from '../../helpers/launches.ts';
import { launchLibraryLaunches } from '../../helpers/recorded-launches.ts';
import type { Bench } from '../benchmark/bench.ts';
import { startMeasured } from '../measuring/dashboard.ts';
import type { LoadResult } from '../measuring/load/load.ts';
import { faultsOf } from '../measuring/load/load.ts';
import { memoryOf } from '../measuring/process-usage.ts';
import type { Sample } from '../measuring/samples.ts';
import { sampling } from '../measuring/samples.ts';
import { mixedRequests } from './mixed-requests.ts';

const CONNECTIONS = 64;
const NOT_MODIFIED = 304;
const ALLOWED = [200, NOT_MODIFIED];

/** How long a dashboard is under load; times are seconds. */
export interface SoakPlan {
  /** For which the top rate is measured. */
  top: number;
  /** For which a share of it is held, and which one. */
  seconds: number;
  share: number;
  /** Between two readings of the memory. */
  sample: number;
  /** Between two runs of ingestion that store a launch again: a year is read anew, and answers made anew. */
  change: number;
}

/** What came of it. */
export interface SoakResult {
  /** Answers a second: the most there were, and those that were held. */
  topRate: number;
  load: LoadResult;
  /** Answers of other statuses than 200 and 304, broken connections, answers that took more than ten seconds. */
  errors: number;
  /** Answers without a body, because the caller has it. */
  notModified: number;
  /** Resident memory of the process in MiB. */
  memory: readonly Sample[];
}

/** @returns how many launches were stored */
const touch = async ({ endpoint, recorded }: Pick<Bench, 'endpoint' | 'recorded'>) => {
  const client = localDocumentClient(endpoint);
  const last = launchLibraryLaunches().slice(-1);
  await storeLaunches({ client, tableName: recorded }, last);
  client.destroy();
  return last.length;
};

/** Holds a share of the rate that a built dashboard can answer at most. */
export const soak = async (
  { built, load, endpoint, recorded }: Bench,
  plan: SoakPlan,
): Promise<SoakResult> => {
  const server = await startMeasured(built, { DYNAMODB_TABLE: recorded });
  const { origin } = server;
  try {
    const requests = await mixedRequests(origin);
    const sent = { origin, requests, connections: CONNECTIONS };
    const { rate: topRate } = await load.send({ ...sent, seconds: plan.top });
    const rate = Math.max(CONNECTIONS, Math.floor(topRate * plan.share));
    const memory = sampling(async () => {
      server.emptyLog();
      return (await memoryOf(server.process.pid!)).now;
    }, plan.sample);
    const changes = sampling(() => touch({ endpoint, recorded }), plan.change);
    const held = await load.send({ ...sent, seconds: plan.seconds, rate });
    await Promise.all([memory.end(), changes.end()]);
    const notModified = held.statuses[NOT_MODIFIED] ?? 0;
    const errors = faultsOf(held, ALLOWED);
    return { topRate, load: held, errors, notModified, memory: memory.samples };
  } finally {
    await server.stop();
  }
};
