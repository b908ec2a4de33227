import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ftruncateSync, openSync, closeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../helpers/free-port.ts';

/** A server in a process of its own, which writes its log to a file. */
export interface ServerProcess {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  process: ChildProcess;
  /** Milliseconds from the process's start to its first answer. */
  startedIn: number;
  /** Empties its log, which a long load would make large. */
  emptyLog: () => void;
  stop: () => Promise<void>;
}

const PATIENCE_MS = 30_000;
const LOOK_MS = 5;

const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch (error) {
    // Nobody listens yet; everything else is worth knowing.
    if (((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED')
      return false;
    throw error;
  }
};

const untilAnswered = async (child: ChildProcess, url: string): Promise<number> => {
  const startedAt = performance.now();
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() - startedAt > PATIENCE_MS)
      throw new Error(`${child.spawnargs.join(' ')} does not answer`);
    await sleep(LOOK_MS);
  }
  return performance.now() - startedAt;
};

/**
 * Starts a Node program that listens at PORT of 127.0.0.1.
 * @param command the program and its arguments
 * @param variables its whole environment, PORT and HOST aside
 * @param first path that it is asked for until it answers
 */
export const startServerProcess = async (
  command: readonly string[],
  variables: Readonly<Record<string, string>>,
  first: string,
): Promise<ServerProcess> => {
  const port = await freePort();
  const logFile = join(tmpdir(), `measured-${process.pid}-${port}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, command, {
    env: { ...variables, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', log, log],
  });
  const ended = once(child, 'exit');
  // What fails before it could be stopped leaves nothing running.
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    kill();
    await ended;
    process.off('exit', kill);
    closeSync(log);
    await rm(logFile);
  };
  try {
    const startedIn = await untilAnswered(child, `${origin}${first}`);
    return { origin, process: child, startedIn, emptyLog: () => ftruncateSync(log), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
