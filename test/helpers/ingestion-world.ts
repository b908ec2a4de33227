import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleFunction } from '../../infra/bundle.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/dynamodb/local-client.ts';
import { startTableProcess } from '../../local/dynamodb/table-process.ts';
import type { RecordedServer, SpacexLaunch } from '../../local/recorded-sources/index.ts';
import { startSpacexServer } from '../../local/recorded-sources/index.ts';
import type { TestDynamoDB } from './embedded-dynamodb.ts';
import { testDynamoDB } from './embedded-dynamodb.ts';
import type { FunctionProcess } from './function-process.ts';
import { startFunctionProcess } from './function-process.ts';
import { storedItems } from './ingestion.ts';
import { temporaryFolder } from './local-system.ts';

/** The ingestion as it is deployed, its table and a launch API, each in a process of its own. */
export interface IngestionWorld {
  db: TestDynamoDB;
  /** In the process that started the world. */
  spacex: RecordedServer<SpacexLaunch>;
  /** The bundle that is deployed. */
  bundle: string;
  /** Starts a function on a table. @param module the bundled ingestion without it */
  startFunction: (tableName: string, module?: string) => Promise<FunctionProcess>;
  stop: () => Promise<void>;
}

const environmentOf = (endpoint: string, tableName: string, spacexUrl: string) => ({
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_REGION: LOCAL_REGION,
  AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
  DYNAMODB_TABLE: tableName,
  ENVIRONMENT: 'dev',
  SPACEX_API_URL: spacexUrl,
});

/** Starts the table and the API; functions are started on them one by one. */
export const startIngestionWorld = async (): Promise<IngestionWorld> => {
  const folder = await temporaryFolder();
  const bundle = join(folder.path, 'index.mjs');
  await writeFile(bundle, bundleFunction('ingest-launches'));
  const [table, spacex] = await Promise.all([
    startTableProcess(join(folder.path, 'table')),
    startSpacexServer(),
  ]);
  return {
    db: testDynamoDB(table.endpoint, table.stop),
    spacex,
    bundle,
    startFunction: (tableName, module = bundle) =>
      startFunctionProcess(module, environmentOf(table.endpoint, tableName, spacex.url)),
    stop: async () => {
      await Promise.all([table.stop(), spacex.close()]);
      await folder.remove();
    },
  };
};

const SETTLE_MS = 50;

/** Waits until the table has done all that a process that was killed had sent it. */
export const untilSettled = async (table: Parameters<typeof storedItems>[0]): Promise<void> => {
  for (let before = '', now = '-'; before !== now;) {
    before = now;
    await sleep(SETTLE_MS);
    now = JSON.stringify(await storedItems(table));
  }
};
