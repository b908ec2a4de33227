import { Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { pino } from 'pino';
import { traceFields } from '../../domain/telemetry/tracing.ts';
import { Environment } from '../config/environment.ts';
import { withoutSecrets } from './log-secrets.ts';

/** Characters of lines that wait to be written; what nobody takes must not fill the memory. */
const MOST_UNWRITTEN = 16 * 1024 * 1024;

let lastMillis = NaN;
let lastTimestamp = '';

/** Under load, many lines are written in a millisecond. */
const timestamp = (): string => {
  const now = Date.now();
  if (now !== lastMillis) lastTimestamp = `,"time":"${new Date(now).toISOString()}"`;
  lastMillis = now;
  return lastTimestamp;
};

/** A JSON object a line: what happened is its `event`, everything else is a field. */
export const LOG_FORMAT = {
  messageKey: 'event',
  formatters: { level: (label: string) => ({ level: label }), log: withoutSecrets },
  timestamp,
};

/** What every line of this process is written by. */
@Injectable()
export class RootLogger {
  readonly pino: Logger;

  constructor({ name, logLevel, tracingEndpoint }: Environment) {
    const options = {
      level: logLevel,
      base: { service: 'dashboard', environment: name },
      ...(tracingEndpoint === undefined ? {} : { mixin: traceFields }),
      ...LOG_FORMAT,
    };
    // What comes while a line is being written goes out with the next; at the end all of it is written.
    this.pino = pino(options, pino.destination({ sync: false, maxLength: MOST_UNWRITTEN }));
  }
}
