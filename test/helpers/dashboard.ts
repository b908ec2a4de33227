import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Output } from '../../dashboard-api/build/output.ts';
import { buildViews } from '../../dashboard-api/build/views.ts';
import { createApp } from '../../dashboard-api/create-app.ts';
import { LaunchCatalog } from '../../dashboard-api/launches/launch-catalog.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/dynamodb/local-client.ts';

/** The dashboard, listening on a free port of this machine. */
export interface TestDashboard {
  app: NestExpressApplication;
  /** `http://127.0.0.1:<port>` */
  url: string;
  get: (path: string, init?: RequestInit) => Promise<Response>;
  /** Asks the table what changed, as the background does by itself. */
  refresh: () => Promise<void>;
  /** Requests sent to the table since it started, by operation. */
  tableCalls: (operation: 'Query' | 'GetItem' | 'BatchGetItem') => number;
  stop: () => Promise<void>;
}

/** The SDK reads where the table is from the process alone. */
export const pointSdkAt = (endpoint: string): void => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
  });
};

const countCalls = (app: NestExpressApplication): Map<string, number> => {
  const calls = new Map<string, number>();
  app.get(DynamoDBDocumentClient).middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const operation = commandName.replace(/Command$/, '');
        calls.set(operation, (calls.get(operation) ?? 0) + 1);
        return next(args);
      },
    { step: 'initialize' },
  );
  return calls;
};

const PROJECT_FOLDER = resolve(import.meta.dirname, '../..');

/** @param variables the dashboard's environment, over a quiet one with both sources and views of its own */
export const startDashboard = async (
  endpoint: string,
  tableName: string,
  variables: Record<string, string> = {},
): Promise<TestDashboard> => {
  pointSdkAt(endpoint);
  const folder = await mkdtemp(join(tmpdir(), 'views-'));
  if (variables['VIEWS_DIR'] === undefined) await buildViews(PROJECT_FOLDER, new Output(folder));
  const app = await createApp({
    DYNAMODB_TABLE: tableName,
    LOG_LEVEL: 'silent',
    // A test may ask as often as it likes, unless it is about that.
    RATE_LIMIT_PER_MINUTE: '0',
    VIEWS_DIR: join(folder, 'views'),
    ...variables,
  });
  const calls = countCalls(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    app,
    url,
    get: (path, init) => fetch(`${url}${path}`, init),
    refresh: () => app.get(LaunchCatalog).refresh(),
    tableCalls: (operation) => calls.get(operation) ?? 0,
    stop: async () => {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
};
