import type { Environment } from '../environment.ts';
import type { Tracing } from './provider.ts';

const NO_TRACING: Tracing = { flush: () => Promise.resolve() };

/** Where a collector takes traces, under its base address (OTLP/HTTP). */
const tracesUrl = (endpoint: string): string => `${endpoint.replace(/\/+$/, '')}/v1/traces`;

/** Sets tracing up where there is a collector; without one its code is not even loaded. */
export const startTracing = async (environment: Environment): Promise<Tracing> => {
  const { tracingEndpoint, tracedShare, name } = environment;
  if (tracingEndpoint === null) return NO_TRACING;
  const { createTracing } = await import('./provider.ts');
  return createTracing(tracesUrl(tracingEndpoint), tracedShare, {
    'service.name': 'ingest-launches',
    'deployment.environment.name': name,
    'cloud.provider': 'aws',
    'cloud.platform': 'aws_lambda',
  });
};
