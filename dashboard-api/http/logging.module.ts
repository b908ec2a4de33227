import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Logger, LoggerModule } from 'nestjs-pino';
import { EVERYTHING } from './http.module.ts';
import type { Environment } from '../config/environment.ts';
import { requestIdFor } from './request-id.ts';

const PROBES = /^\/(health|liveness|readiness)(\/|\?|$)/;

const levelOf = (_request: IncomingMessage, { statusCode }: ServerResponse, error?: Error) => {
  if (error !== undefined || statusCode >= 500) return 'error';
  return statusCode >= 400 ? 'warn' : 'info';
};

const DURATION = 'duration_ms';

type Logged = IncomingMessage & { originalUrl?: string };

/** What is known of a request once it is answered; its query stays out, people search for what they like. */
const accessLog = (request: Logged, { statusCode }: ServerResponse, details: object) => ({
  method: request.method,
  path: (request.originalUrl ?? request.url ?? '').split('?')[0],
  status: statusCode,
  [DURATION]: (details as Record<string, unknown>)[DURATION],
  user_agent: request.headers['user-agent'],
});

/** A JSON object a line: what happened is its `event`, everything else is a field. */
export const LOG_FORMAT = {
  messageKey: 'event',
  formatters: { level: (label: string) => ({ level: label }) },
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
};

/** JSON logs, a line a request, probes left out; every line of a request carries its id. */
export const loggingModule = ({ name, logLevel, trustedProxies }: Environment): DynamicModule =>
  LoggerModule.forRoot({
    forRoutes: [EVERYTHING],
    pinoHttp: {
      level: logLevel,
      base: { service: 'dashboard', environment: name },
      ...LOG_FORMAT,
      genReqId: requestIdFor(trustedProxies),
      customLogLevel: levelOf,
      autoLogging: { ignore: ({ url }) => PROBES.test(url ?? '') },
      quietReqLogger: true,
      quietResLogger: true,
      customAttributeKeys: { reqId: 'request_id', responseTime: DURATION },
      customSuccessObject: accessLog,
      customErrorObject: (request, response, _error, details) =>
        accessLog(request, response, details as object),
      customSuccessMessage: () => 'request',
      customErrorMessage: () => 'request',
    },
  });

const FRAMEWORK = [
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
];

/**
 * Writes what the framework tells of its start as debug: it has no fields, is the same every time, and
 * what keeps the app from starting is thrown as well.
 */
@Injectable()
export class AppLogger extends Logger {
  override log(message: unknown, ...params: unknown[]): void {
    if (isFromStart(params)) this.debug(message, ...params);
    else super.log(message, ...params);
  }

  override error(message: unknown, ...params: unknown[]): void {
    if (isFromStart(params)) this.debug(message, ...params);
    else super.error(message, ...params);
  }
}

const isFromStart = (params: readonly unknown[]): boolean =>
  FRAMEWORK.includes(String(params.at(-1)));
