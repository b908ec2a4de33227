import type * as pulumi from '@pulumi/pulumi';
import type { TableUse } from './components/launches-table.ts';
import type { StackConfig } from './stack-options.ts';

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
}

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
});
