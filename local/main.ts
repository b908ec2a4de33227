/** The whole system on this machine: `npm start`, or `node local/main.ts` once everything is installed. */
import { USAGE, readOptions } from './options.ts';
import { Shutdown } from './shutdown.ts';
import { startSystem } from './system.ts';
import { LocalError, complain, inOneLine, say } from './terminal.ts';

/** Aborts on the first signal to stop; Ctrl-C under npm arrives twice, so that further ones change nothing. */
const stopSignal = (): AbortSignal => {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) return;
    say('Stopping …');
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  // The bootstrap is gone without a word.
  process.on('disconnect', stop);
  return controller.signal;
};

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Runs until it is told to stop. @returns the exit code */
const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') {
    say(USAGE);
    return 0;
  }
  const shutdown = new Shutdown();
  const signal = stopSignal();
  const stopped = aborted(signal);
  const failure = Promise.withResolvers<never>();
  process.on('uncaughtException', failure.reject);
  // A closed terminal is no reason to skip the orderly stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const start = startSystem(options, { shutdown, signal, onDeath: failure.reject });
    await Promise.race([start.then(() => stopped), stopped, failure.promise]);
    return 0;
  } finally {
    await shutdown.run();
  }
};

try {
  process.exitCode = await main();
} catch (error) {
  complain(error instanceof LocalError ? error.message : inOneLine(error));
  process.exitCode = 1;
}
process.exit();
