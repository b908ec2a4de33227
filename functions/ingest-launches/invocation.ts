import { randomUUID } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind, context, propagation } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { isRequestId } from '../../domain/telemetry/request-id.ts';
import { traced } from '../../domain/telemetry/tracing.ts';
import { X_RAY_VARIABLE } from '../../domain/telemetry/x-ray-header.ts';
import type { LambdaContext } from './deadline.ts';
import { marksOf, triggerOf } from './event.ts';
import { inLogContext } from './log.ts';

/** The caller's id of the request, or else the one Lambda gave the invocation. */
const requestIdOf = (event: unknown, lambda: LambdaContext | undefined): string => {
  const { requestId } = marksOf(event);
  return isRequestId(requestId) ? requestId : (lambda?.awsRequestId ?? randomUUID());
};

/** The trace that a caller of ours began, or else the one that X-Ray began when the function was invoked. */
const traceOf = (event: unknown): Context =>
  propagation.extract(ROOT_CONTEXT, {
    'x-amzn-trace-id': process.env[X_RAY_VARIABLE],
    traceparent: marksOf(event).traceparent,
  });

const spanOf = (event: unknown, id: string) => ({
  kind: SpanKind.SERVER,
  attributes: {
    'faas.invocation_id': id,
    'faas.trigger': { http: 'http', schedule: 'timer', direct: 'other' }[triggerOf(event)],
  },
});

/** Runs the answer to an event under its request's id and in its trace; both are in every log line of it. */
export const inInvocation = <T>(
  event: unknown,
  lambda: LambdaContext | undefined,
  run: () => Promise<T>,
): Promise<T> => {
  const request_id = requestIdOf(event, lambda);
  return inLogContext({ request_id }, () =>
    context.with(traceOf(event), () => traced('ingest-launches', spanOf(event, request_id), run)),
  );
};
