import { mkdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from '../dashboard-api/build.ts';
import { partEnvironment } from './environment.ts';
import { FETCH_PATH, startHttpTrigger } from './http-trigger.ts';
import type { LocalOptions } from './options.ts';
import { PROJECT_FOLDER } from './options.ts';
import type { SystemControl } from './parts.ts';
import { openAccess, openCollector, openDashboard, openFunction, openTable } from './parts.ts';
import { checkPort } from './ports.ts';
import { startSchedule } from './schedule.ts';
import { LocalError, inOneLine, say } from './terminal.ts';

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
  const access = await openAccess(options, control, ingestion);
  await openDashboard(options, control, { ...environment, ...access });
  const trigger = await startHttpTrigger({ port: options.fetchPort, invoke: ingestion.invoke });
  await control.shutdown.add('the HTTP trigger', trigger.stop);
  const schedule = startSchedule(() => collector.collectAll());
  await control.shutdown.add('the schedule', () => schedule.stop());
  sayReady(options);
  void collector.catchUp();
};
