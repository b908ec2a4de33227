/**
 * The process of a Lambda function: `node function-process-main.ts <module>`, started with an IPC channel. Each message
 * is an invocation.
 */
import { pathToFileURL } from 'node:url';
import type { Invocation, Outcome } from './function-process.ts';

interface FunctionModule {
  handler: (event: unknown, context: object) => Promise<{ statusCode: number; body: string }>;
}

const { handler } = (await import(pathToFileURL(process.argv[2]!).href)) as FunctionModule;

const invoke = async ({ event, timeoutMs }: Invocation): Promise<Outcome> => {
  const startedAt = performance.now();
  const endsAt = Date.now() + timeoutMs;
  try {
    const answer = await handler(event, { getRemainingTimeInMillis: () => endsAt - Date.now() });
    const millis = performance.now() - startedAt;
    return { answer, millis, maxRssBytes: process.resourceUsage().maxRSS * 1024 };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

process.on('message', (invocation: Invocation) => {
  void invoke(invocation).then((outcome) => process.send?.(outcome));
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
