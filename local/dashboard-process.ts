import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { NODE_FLAGS } from '../dashboard-api/node-flags.ts';
import type { ChildEnd, ManagedChild } from './managed-child.ts';
import { manageChild } from './managed-child.ts';
import { PROJECT_FOLDER } from './options.ts';
import { LocalError } from './terminal.ts';

const PROGRAM = join(PROJECT_FOLDER, 'dist/dashboard-api/main.js');
const STOP_WITH_PARENT = pathToFileURL(join(import.meta.dirname, 'stop-with-parent.ts')).href;

const FLAGS = [...NODE_FLAGS, '--import', STOP_WITH_PARENT, '--enable-source-maps'];

/** Time to answer what is under way. */
const STOP_MS = 10_000;
const READY_MS = 60_000;
const POLL_MS = 50;

export interface DashboardOptions {
  /** The whole environment of the process but where it listens. */
  environment: Record<string, string>;
  port: number;
  /** File its output goes to, written anew. */
  logFile: string;
}

export interface DashboardProcess {
  /** Resolves once it answers that it is ready. @throws LocalError when it ends or stays silent */
  ready: () => Promise<void>;
  /** Resolves when the process has ended, wanted or not. */
  ended: Promise<ChildEnd>;
  stop: () => Promise<void>;
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch (error) {
    // Nothing listens yet, or it is too busy starting to answer.
    if (error instanceof TypeError || (error as Error).name === 'TimeoutError') return false;
    throw error;
  }
};

const untilReady = async (child: ManagedChild, port: number, logFile: string): Promise<void> => {
  const giveUpAt = Date.now() + READY_MS;
  let end: ChildEnd | undefined;
  void child.ended.then((value) => (end = value));
  while (!(await isReady(`http://127.0.0.1:${port}/readiness`))) {
    if (end !== undefined)
      throw new LocalError(`The dashboard ended with ${end.how}; see ${logFile}`);
    if (Date.now() > giveUpAt)
      throw new LocalError(`The dashboard does not answer; see ${logFile}`);
    await sleep(POLL_MS);
  }
};

/** Starts the built dashboard as a process of its own, on 127.0.0.1. */
export const startDashboard = async (options: DashboardOptions): Promise<DashboardProcess> => {
  const { environment, port, logFile } = options;
  const log = await open(logFile, 'w');
  // Detached from the terminal's process group: Ctrl-C is passed on in due order, by stop().
  const child = manageChild(
    spawn(process.execPath, [...FLAGS, PROGRAM], {
      cwd: PROJECT_FOLDER,
      detached: true,
      env: { ...environment, HOST: '127.0.0.1', PORT: String(port) },
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    }),
  );
  await log.close();
  return {
    ready: () => untilReady(child, port, logFile),
    ended: child.ended,
    stop: () => child.stop(() => child.process.kill('SIGTERM'), STOP_MS),
  };
};
