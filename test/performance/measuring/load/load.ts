import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A request as a load generator sends it. */
export interface LoadRequest {
  /** `{n}` in it becomes a number that no other request has. */
  path: string;
  headers?: Readonly<Record<string, string>>;
}

/** What a load generator sends: the requests in turn, over all of its connections, again and again or each of them once. */
export interface Load {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  requests: readonly LoadRequest[];
  connections: number;
  /** Sent with each of them. */
  headers?: Readonly<Record<string, string>>;
  /** How long; without it each request is sent once. */
  seconds?: number;
  /** Requests a second at most, of all connections together. */
  rate?: number;
}

/**
 * What came back. Times are milliseconds from a request's first byte to the last one of its answer, NaN where there
 * was none.
 */
export interface LoadResult {
  answers: number;
  /** Answers a second. */
  rate: number;
  p50: number;
  p99: number;
  max: number;
  /** Answers by status. */
  statuses: Readonly<Record<string, number>>;
  /** Connections that broke and answers that took longer than ten seconds. */
  failures: number;
}

/** Sends load from a process of its own, so that it and the server have a core each. One load at a time. */
export interface LoadGenerator {
  /** Sends, and says what came back, whatever it was. */
  send: (load: Load) => Promise<LoadResult>;
  /** @throws Error when not all was answered with 200 */
  run: (load: Load) => Promise<LoadResult>;
  stop: () => Promise<void>;
}

/** Answers of other statuses, and connections that broke. */
export const faultsOf = (
  { statuses, failures }: LoadResult,
  allowed: readonly number[] = [200],
): number =>
  Object.entries(statuses)
    .filter(([status]) => !allowed.includes(Number(status)))
    .reduce((sum, [, count]) => sum + count, failures);

export const startLoadGenerator = async (): Promise<LoadGenerator> => {
  const child = fork(join(import.meta.dirname, 'load-main.ts'), { serialization: 'advanced' });
  await once(child, 'spawn');
  const exit = once(child, 'exit').then(([code]) => {
    throw new Error(`The load generator ended with ${String(code)}`);
  });
  // Nobody waits for it between two loads.
  exit.catch(() => undefined);
  const send = async (load: Load): Promise<LoadResult> => {
    const answer = once(child, 'message') as Promise<[LoadResult]>;
    child.send(load);
    const [result] = await Promise.race([answer, exit]);
    return result;
  };
  return {
    send,
    run: async (load) => {
      const result = await send(load);
      if (faultsOf(result) === 0) return result;
      const { statuses, failures } = result;
      throw new Error(`Not everything was answered: ${JSON.stringify({ statuses, failures })}`);
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};
