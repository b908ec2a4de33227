import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { RootLogger } from '../root-logger.ts';
import { TRACE_LOCAL } from '../../tracing/request-spans.ts';

const PROBES = /^\/(health|liveness|readiness)(\/|\?|$)/;

const levelOf = (status: number): 'info' | 'warn' | 'error' => {
  if (status >= 500) return 'error';
  return status >= 400 ? 'warn' : 'info';
};

/** The ids of the trace it is in, where it is in one. */
const traceOf = (response: ServerResponse): object =>
  ((response as Response).locals?.[TRACE_LOCAL] as object | undefined) ?? {};

/** A line a request, once it is answered; probes are left out. */
@Injectable()
export class AccessLog {
  constructor(private readonly logger: RootLogger) {}

  /**
   * Its query stays out of the line: people search for what they like, and a sign-in comes back with its secrets there.
   * So do cookies and every other header field but one.
   */
  follow(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '', headers } = request;
    if (PROBES.test(url)) return;
    const startedAt = Date.now();
    response.once('close', () => {
      const fields = {
        request_id: request.id,
        method,
        path: url.split('?')[0],
        status: response.statusCode,
        duration_ms: Date.now() - startedAt,
        user_agent: headers['user-agent'],
        ...traceOf(response),
      };
      this.logger.pino[levelOf(response.statusCode)](fields, 'request');
    });
  }
}
