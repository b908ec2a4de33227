import type { Attributes, Span, SpanKind } from '@opentelemetry/api';
import { SpanStatusCode, trace } from '@opentelemetry/api';

/** What a span is said to be; attributes are named by OpenTelemetry's conventions where there are any. */
export interface SpanDescription {
  kind?: SpanKind;
  attributes?: Attributes;
}

const fail = (span: Span, error: unknown): void => {
  // The name alone: messages and stacks are in the log, under the same trace id.
  const name = error instanceof Error ? error.name : 'Error';
  span.setAttribute('error.type', name);
  span.setStatus({ code: SpanStatusCode.ERROR, message: name });
};

const endWith = async <T>(span: Span, result: PromiseLike<T>): Promise<T> => {
  try {
    return await result;
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
};

const isPromise = <T>(value: T): value is T & PromiseLike<Awaited<T>> => value instanceof Promise;

/**
 * Runs something in a span of its own, a child of the one it is called in. Costs next to nothing in a program that has
 * not set up tracing.
 * @param name low in variety: what is done, not to what
 */
export const traced = <T>(
  name: string,
  { kind, attributes = {} }: SpanDescription,
  run: (span: Span) => T,
): T =>
  trace
    .getTracer('spacex-dashboard')
    .startActiveSpan(name, { attributes, ...(kind === undefined ? {} : { kind }) }, (span) => {
      try {
        const result = run(span);
        if (isPromise(result)) return endWith(span, result) as T;
        span.end();
        return result;
      } catch (error) {
        fail(span, error);
        span.end();
        throw error;
      }
    });

/** Fields of a log line that lead to the trace it belongs to; none outside of one. */
export const traceFields = (): { trace_id: string; span_id: string } | Record<string, never> => {
  const context = trace.getActiveSpan()?.spanContext();
  return context === undefined ? {} : { trace_id: context.traceId, span_id: context.spanId };
};
