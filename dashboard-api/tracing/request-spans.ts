import type { Span } from '@opentelemetry/api';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  context,
  propagation,
  trace,
} from '@opentelemetry/api';
import type { Request, RequestHandler, Response } from 'express';
import { traceFields } from '../../domain/telemetry/tracing.ts';
import { isFromTrusted } from '../http/request-id.ts';

/** What is asked for all day, or is nothing but a file. */
const NOT_TRACED = /^\/(health|liveness|readiness|assets|favicon\.svg|robots\.txt)(\/|\?|$)/;

/** Where the ids of a request's trace are kept: its line in the log is written outside of its context. */
export const TRACE_LOCAL = 'trace';

const describe = (span: Span, request: Request, response: Response): void => {
  const route = (request.route as { path?: string } | undefined)?.path;
  const { statusCode } = response;
  span.setAttributes({
    'http.response.status_code': statusCode,
    'http.request.id': String(request.id),
  });
  if (route !== undefined) {
    span.updateName(`${request.method} ${route}`);
    span.setAttribute('http.route', route);
  }
  if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
};

/** Nothing of the query and the header fields: people search for what they like, and some of it is secret. */
const attributesOf = (request: Request) => ({
  'http.request.method': request.method,
  // Express would parse it, and fail on some that HTTP lets through.
  'url.path': request.originalUrl.split('?')[0],
  'url.scheme': request.protocol,
});

/**
 * Puts each request into a span, to be a child of the one that a trusted caller names. To be used before everything
 * that is to be in it.
 * @param trustedProxies as {@link isFromTrusted} takes them
 */
export const traceRequests =
  (trustedProxies: number): RequestHandler =>
  (request, response, next) => {
    if (NOT_TRACED.test(request.originalUrl)) return next();
    const parent = isFromTrusted(request, trustedProxies)
      ? propagation.extract(ROOT_CONTEXT, request.headers)
      : ROOT_CONTEXT;
    const options = { kind: SpanKind.SERVER, attributes: attributesOf(request) };
    const span = trace.getTracer('spacex-dashboard').startSpan(request.method, options, parent);
    response.once('close', () => {
      describe(span, request, response);
      span.end();
    });
    context.with(trace.setSpan(parent, span), () => {
      response.locals[TRACE_LOCAL] = traceFields();
      next();
    });
  };
