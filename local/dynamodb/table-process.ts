import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ChildEnd, ManagedChild } from '../managed-child.ts';
import { manageChild } from '../managed-child.ts';
import { LocalError } from '../terminal.ts';

/** What the table's process tells its parent: where it listens, or why it does not. */
export type TableMessage = { endpoint: string } | { failed: string };

export interface TableProcess {
  /** `http://127.0.0.1:<port>` */
  endpoint: string;
  /** Resolves when the process has ended, wanted or not. */
  ended: Promise<ChildEnd>;
  /** Lets the process write what it has and waits for it to end. */
  stop: () => Promise<void>;
}

/** Longest the store may take to close. */
const STOP_MS = 10_000;

const firstMessage = (child: ManagedChild): Promise<TableMessage> =>
  new Promise((resolve) => {
    child.process.once('message', (message) => resolve(message as TableMessage));
    void child.ended.then(({ how }) => resolve({ failed: `its process ended with ${how}` }));
  });

/**
 * Starts the embedded DynamoDB as a process of its own, so that nothing the rest does can damage its files.
 * @param folder where the tables are kept
 * @throws LocalError when the folder cannot be used: taken by another run, or damaged
 */
export const startTableProcess = async (folder: string): Promise<TableProcess> => {
  const program = join(import.meta.dirname, 'table-main.ts');
  const child = manageChild(
    fork(program, [folder], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }),
  );
  const message = await firstMessage(child);
  if ('failed' in message) {
    await child.stop(() => undefined, STOP_MS);
    throw new LocalError(
      `The table in ${folder} cannot be used: ${message.failed}. ` +
        'Stop what uses it, or move the folder away and start again: it will be filled anew.',
    );
  }
  return {
    endpoint: message.endpoint,
    ended: child.ended,
    stop: () => child.stop(() => child.process.disconnect(), STOP_MS),
  };
};
