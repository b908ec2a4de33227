/** Writes one structured line; Lambda forwards standard output to CloudWatch Logs. */
export const writeLine = (fields: Record<string, unknown>): void => {
  process.stdout.write(`${JSON.stringify(fields)}\n`);
};

/** Logs an event as fields. */
export const log = (level: 'info' | 'warn' | 'error', event: string, fields: object = {}): void =>
  writeLine({ level, time: new Date().toISOString(), event, ...fields });

/** An error and what caused it, as fields. */
export const errorFields = (error: unknown): { error: string; cause?: string } => {
  if (!(error instanceof Error)) return { error: String(error) };
  return {
    error: error.message,
    ...(error.cause === undefined ? {} : { cause: String(error.cause) }),
  };
};
