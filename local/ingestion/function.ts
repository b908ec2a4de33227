import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Answer } from '../requests.ts';
import { inOneLine } from '../terminal.ts';

/** What an HTTP API passes on. */
export type FunctionAnswer = Answer;

export interface Invocation {
  id: string;
  event: unknown;
  /** Milliseconds the function is told it has. */
  timeoutMs: number;
}

/** The answer of an invocation, or the error it threw in one line. */
export type Outcome = { id: string } & ({ answer: FunctionAnswer } | { failed: string });

/** The function threw: what its retries and alarms would react to on AWS. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError';
}

/** A stand-in for a Lambda function. */
export interface LocalFunction {
  /**
   * @param event passed to the handler as it is
   * @throws InvocationError when the handler throws or the function is stopped
   */
  invoke: (event: unknown) => Promise<FunctionAnswer>;
  /** Resolves when the function's thread has ended, wanted or not, with the reason. */
  ended: Promise<string>;
  /** Lets invocations under way finish, for a while, then ends the thread. */
  stop: () => Promise<void>;
}

export interface FunctionOptions {
  /** Absolute path of the module that exports `handler`. */
  module: string;
  /** The whole environment of the function. */
  environment: Record<string, string>;
  /** File its output goes to, written anew. */
  logFile: string;
}

/** The function's timeout, as deployed. */
const TIMEOUT_MS = 300_000;
/** A run that is cut off loses nothing, it is only done again: no reason to keep someone waiting. */
const STOP_MS = 8_000;

type Settle = (outcome: Outcome) => void;

/** Invocations under way. */
class Pending {
  private readonly waiting = new Map<string, Settle>();

  add(id: string): Promise<FunctionAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (outcome) => {
        if ('answer' in outcome) resolve(outcome.answer);
        else reject(new InvocationError(outcome.failed));
      });
    });
  }

  settle(outcome: Outcome): void {
    this.waiting.get(outcome.id)?.(outcome);
    this.waiting.delete(outcome.id);
  }

  settleAll(failed: string): void {
    for (const id of [...this.waiting.keys()]) this.settle({ id, failed });
  }

  async drained(limitMs: number): Promise<void> {
    const giveUpAt = Date.now() + limitMs;
    while (this.waiting.size > 0 && Date.now() < giveUpAt) await sleep(50);
  }
}

const startWorker = ({ module, environment, logFile }: FunctionOptions): Worker => {
  const worker = new Worker(join(import.meta.dirname, 'function-worker.ts'), {
    env: environment,
    workerData: module,
    stdout: true,
    stderr: true,
  });
  const log = createWriteStream(logFile);
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });
  return worker;
};

/**
 * Loads a function in a thread of its own. Invocations may overlap.
 * @throws InvocationError when its module cannot be loaded
 */
export const startFunction = async (options: FunctionOptions): Promise<LocalFunction> => {
  const worker = startWorker(options);
  const pending = new Pending();
  const ended = new Promise<string>((resolve) => {
    worker.once('error', (error) => resolve(inOneLine(error)));
    worker.once('exit', (code) => resolve(`exit code ${code}`));
  });
  void ended.then((reason) => pending.settleAll(`the function ended: ${reason}`));
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    void ended.then((reason) => reject(new InvocationError(reason)));
  });
  worker.on('message', (outcome: Outcome) => pending.settle(outcome));
  return {
    ended,
    invoke: (event) => {
      const invocation: Invocation = { id: randomUUID(), event, timeoutMs: TIMEOUT_MS };
      const answer = pending.add(invocation.id);
      worker.postMessage(invocation);
      return answer;
    },
    stop: async () => {
      await pending.drained(STOP_MS);
      await worker.terminate();
    },
  };
};
