import type { Ingestion } from './components/ingestion.ts';
import { DashboardAccess } from './components/dashboard-access.ts';
import type { LaunchesTable } from './components/launches-table.ts';
import { UserPool } from './components/user-pool.ts';
import { reachesInternet } from './access-rules.ts';
import type { Entrance } from './entrance.ts';
import type { Issuer } from './issuer.ts';
import { configuredIssuer } from './issuer.ts';
import type { Naming } from './naming.ts';
import type { StackConfig } from './stack-options.ts';
import type { Use } from './uses.ts';

/** Who vouches for people and programs: the issuer that is configured, or else a pool of people that is made. */
export const createIssuer = (
  names: Naming,
  config: StackConfig,
  { url: dashboardUrl, balancer }: Entrance,
): { issuer: Issuer; people?: UserPool } => {
  const given = configuredIssuer(config);
  if (given !== undefined) return { issuer: given };
  const isEncrypted = balancer.isSecure;
  const people = new UserPool(names.of('users'), { ...config, dashboardUrl, isEncrypted });
  return { issuer: people.issuer, people };
};

/** What the dashboard lets people sign in at, and what it starts and notes for them. */
export interface AccessArgs {
  issuer: Issuer;
  entrance: Entrance;
  ingestion: Ingestion;
  table: LaunchesTable;
}

/**
 * What the dashboard needs for people to sign in and out and to start ingestion. Without a way out neither the
 * issuer nor Lambda could be reached, and what needs them stays closed.
 */
export const createAccess = (
  names: Naming,
  config: StackConfig,
  { issuer, entrance, ingestion, table }: AccessArgs,
): Use[] => {
  if (!reachesInternet(config)) return [];
  const args = { ...config, issuer, dashboardUrl: entrance.url };
  const access = new DashboardAccess(names.of('access'), args).use;
  return [ingestion.caller, access, ...(issuer.clientId === undefined ? [] : [table.sessionNotes])];
};
