import { Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { pino, stdSerializers } from 'pino';
import { traceFields } from '../../domain/telemetry/tracing.ts';
import { Environment } from '../config/environment.ts';
import { withoutSecrets } from './log-secrets.ts';

/** A JSON object a line: what happened is its `event`, everything else is a field. */
export const LOG_FORMAT = {
  messageKey: 'event',
  formatters: { level: (label: string) => ({ level: label }), log: withoutSecrets },
  serializers: { err: (error: Error) => withoutSecrets(stdSerializers.err(error)) },
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
};

/** What every line of this process is written by. */
@Injectable()
export class RootLogger {
  readonly pino: Logger;

  constructor({ name, logLevel }: Environment) {
    const options = {
      level: logLevel,
      base: { service: 'dashboard', environment: name },
      mixin: traceFields,
      ...LOG_FORMAT,
    };
    // What comes while a line is being written goes out with the next; at the end all of it is written.
    this.pino = pino(options, pino.destination({ sync: false }));
  }
}
