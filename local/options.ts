import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isUtcDay } from '../domain/launches/dates.ts';
import { LocalError } from './terminal.ts';

export const PROJECT_FOLDER = resolve(import.meta.dirname, '..');

export const USAGE = `Usage: npm start [-- options]

  --live               read the real launch APIs instead of the recordings
  --as-of YYYY-MM-DD   replay the recordings as of a day: later launches are upcoming
  --help               show this

Environment: PORT (3000) of the dashboard, FETCH_PORT (3001) of the HTTP trigger,
DATA_DIR (.data) for what is stored; each way to start keeps its own folder in it.
With --live: SPACEX_API_URL, LAUNCH_LIBRARY_API_URL, LAUNCH_LIBRARY_TOKEN.`;

/** How the system is to be run. */
export interface LocalOptions {
  /** Read the real APIs; otherwise the recorded ones. */
  live: boolean;
  /** Day `YYYY-MM-DD` the recordings are replayed as of; undefined: as they were recorded. */
  asOf: string | undefined;
  /** Port of the dashboard. */
  port: number;
  /** Port of the HTTP trigger. */
  fetchPort: number;
  /** Folder of this mode's table and logs: what is live and what is recorded never mix. */
  dataFolder: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const ARGUMENTS = {
  live: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options: ARGUMENTS }).values;
  } catch (error) {
    // The first sentence names the argument; what follows is advice on how to write odd ones.
    const [reason = ''] = (error as Error).message.split(/\. |\n/);
    throw new LocalError(`${reason}. npm start -- --help lists the options.`, { cause: error });
  }
};

const port = (variables: Variables, name: string, fallback: number): number => {
  const text = variables[name]?.trim() || String(fallback);
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > 65_535) {
    throw new LocalError(`${name} is not a port from 1 to 65535: ${text}`);
  }
  return value;
};

const checkMode = (live: boolean, asOf: string | undefined): void => {
  if (asOf === undefined) return;
  if (live) throw new LocalError('--live and --as-of cannot be given together.');
  if (!isUtcDay(asOf)) throw new LocalError(`--as-of is not a day YYYY-MM-DD: ${asOf}`);
};

const dataFolder = (variables: Variables, live: boolean, asOf: string | undefined): string => {
  const root = resolve(PROJECT_FOLDER, variables['DATA_DIR']?.trim() || '.data');
  if (live) return join(root, 'live');
  return join(root, asOf === undefined ? 'recorded' : `as-of-${asOf}`);
};

/**
 * Reads the command line and the environment.
 * @returns the options, or `help` when the usage was asked for
 * @throws LocalError naming the argument or variable that is wrong
 */
export const readOptions = (args: string[], variables: Variables): LocalOptions | 'help' => {
  const { live, 'as-of': asOf, help } = parse(args);
  if (help) return 'help';
  checkMode(live, asOf);
  const options = {
    live,
    asOf,
    port: port(variables, 'PORT', 3000),
    fetchPort: port(variables, 'FETCH_PORT', 3001),
    dataFolder: dataFolder(variables, live, asOf),
  };
  if (options.port === options.fetchPort) {
    throw new LocalError(`PORT and FETCH_PORT are both ${options.port}; they must differ.`);
  }
  return options;
};
