import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from '../dashboard-api/build.ts';
import { createClock } from '../domain/launches/clock.ts';
import { LAUNCH_SOURCES } from '../domain/launches/keys.ts';
import { LaunchReader } from '../domain/launches/repository/launch-reader.ts';
import { StateStore } from '../domain/launches/repository/state-store.ts';
import type { DashboardProcess } from './dashboard-process.ts';
import { startDashboard } from './dashboard-process.ts';
import { createLaunchesTable } from './dynamodb/launches-table.ts';
import { localDocumentClient } from './dynamodb/local-client.ts';
import type { TableProcess } from './dynamodb/table-process.ts';
import { startTableProcess } from './dynamodb/table-process.ts';
import { TABLE_NAME, clockStart, partEnvironment } from './environment.ts';
import { FETCH_PATH, startHttpTrigger } from './http-trigger.ts';
import { Collector } from './ingestion/collector.ts';
import { expireDeadLeases } from './ingestion/dead-leases.ts';
import type { LocalFunction } from './ingestion/function.ts';
import { startFunction } from './ingestion/function.ts';
import { launchLibraryBudget } from './launch-library-budget.ts';
import type { LocalOptions } from './options.ts';
import { PROJECT_FOLDER } from './options.ts';
import { checkPort } from './ports.ts';
import { startSchedule } from './schedule.ts';
import type { Shutdown } from './shutdown.ts';
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

const prepareFolder = async ({ dataFolder }: LocalOptions): Promise<void> => {
  try {
    await mkdir(dataFolder, { recursive: true });
  } catch (error) {
    throw new LocalError(
      `${dataFolder} cannot be made a folder (${inOneLine(error)}). Move what is there away, or set DATA_DIR.`,
    );
  }
};

const buildDashboard = async (): Promise<void> => {
  try {
    await build();
  } catch (error) {
    throw new LocalError(`The dashboard cannot be built: ${inOneLine(error)}`, { cause: error });
  }
};

const openTable = async (options: LocalOptions, control: SystemControl): Promise<TableProcess> => {
  const table = await startTableProcess(join(options.dataFolder, 'dynamodb'));
  await control.shutdown.add('the table', table.stop);
  void table.ended.then(({ how }) =>
    control.onDeath(new LocalError(`The table ended with ${how}.`)),
  );
  return table;
};

const openFunction = async (
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

const openCollector = async (
  options: LocalOptions,
  control: SystemControl,
  endpoint: string,
  ingestion: LocalFunction,
): Promise<Collector> => {
  const client = localDocumentClient(endpoint);
  await control.shutdown.add('the client of the table', () => client.destroy());
  const table = { client, tableName: TABLE_NAME };
  await createLaunchesTable(client, TABLE_NAME);
  const reader = new LaunchReader(table, (reason) => say(`A stored launch is broken: ${reason}`));
  await expireDeadLeases(reader, new StateStore(table), LAUNCH_SOURCES);
  const clock = createClock(clockStart(options));
  return new Collector({ invoke: ingestion.invoke, reader, sources: LAUNCH_SOURCES, clock });
};

const openDashboard = async (
  options: LocalOptions,
  control: SystemControl,
  environment: Record<string, string>,
): Promise<DashboardProcess> => {
  const logFile = join(options.dataFolder, 'dashboard.log');
  const dashboard = await startDashboard({ environment, port: options.port, logFile });
  await control.shutdown.add('the dashboard', dashboard.stop);
  await dashboard.ready();
  void dashboard.ended.then(({ how }) =>
    control.onDeath(new LocalError(`The dashboard ended with ${how}; see ${logFile}`)),
  );
  return dashboard;
};

const sayReady = ({ port, fetchPort, dataFolder }: LocalOptions): void => {
  say(`Dashboard ready at http://localhost:${port}`);
  say(`POST http://localhost:${fetchPort}${FETCH_PATH} collects launches at once.`);
  const within = relative(PROJECT_FOLDER, dataFolder);
  say(`Table and logs are in ${within.startsWith('..') ? dataFolder : within}; Ctrl-C stops.`);
};

/**
 * Starts the whole system and resolves when the dashboard is ready. What has been started is in `shutdown`,
 * also after a failure.
 * @throws LocalError for what the person at the terminal can mend
 */
export const startSystem = async (options: LocalOptions, control: SystemControl): Promise<void> => {
  await checkPort(options.port, 'PORT');
  await checkPort(options.fetchPort, 'FETCH_PORT');
  await prepareFolder(options);
  const built = buildDashboard();
  // Awaited below; until then its failure must not count as nobody's.
  built.catch(() => undefined);
  const { endpoint } = await openTable(options, control);
  const environment = partEnvironment(process.env, options, endpoint);
  const ingestion = await openFunction(options, control, environment);
  const collector = await openCollector(options, control, endpoint, ingestion);
  control.signal.throwIfAborted();
  await collector.fill();
  await built;
  control.signal.throwIfAborted();
  // After the fill, so that the first page it serves shows all of it.
  await openDashboard(options, control, environment);
  const trigger = await startHttpTrigger({ port: options.fetchPort, invoke: ingestion.invoke });
  await control.shutdown.add('the HTTP trigger', trigger.stop);
  const schedule = startSchedule(() => collector.collectAll());
  await control.shutdown.add('the schedule', () => schedule.stop());
  sayReady(options);
  void collector.catchUp();
};
