import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createClock } from '../domain/launches/clock.ts';
import { LAUNCH_SOURCES } from '../domain/launches/keys.ts';
import { LaunchReader } from '../domain/launches/repository/launch-reader.ts';
import { StateStore } from '../domain/launches/repository/state-store.ts';
import { startDashboard } from './dashboard-process.ts';
import { createLaunchesTable } from './dynamodb/launches-table.ts';
import { localDocumentClient } from './dynamodb/local-client.ts';
import type { TableProcess } from './dynamodb/table-process.ts';
import { startTableProcess } from './dynamodb/table-process.ts';
import { TABLE_NAME, clockStart } from './environment.ts';
import { Collector } from './ingestion/collector.ts';
import { expireDeadLeases } from './ingestion/dead-leases.ts';
import type { LocalFunction } from './ingestion/function.ts';
import { startFunction } from './ingestion/function.ts';
import { startInvokeApi } from './ingestion/invoke-api.ts';
import { launchLibraryBudget } from './launch-library-budget.ts';
import type { LocalOptions } from './options.ts';
import { PROJECT_FOLDER } from './options.ts';
import type { Shutdown } from './shutdown.ts';
import { accessEnvironment, dashboardOrigins } from './sign-in/environment.ts';
import { startDevelopmentIssuer } from './sign-in/issuer.ts';
import { openSources } from './sources.ts';
import { LocalError, inOneLine, say } from './terminal.ts';

const HANDLER = join(PROJECT_FOLDER, 'functions/ingest-launches/handler.ts');

export interface SystemControl {
  shutdown: Shutdown;
  /** Aborted when the start is to be given up. */
  signal: AbortSignal;
  /** Told when a part ends that nobody stopped. */
  onDeath: (error: LocalError) => void;
}

/** The embedded DynamoDB. @throws LocalError when its folder cannot be used */
export const openTable = async (
  options: LocalOptions,
  control: SystemControl,
): Promise<TableProcess> => {
  const table = await startTableProcess(join(options.dataFolder, 'dynamodb'));
  await control.shutdown.add('the table', table.stop);
  void table.ended.then(({ how }) =>
    control.onDeath(new LocalError(`The table ended with ${how}.`)),
  );
  return table;
};

/** The ingestion function, and the sources it reads. */
export const openFunction = async (
  options: LocalOptions,
  control: SystemControl,
  environment: Record<string, string>,
): Promise<LocalFunction> => {
  const sources = await openSources(options, process.env, control.shutdown);
  if (options.live) say(await launchLibraryBudget(sources));
  const ingestion = await startFunction({
    module: HANDLER,
    environment: { ...environment, ...sources },
    logFile: join(options.dataFolder, 'ingestion.log'),
  });
  await control.shutdown.add('the ingestion', ingestion.stop);
  void ingestion.ended.then((how) =>
    control.onDeath(new LocalError(`The ingestion ended: ${how}`)),
  );
  return ingestion;
};

const makeTable = async (
  client: DynamoDBDocumentClient,
  { dataFolder }: LocalOptions,
): Promise<void> => {
  try {
    await createLaunchesTable(client, TABLE_NAME);
  } catch (error) {
    throw new LocalError(
      `The table in ${join(dataFolder, 'dynamodb')} cannot be used (${inOneLine(error)}). ` +
        'Move the folder away and start again: it will be filled anew.',
      { cause: error },
    );
  }
};

/** What invokes the function for each source, on a launches table that is there. */
export const openCollector = async (
  options: LocalOptions,
  control: SystemControl,
  endpoint: string,
  ingestion: LocalFunction,
): Promise<Collector> => {
  const client = localDocumentClient(endpoint);
  await control.shutdown.add('the client of the table', () => client.destroy());
  const table = { client, tableName: TABLE_NAME };
  await makeTable(client, options);
  const reader = new LaunchReader(table, (reason) => say(`A stored launch is broken: ${reason}`));
  await expireDeadLeases(reader, new StateStore(table), LAUNCH_SOURCES);
  const clock = createClock(clockStart(options));
  return new Collector({ invoke: ingestion.invoke, reader, sources: LAUNCH_SOURCES, clock });
};

/** What the dashboard needs to let people sign in and operators start ingestion. */
export const openAccess = async (
  { port }: LocalOptions,
  { shutdown }: SystemControl,
  ingestion: LocalFunction,
): Promise<Record<string, string>> => {
  const origins = dashboardOrigins(port);
  const issuer = await startDevelopmentIssuer(origins, process.env);
  await shutdown.add('the development sign-in', issuer.stop);
  const invoke = await startInvokeApi(ingestion.invoke);
  await shutdown.add('the invocations', invoke.stop);
  return accessEnvironment({ issuer: issuer.url, invoke: invoke.endpoint, origins });
};

/** The dashboard, once it is ready. @throws LocalError when it does not get so far */
export const openDashboard = async (
  options: LocalOptions,
  control: SystemControl,
  environment: Record<string, string>,
): Promise<void> => {
  const logFile = join(options.dataFolder, 'dashboard.log');
  const dashboard = await startDashboard({ environment, port: options.port, logFile });
  await control.shutdown.add('the dashboard', dashboard.stop);
  await dashboard.ready();
  void dashboard.ended.then(({ how }) =>
    control.onDeath(new LocalError(`The dashboard ended with ${how}; see ${logFile}`)),
  );
};
