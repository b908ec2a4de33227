import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { manageChild } from '../../local/managed-child.ts';

export interface Invocation {
  event: object;
  /** Milliseconds the function is told it has. */
  timeoutMs: number;
}

interface Measured {
  /** How long the handler took. */
  millis: number;
  /** The most memory the process had at once so far. */
  maxRssBytes: number;
}

/** What the process says of an invocation. */
export type Outcome =
  (Measured & { answer: { statusCode: number; body: string } }) | { failed: string };

export interface Invoked extends Measured {
  statusCode: number;
  body: Record<string, unknown>;
}

/** A Lambda function in a process of its own, which can be killed. One invocation at a time, as on Lambda. */
export interface FunctionProcess {
  /** @throws Error when the handler throws or the process ends first */
  invoke: (event: object, timeoutMs?: number) => Promise<Invoked>;
  /** SIGKILL: nothing of the process goes on after it. */
  kill: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Lambda gives Node 5 % of the function's memory for each half of the young objects, 90 % for the old: of 512 MB. */
const AS_ON_LAMBDA = ['--max-semi-space-size=25', '--max-old-space-size=460'];
const STOP_MS = 5000;
const PROGRAM = join(import.meta.dirname, 'function-process-main.js');

/**
 * Starts a function; its output goes nowhere.
 * @param module absolute path of what exports `handler`
 * @param environment all of its environment but PATH
 */
export const startFunctionProcess = async (
  module: string,
  environment: Record<string, string>,
): Promise<FunctionProcess> => {
  const child = manageChild(
    fork(PROGRAM, [module], {
      env: { PATH: process.env['PATH'], ...environment },
      execArgv: AS_ON_LAMBDA,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  );
  const gone = child.ended.then(({ how }) => ({ failed: `the function's process: ${how}` }));
  const message = async (): Promise<Outcome | 'ready'> => {
    const [said] = (await once(child.process, 'message')) as [Outcome | 'ready'];
    return said;
  };
  const next = async (): Promise<Outcome | 'ready'> => {
    const said = await Promise.race([message(), gone]);
    if (said !== 'ready' && 'failed' in said) throw new Error(said.failed);
    return said;
  };
  await next();
  return {
    invoke: async (event, timeoutMs = 60_000) => {
      const outcome = next();
      child.process.send({ event, timeoutMs } satisfies Invocation);
      const { answer, ...measured } = (await outcome) as Exclude<Outcome, { failed: string }>;
      const body = JSON.parse(answer.body) as Record<string, unknown>;
      return { statusCode: answer.statusCode, body, ...measured };
    },
    kill: () => child.stop(() => child.process.kill('SIGKILL'), STOP_MS),
    stop: () => child.stop(() => child.process.disconnect(), STOP_MS),
  };
};
