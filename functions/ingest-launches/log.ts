import { AsyncLocalStorage } from 'node:async_hooks';
import { traceFields } from '../../domain/telemetry/tracing.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOfContext = new AsyncLocalStorage<Fields>();

/** Runs something whose log lines all have these fields, beside those of the context it is in. */
export const inLogContext = <T>(fields: Fields, run: () => T): T =>
  fieldsOfContext.run({ ...fieldsOfContext.getStore(), ...fields }, run);

/** Logs an event as fields, one JSON line; Lambda forwards standard output to CloudWatch Logs. */
export const log = (level: 'info' | 'warn' | 'error', event: string, fields: object = {}): void => {
  const line = {
    level,
    time: new Date().toISOString(),
    ...fieldsOfContext.getStore(),
    ...traceFields(),
    event,
    ...fields,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
