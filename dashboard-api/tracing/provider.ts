import type { Attributes } from '@opentelemetry/api';
import { SpanKind, context, propagation, trace } from '@opentelemetry/api';
import {
  CompositePropagator,
  W3CTraceContextPropagator,
  setGlobalErrorHandler,
} from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { AWSXRayIdGenerator } from '@opentelemetry/id-generator-aws-xray';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { Sampler } from '@opentelemetry/sdk-trace-node';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';
import { XRayPropagator } from '../../domain/telemetry/x-ray-header.ts';

/** Longest that the last spans may take to be sent when the process ends. */
const EXPORT_MS = 3000;

/** Starts traces for requests alone: what is polled in the background would fill them with nothing new. */
const forRequests = (share: number): Sampler => {
  const ratio = new TraceIdRatioBasedSampler(share);
  return {
    shouldSample: (parent, traceId, _name, kind) =>
      kind === SpanKind.SERVER
        ? ratio.shouldSample(parent, traceId)
        : { decision: SamplingDecision.NOT_RECORD },
    toString: () => `ForRequests{${ratio.toString()}}`,
  };
};

/** A caller may name its trace, and have neither more nor fewer of them kept than others. */
const samplerOf = (share: number): Sampler => {
  const root = forRequests(share);
  return new ParentBasedSampler({
    root,
    remoteParentSampled: root,
    remoteParentNotSampled: root,
  });
};

/**
 * Sets up OpenTelemetry for this process: spans go to a collector over OTLP/HTTP, in the background.
 * @param onError told of spans that could not be sent
 * @returns what sends the last spans and takes tracing down again
 */
export const registerTracing = (
  url: string,
  share: number,
  resource: Attributes,
  onError: (error: unknown) => void,
): (() => Promise<void>) => {
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MS });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes(resource),
    idGenerator: new AWSXRayIdGenerator(),
    sampler: samplerOf(share),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: EXPORT_MS })],
  });
  setGlobalErrorHandler(onError);
  provider.register({
    propagator: new CompositePropagator({
      propagators: [new XRayPropagator(), new W3CTraceContextPropagator()],
    }),
  });
  return async () => {
    await provider.shutdown();
    for (const api of [trace, context, propagation]) api.disable();
  };
};
