import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlannedTable } from './planned-table.ts';

/** Tables with generated launches, in a process of their own, on disk. */
export interface FilledTables {
  /** `http://127.0.0.1:<port>` */
  endpoint: string;
  /** Also deletes them. */
  stop: () => Promise<void>;
}

/** Takes about two minutes of a processor for each million launches. */
export const startFilledTables = async (tables: readonly PlannedTable[]): Promise<FilledTables> => {
  const folder = await mkdtemp(join(tmpdir(), 'filled-tables-'));
  const child = fork(join(import.meta.dirname, 'tables-main.ts'), [folder, JSON.stringify(tables)]);
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    await ended;
    await rm(folder, { recursive: true });
  };
  const first = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (first !== null) return { endpoint: String(first[0]), stop };
  await stop();
  throw new Error('The tables could not be filled');
};
