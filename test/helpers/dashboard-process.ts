import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../../dashboard-api/build.ts';
import { NODE_FLAGS } from '../../dashboard-api/node-flags.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/dynamodb/local-client.ts';

/** Where Node still finds the project's packages. */
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache');

/** One line of its log. */
export type Line = Record<string, unknown>;

/** The built dashboard, running as it does in its image. */
export interface DashboardProcess {
  process: ChildProcess;
  /** What it has written so far, a log line each. */
  lines: () => Line[];
  /** Resolves once it listens. */
  listening: () => Promise<void>;
  /** Its exit code. */
  ended: Promise<number | null>;
}

/** A dashboard that is built once, for one test file. */
export interface BuiltDashboard {
  /** What Node is to be called with. */
  command: readonly string[];
  /** What it needs to reach the table, and 127.0.0.1 to listen on. */
  environment: Record<string, string>;
  /** @param variables over the environment it needs anyway */
  start: (variables: Record<string, string>) => DashboardProcess;
  /** Ends what still runs, and deletes the build. */
  remove: () => Promise<void>;
}

const untilListening = async (lines: () => Line[]): Promise<void> => {
  const giveUpAt = Date.now() + 20_000;
  while (!lines().some(({ event }) => event === 'listening')) {
    if (Date.now() > giveUpAt) throw new Error(`Not listening: ${JSON.stringify(lines())}`);
    await sleep(20);
  }
};

const follow = (child: ChildProcess): DashboardProcess => {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const lines = () =>
    output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, lines, listening: () => untilListening(lines), ended };
};

/** @param endpoint of the table's DynamoDB */
export const buildDashboard = async (endpoint: string): Promise<BuiltDashboard> => {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'dashboard-'));
  await build(folder);
  const command = [...NODE_FLAGS, join(folder, 'dashboard-api/main.js')];
  const environment = {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    HOST: '127.0.0.1',
  };
  const running = new Set<ChildProcess>();
  return {
    command,
    environment,
    start: (variables) => {
      const child = spawn(process.execPath, command, { env: { ...environment, ...variables } });
      running.add(child);
      child.once('close', () => running.delete(child));
      return follow(child);
    },
    remove: async () => {
      for (const child of running) child.kill('SIGKILL');
      await rm(folder, { recursive: true });
    },
  };
};
