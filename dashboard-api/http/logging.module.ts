import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Logger, LoggerModule } from 'nestjs-pino';
import { stdSerializers } from 'pino';
import { traceFields } from '../../domain/telemetry/tracing.ts';
import { EVERYTHING } from './http.module.ts';
import type { Environment } from '../config/environment.ts';
import { TRACE_LOCAL } from '../tracing/request-spans.ts';
import { withoutSecrets } from './log-secrets.ts';
import { requestIdFor } from './request-id.ts';

const PROBES = /^\/(health|liveness|readiness)(\/|\?|$)/;

const levelOf = (_request: IncomingMessage, { statusCode }: ServerResponse, error?: Error) => {
  if (error !== undefined || statusCode >= 500) return 'error';
  return statusCode >= 400 ? 'warn' : 'info';
};

const DURATION = 'duration_ms';

type Logged = IncomingMessage & { originalUrl?: string };

/** The ids of the trace it is in, where it is in one. */
const traceOf = (response: ServerResponse): object =>
  ((response as Response).locals?.[TRACE_LOCAL] as object | undefined) ?? {};

/**
 * What is known of a request once it is answered. Its query stays out: people search for what they like, and a sign-in
 * comes back with its secrets there. So do cookies and every other header field but one.
 */
const accessLog = (request: Logged, response: ServerResponse, details: object) => ({
  method: request.method,
  path: (request.originalUrl ?? request.url ?? '').split('?')[0],
  status: response.statusCode,
  [DURATION]: (details as Record<string, unknown>)[DURATION],
  user_agent: request.headers['user-agent'],
  ...traceOf(response),
});

/** A JSON object a line: what happened is its `event`, everything else is a field. */
export const LOG_FORMAT = {
  messageKey: 'event',
  formatters: { level: (label: string) => ({ level: label }), log: withoutSecrets },
  serializers: { err: (error: Error) => withoutSecrets(stdSerializers.err(error)) },
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
      mixin: traceFields,
      genReqId: requestIdFor(trustedProxies),
      customLogLevel: levelOf,
      autoLogging: { ignore: ({ url }) => PROBES.test(url ?? '') },
      quietReqLogger: true,
      quietResLogger: true,
      // The request itself is in no line, but would be made text for each.
      wrapSerializers: false,
      serializers: { ...LOG_FORMAT.serializers, req: () => undefined },
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
