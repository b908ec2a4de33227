import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a load generator sends: the paths in turn, over all of its connections, again and again or each of them once. */
export interface Load {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  paths: readonly string[];
  connections: number;
  headers?: Readonly<Record<string, string>>;
  /** How long; without it each path is sent once. */
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

/** Sends load from a process of its own, so that it and the server have a core each. */
export interface LoadGenerator {
  /** @throws Error when an answer's status is not one of `allowed`, or a connection broke */
  run: (load: Load, allowed?: readonly number[]) => Promise<LoadResult>;
  stop: () => Promise<void>;
}

/** @throws Error naming what came back instead */
export const assertAnswered = (result: LoadResult, allowed: readonly number[] = [200]): void => {
  const strange = Object.keys(result.statuses).filter(
    (status) => !allowed.includes(Number(status)),
  );
  if (strange.length > 0 || result.failures > 0) {
    const { statuses, failures } = result;
    throw new Error(`Not everything was answered: ${JSON.stringify({ statuses, failures })}`);
  }
};

export const startLoadGenerator = async (): Promise<LoadGenerator> => {
  const child = fork(join(import.meta.dirname, 'load-main.ts'), { serialization: 'advanced' });
  await once(child, 'spawn');
  const exit = once(child, 'exit').then(([code]) => {
    throw new Error(`The load generator ended with ${String(code)}`);
  });
  // Nobody waits for it between two loads.
  exit.catch(() => undefined);
  return {
    run: async (load, allowed) => {
      const answer = once(child, 'message') as Promise<[LoadResult]>;
      child.send(load);
      const [result] = await Promise.race([answer, exit]);
      assertAnswered(result, allowed);
      return result;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};
