import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NODE_FLAGS } from '../../../dashboard-api/node-flags.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../../local/dynamodb/local-client.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { readBuildContext } from './build-context.ts';
import type { Container, Variables } from './container.ts';
import { provideNode, runInImage } from './container.ts';
import { parseDockerfile } from './dockerfile.ts';
import type { Image } from './image-build.ts';
import { buildImage } from './image-build.ts';

const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');
/** npm may have to fetch what its cache lacks. */
const BUILD_MS = 240_000;

const dockerfile = await readFile(join(PROJECT_FOLDER, 'dashboard-api/Dockerfile'), 'utf8');
const stages = parseDockerfile(dockerfile);
const finalStage = stages.at(-1);

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

let folder: string;
let nodeFolder: string;
let image: Image;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'image-'));
  // The image's user must be able to pass through it.
  await chmod(folder, 0o755);
  nodeFolder = await provideNode(join(folder, 'bin'));
  image = await buildImage(stages, await readBuildContext(PROJECT_FOLDER), join(folder, 'image'));
}, BUILD_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the image that dashboard-api/Dockerfile builds', () => {
  let dynamodb: TestDynamoDB;
  let variables: Variables;
  let container: Container;
  let url: string;

  const answer = async (path: string): Promise<Response> => {
    for (;;) {
      if (container.process.exitCode !== null) throw new Error(container.output());
      try {
        return await fetch(`${url}${path}`);
      } catch {
        // Nothing listens yet; the test's own limit ends the wait.
        await delay(100);
      }
    }
  };

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    variables = {
      PORT: String(port),
      DYNAMODB_TABLE: await dynamodb.createTable(),
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
      AWS_REGION: LOCAL_REGION,
      AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
    };
    container = runInImage(image, image.command, nodeFolder, variables);
  });

  afterAll(async () => {
    container.process.kill('SIGKILL');
    await container.ended;
    await dynamodb.stop();
  });

  it.each(['/health', '/readiness', '/', '/docs', '/docs-json', '/api/v1/statistics/summary'])(
    'serves %s from its production files alone, writing none',
    async (path) => {
      expect((await answer(path)).status).toBe(200);
    },
  );

  it('holds no page of the API but the one the dashboard makes', async () => {
    const installed = await readdir(join(image.root, 'app/node_modules'));
    expect(installed).toContain('@nestjs');
    expect(installed.filter((name) => name.startsWith('swagger-ui'))).toEqual([]);
  });

  it('runs as a user that is not root', async () => {
    expect(image.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    await answer('/health');
    const status = await readFile(`/proc/${container.process.pid}/status`, 'utf8').catch(() => '');
    const uid = /^Uid:\s+(\d+)/m.exec(status)?.[1] ?? String(process.getuid?.());
    expect(uid).not.toBe('0');
  });

  it('has a health check that tells a running dashboard from none', async () => {
    const check = (changes: Variables) =>
      runInImage(image, image.healthCheck, nodeFolder, { ...variables, ...changes }).ended;
    await answer('/health');
    expect(await check({})).toBe(0);
    expect(await check({ PORT: String(await freePort()) })).toBe(1);
  });

  it('ends when it is told to stop', async () => {
    await answer('/health');
    container.process.kill('SIGTERM');
    expect([null, 0]).toContain(await container.ended);
  });
});

describe('what the Dockerfile says', () => {
  it('starts every image from the Node that package.json pins, by digest', async () => {
    const { devDependencies } = JSON.parse(
      await readFile(join(PROJECT_FOLDER, 'package.json'), 'utf8'),
    ) as { devDependencies: { node: string } };
    const names = new Set(stages.map(({ name }) => name));
    const images = stages.map(({ base }) => base).filter((base) => !names.has(base));
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(
      new RegExp(`^node:${devDependencies.node}-slim@sha256:[0-9a-f]{64}$`),
    );
  });

  it('ends in a stage for the platform that the tasks run on', () => {
    expect(finalStage?.flags).toEqual({ platform: 'linux/amd64' });
  });

  it('calls Node with the flags it is measured with', () => {
    expect(image.command).toEqual(['node', ...NODE_FLAGS, 'dist/dashboard-api/main.js']);
  });

  it('listens where the load balancer asks, as in production', () => {
    expect(image.variables).toEqual({ NODE_ENV: 'production', PORT: '3000' });
  });

  it.each([
    ['a file that is not there', 'COPY domain/nowhere ./', /ENOENT.*domain\/nowhere/],
    ['a file that .dockerignore leaves out', 'COPY README.md ./', /leaves out README\.md/],
    ['a stage that is not there', 'COPY --from=nobody /app/dist dist', /names no stage/],
    ['a part of a stage that is not there', 'COPY --from=0 /app/dist dist', /ENOENT.*dist/],
    ['a command that fails', 'RUN node nowhere.js', /Cannot find module/],
  ])('cannot be built with %s', async (_, line, reason) => {
    const broken = parseDockerfile(`FROM node\nWORKDIR /app\nFROM node\nWORKDIR /app\n${line}\n`);
    const target = await mkdtemp(join(folder, 'broken-'));
    await expect(
      buildImage(broken, await readBuildContext(PROJECT_FOLDER), target),
    ).rejects.toThrow(reason);
  });
});
