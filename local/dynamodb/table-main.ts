/** The process of the embedded DynamoDB: `node table-main.ts <folder>`, started with an IPC channel. */
import { startEmbeddedServer } from './embedded-server.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { checkStore } from './store.ts';
import type { TableMessage } from './table-process.ts';

const report = (message: TableMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) return resolve();
    process.send(message, undefined, undefined, () => resolve());
  });

const fail = async (error: unknown): Promise<void> => {
  await report({ failed: error instanceof Error ? error.message : String(error) });
  process.exit(1);
};

/** Ctrl-C reaches every process of the terminal; this one ends last, when its parent lets go of it. */
const outliveSignals = (): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => undefined);
};

const endWithParent = (server: EmbeddedServer): void => {
  process.once('disconnect', () => {
    server.close().then(() => process.exit(0), fail);
  });
};

const main = async (folder: string): Promise<void> => {
  await checkStore(folder);
  const server = await startEmbeddedServer(folder);
  endWithParent(server);
  await report({ endpoint: server.endpoint });
};

outliveSignals();
process.on('uncaughtException', (error) => void fail(error));
await main(process.argv[2] ?? '').catch(fail);
