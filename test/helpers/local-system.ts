import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const BOOTSTRAP = resolve(import.meta.dirname, '../../local/bootstrap.js');
const READY = /^Dashboard ready at (\S+)$/m;
const PATIENCE_MS = 60_000;

/** `npm start` as a process of its own, in a process group of its own as in a terminal. */
export interface LocalSystem {
  pid: number;
  /** Addresses of the dashboard and of the HTTP trigger. */
  url: string;
  fetchUrl: string;
  ports: { PORT: string; FETCH_PORT: string };
  /** All that was printed so far. */
  output: () => { stdout: string; stderr: string };
  /** Waits until something is printed; throws with what was when it ends before, or after a minute. */
  printed: (pattern: RegExp) => Promise<void>;
  /** Waits for the ready line. */
  ready: () => Promise<void>;
  /** Waits for the end. @returns the exit code, or the signal that ended it */
  ended: () => Promise<number | NodeJS.Signals>;
  /** Signals the whole group, as the terminal's Ctrl-C does. */
  signalGroup: (signal: NodeJS.Signals) => void;
  /** Ends what a failed test left running. */
  kill: () => void;
}

export interface StartOptions {
  /** See temporaryFolder(). */
  dataDir: string;
  args?: string[];
  env?: Record<string, string>;
}

/** An empty folder, and how to remove it. */
export const temporaryFolder = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'spacex-dashboard-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

const freePorts = async (): Promise<LocalSystem['ports']> => {
  const ports = await Promise.all([freePort(), freePort()]);
  return { PORT: String(ports[0]), FETCH_PORT: String(ports[1]) };
};

/** Starts `node local/bootstrap.js start` on free ports. */
export const startLocalSystem = async (options: StartOptions): Promise<LocalSystem> => {
  const { dataDir, args = [], env = {} } = options;
  const ports = { ...(await freePorts()), ...env };
  const child = spawn(process.execPath, [BOOTSTRAP, 'start', ...args], {
    detached: true,
    env: { ...process.env, DATA_DIR: dataDir, ...env, ...ports },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));

  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;

  const printed = async (pattern: RegExp): Promise<void> => {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (!pattern.test(stdout + stderr)) {
      if (!isRunning() || Date.now() > giveUpAt)
        throw new Error(`${pattern} was not printed:\n${stdout}${stderr}`);
      await sleep(20);
    }
  };
  return {
    pid: child.pid!,
    url: `http://127.0.0.1:${ports.PORT}`,
    fetchUrl: `http://127.0.0.1:${ports.FETCH_PORT}/fetch`,
    ports,
    output: () => ({ stdout, stderr }),
    printed,
    ready: () => printed(READY),
    ended: async () => {
      const [code, signal] = await exit;
      return code ?? signal!;
    },
    signalGroup: (signal) => process.kill(-child.pid!, signal),
    kill: () => {
      if (isRunning()) process.kill(-child.pid!, 'SIGKILL');
    },
  };
};
