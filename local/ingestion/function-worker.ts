/**
 * The thread the Lambda function runs in, with the environment it would have on AWS: `workerData` names the
 * module, every message is an invocation.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { inOneLine } from '../terminal.ts';
import type { FunctionAnswer, Invocation, Outcome } from './function.ts';

interface FunctionModule {
  handler: (event: unknown, context: object) => Promise<FunctionAnswer>;
}

if (parentPort === null) throw new Error('function-worker.ts runs as a worker thread only');
const port = parentPort;
const { handler } = (await import(workerData as string)) as FunctionModule;

/** What of Lambda's context a function reads: who it is, and how long it still has. */
const contextOf = ({ id, timeoutMs }: Invocation): object => {
  const endsAt = Date.now() + timeoutMs;
  return { awsRequestId: id, getRemainingTimeInMillis: () => Math.max(0, endsAt - Date.now()) };
};

const invoke = async (invocation: Invocation): Promise<Outcome> => {
  try {
    return { id: invocation.id, answer: await handler(invocation.event, contextOf(invocation)) };
  } catch (error) {
    return { id: invocation.id, failed: inOneLine(error) };
  }
};

port.on('message', (invocation: Invocation) => {
  void invoke(invocation).then((outcome) => port.postMessage(outcome));
});
port.postMessage('ready');
