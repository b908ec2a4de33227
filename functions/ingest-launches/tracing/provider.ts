import type { Attributes } from '@opentelemetry/api';
import {
  CompositePropagator,
  W3CTraceContextPropagator,
  setGlobalErrorHandler,
} from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { AWSXRayIdGenerator } from '@opentelemetry/id-generator-aws-xray';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import { errorFields } from '../../../domain/telemetry/error-fields.ts';
import { XRayPropagator } from '../../../domain/telemetry/x-ray-header.ts';
import { log } from '../log.ts';

/** Tracing that was set up; spans are made through OpenTelemetry's own API. */
export interface Tracing {
  /** Sends what is not sent yet; never throws, never takes more than a few seconds. */
  flush: () => Promise<void>;
}

/** A collector beside the function answers within milliseconds, or not at all: a run does not wait for it. */
const EXPORT_MS = 2000;

const flush = async (provider: NodeTracerProvider): Promise<void> => {
  try {
    await provider.forceFlush();
  } catch (error) {
    log('warn', 'traces_not_exported', errorFields(error));
  }
};

/**
 * Sets up OpenTelemetry for this process, whose own traces then go to a collector over OTLP/HTTP. What is kept follows
 * from who called: X-Ray has decided that for the whole trace; `share` is for calls without a trace.
 */
export const createTracing = (url: string, share: number, resource: Attributes): Tracing => {
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MS });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes(resource),
    idGenerator: new AWSXRayIdGenerator(),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: EXPORT_MS })],
  });
  setGlobalErrorHandler((error) => log('warn', 'traces_not_exported', errorFields(error)));
  provider.register({
    propagator: new CompositePropagator({
      propagators: [new XRayPropagator(), new W3CTraceContextPropagator()],
    }),
  });
  return { flush: () => flush(provider) };
};
