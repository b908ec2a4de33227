import type {
  Context,
  SpanContext,
  TextMapGetter,
  TextMapPropagator,
  TextMapSetter,
} from '@opentelemetry/api';
import { TraceFlags, isSpanContextValid, trace } from '@opentelemetry/api';

/** Name of AWS's header, and of the Lambda variable with the same content. */
const HEADER = 'x-amzn-trace-id';
export const X_RAY_VARIABLE = '_X_AMZN_TRACE_ID';

const ROOT = /(?:^|;)\s*Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)/;
const PARENT = /(?:^|;)\s*Parent=([0-9a-f]{16})(?:;|$)/;
const SAMPLED = /(?:^|;)\s*Sampled=1(?:;|$)/;

const parse = (text: string): SpanContext | null => {
  const [, time, rest] = ROOT.exec(text) ?? [];
  const [, spanId] = PARENT.exec(text) ?? [];
  if (time === undefined || rest === undefined || spanId === undefined) return null;
  const traceFlags = SAMPLED.test(text) ? TraceFlags.SAMPLED : TraceFlags.NONE;
  const context = { traceId: `${time}${rest}`, spanId, traceFlags, isRemote: true };
  return isSpanContextValid(context) ? context : null;
};

/**
 * Carries a trace in AWS's own header, `Root=1-<time>-<id>;Parent=<span>;Sampled=1`
 * (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html). A trace without a parent, as a load balancer
 * starts one, is not gone on with: nothing says whether it is kept.
 */
export class XRayPropagator implements TextMapPropagator {
  inject(context: Context, carrier: unknown, setter: TextMapSetter): void {
    const span = trace.getSpanContext(context);
    if (span === undefined || !isSpanContextValid(span)) return;
    const root = `1-${span.traceId.slice(0, 8)}-${span.traceId.slice(8)}`;
    const sampled = (span.traceFlags & TraceFlags.SAMPLED) === 0 ? 0 : 1;
    setter.set(carrier, HEADER, `Root=${root};Parent=${span.spanId};Sampled=${sampled}`);
  }

  extract(context: Context, carrier: unknown, getter: TextMapGetter): Context {
    const given = getter.get(carrier, HEADER);
    const parent = typeof given === 'string' ? parse(given) : null;
    return parent === null ? context : trace.setSpanContext(context, parent);
  }

  fields(): string[] {
    return [HEADER];
  }
}
