import type * as pulumi from '@pulumi/pulumi';
import type { TableUse } from './components/launches-table.ts';
import type { StackConfig } from './stack-options.ts';
import { COLLECTOR_VARIABLES } from './tracing.ts';

/** What the dashboard is told by its environment. */
export interface DashboardVariables {
  table: Pick<TableUse, 'environment'>;
  region: string;
  /** ENVIRONMENT of the tasks, written into each log line. */
  environment: string;
  sources: readonly string[];
  /** Least severe level logged. @default info */
  logLevel?: StackConfig['logLevel'];
  /** Port the dashboard listens on. */
  port: number;
  /** Proxies in front, each of which adds an address to X-Forwarded-For. */
  proxies: number;
  /** Whether every reader comes by HTTPS, which the balancer need not know of. */
  isBehindTls: boolean;
  /** Whether a collector runs beside the dashboard and takes its traces to X-Ray. @default false */
  tracing?: boolean;
  /** How many of a hundred requests are traced. @default 5 */
  tracedPercent?: number;
}

const tracingVariables = ({ tracedPercent = 5 }: DashboardVariables) => ({
  ...COLLECTOR_VARIABLES,
  OTEL_TRACES_SAMPLER_ARG: String(tracedPercent / 100),
});

/** The environment variables of a task. */
export const dashboardVariables = (
  args: DashboardVariables,
): Record<string, pulumi.Input<string>> => ({
  ...args.table.environment,
  LAUNCH_SOURCES: args.sources.join(','),
  PORT: String(args.port),
  ENVIRONMENT: args.environment,
  LOG_LEVEL: args.logLevel ?? 'info',
  AWS_REGION: args.region,
  TRUSTED_PROXIES: String(args.proxies),
  BEHIND_TLS: String(args.isBehindTls),
  ...(args.tracing === true ? tracingVariables(args) : {}),
});
