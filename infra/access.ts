import type { Ingestion } from './components/ingestion.ts';
import { DashboardAccess } from './components/dashboard-access.ts';
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

/**
 * What the dashboard needs for people to sign in and to start ingestion. Without a way out neither the issuer nor
 * Lambda could be reached, and what needs them stays closed.
 */
export const createAccess = (
  names: Naming,
  config: StackConfig,
  { issuer, entrance, ingestion }: { issuer: Issuer; entrance: Entrance; ingestion: Ingestion },
): Use[] => {
  if (!reachesInternet(config)) return [];
  const args = { ...config, issuer, dashboardUrl: entrance.url };
  return [ingestion.caller, new DashboardAccess(names.of('access'), args).use];
};
