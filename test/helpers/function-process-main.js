/**
 * The process of a Lambda function: `node function-process-main.js <module>`, started with an IPC channel. Each message
 * is an invocation. Plain JavaScript, so that the process holds the function and no compiler.
 */
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL(process.argv[2]).href);

/**
 * @param {import('./function-process.ts').Invocation} invocation
 * @returns {Promise<import('./function-process.ts').Outcome>}
 */
const invoke = async ({ event, timeoutMs }) => {
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

process.on('message', (invocation) => {
  void invoke(invocation).then((outcome) => process.send?.(outcome));
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
