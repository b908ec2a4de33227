import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run restore-drill -- --table NAME [options]

Restores a table beside itself and compares the two: counts and checksums per source. The table is only read.

  --table NAME            the table (pulumi stack output tableName)
  --at TIME               restore as of this time, ISO 8601 UTC   (default: the latest there is)
  --backup ARN            restore this backup of DynamoDB instead of a point in time
  --to NAME               name of the new table                   (default: NAME-drill-<time>)
  --against NAME          restore nothing: compare with this table, which is there already
  --against-region REGION region of that table                    (default: the same)
  --delete                delete the restored table afterwards    (default: keep it, and say so)
  --report FILE           write the report as JSON, too
  --help                  show this

Region and credentials come from the AWS SDK's own environment (AWS_REGION, AWS_PROFILE, …).
Exit code: 0 the same, 1 not the same, 2 the drill could not be held.`;

/** What is wrong with how the drill was called, or held; the message is one line. */
export class DrillError extends Error {
  override readonly name = 'DrillError';
}

/** What the other table is restored from. */
export type RestoreFrom = { at: Date | 'latest' } | { backupArn: string };

/** The table that is compared: restored now, or there already. */
export type Counterpart =
  | { kind: 'restored'; from: RestoreFrom; name: string; isDeleted: boolean }
  | { kind: 'existing'; name: string; region: string | undefined };

export interface DrillOptions {
  table: string;
  counterpart: Counterpart;
  reportFile: string | undefined;
}

const ARGUMENTS = {
  table: { type: 'string' },
  at: { type: 'string' },
  backup: { type: 'string' },
  to: { type: 'string' },
  against: { type: 'string' },
  'against-region': { type: 'string' },
  delete: { type: 'boolean', default: false },
  report: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Values = Partial<Record<string, string | boolean>>;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: ARGUMENTS, strict: true }).values;
  } catch (error) {
    throw new DrillError((error as Error).message, { cause: error });
  }
};

const forbid = (values: Values, given: string, others: readonly string[]): void => {
  const other = others.find((name) => Boolean(values[name]));
  if (other !== undefined) throw new DrillError(`--${other} cannot be with --${given}`);
};

const readFrom = (at: string | undefined, backupArn: string | undefined): RestoreFrom => {
  if (backupArn !== undefined) return { backupArn };
  if (at === undefined) return { at: 'latest' };
  if (!INSTANT.test(at) || Number.isNaN(Date.parse(at))) {
    throw new DrillError(`--at is "${at}", not a time such as 2026-11-20T08:00:00Z`);
  }
  return { at: new Date(at) };
};

/** End of a table's name that tells drills apart: `20261120T080000Z`. */
const stamp = (now: Date): string => now.toISOString().replaceAll(/[-:]|\.\d+/g, '');

const readCounterpart = (
  values: ReturnType<typeof parse>,
  table: string,
  now: Date,
): Counterpart => {
  const { against, 'against-region': region, at, backup } = values;
  if (against !== undefined) {
    forbid(values, 'against', ['at', 'backup', 'to', 'delete']);
    if (against === table && region === undefined) {
      throw new DrillError('--against is the table itself');
    }
    return { kind: 'existing', name: against, region };
  }
  if (region !== undefined)
    throw new DrillError('--against-region means nothing without --against');
  if (backup !== undefined) forbid(values, 'backup', ['at']);
  const name = values.to ?? `${table}-drill-${stamp(now)}`;
  if (name === table) throw new DrillError('--to is the table itself');
  return { kind: 'restored', from: readFrom(at, backup), name, isDeleted: values.delete };
};

/**
 * Reads the command line.
 * @returns null when help is asked for
 * @throws DrillError naming what is wrong
 */
export const readOptions = (args: readonly string[], now: Date): DrillOptions | null => {
  const values = parse(args);
  if (values.help) return null;
  const { table, report } = values;
  if (table === undefined || table === '') throw new DrillError('--table is missing; see --help');
  return { table, counterpart: readCounterpart(values, table, now), reportFile: report };
};
