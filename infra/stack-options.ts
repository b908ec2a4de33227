import type { LaunchSource } from '../domain/launches/keys.ts';
import type { SafeguardOptions } from './safeguard-options.ts';

export const NAT_GATEWAYS = ['none', 'single', 'one-per-zone'] as const;
export const CAPACITIES = ['on-demand', 'mixed', 'spot'] as const;
export const FETCH_AUTHORIZATIONS = ['iam', 'none'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** All that one stack differs in from another. */
export interface StackConfig extends SafeguardOptions {
  project: string;
  stack: string;
  /** `aws:region`, the one setting without a default. */
  region: string;
  /** What the deployment calls itself; `dev` adds detail to ingestion's answers. @default the stack's name */
  environment: string;
  /** Whether what holds data or serves people is kept from deletion: everywhere but in `dev`. */
  isProtected: boolean;
  /** Launch sources collected and served, the default one first. @default launch-library,spacex */
  sources: readonly LaunchSource[];
  /** Way of private subnets to the internet. @default none */
  natGateways: (typeof NAT_GATEWAYS)[number];
  /** Whether ECR and CloudWatch Logs are reached inside the network. @default false */
  interfaceEndpoints: boolean;
  /** Whether tasks run in public subnets. @default true with neither NAT nor interface endpoints */
  publicTasks: boolean;
  /** Second region that holds a copy of the table. @default none */
  replicaRegion: string | undefined;
  /** Where the launch APIs are. @default the real ones */
  spacexApiUrl: string | undefined;
  launchLibraryApiUrl: string | undefined;
  /** Whether there is a secret for the token that raises Launch Library's limit of calls. @default false */
  launchLibraryTokenSecret: boolean;
  /** Ingestion runs at once, taken from the account's Lambda quota. @default not reserved */
  reservedConcurrency: number | undefined;
  /** Who may call POST /fetch: signed requests only, or anyone. @default iam */
  fetchAuthorization: (typeof FETCH_AUTHORIZATIONS)[number];
  /** Image to run instead of one built from this checkout. @default built and pushed */
  dashboardImage: string | undefined;
  /** Least severe level the dashboard logs. @default info */
  logLevel: (typeof LOG_LEVELS)[number];
  /** What tasks run on; `mixed` keeps minTasks on demand and adds Spot. @default on-demand */
  capacity: (typeof CAPACITIES)[number];
  /** Bounds of the scaling. @default 1 and 5 */
  minTasks: number;
  maxTasks: number;
  /** Whether weekdays have bounds of their own: 4–10 from 09:00, 2–5 from 18:00. @default false */
  weekdayScaling: boolean;
  /** Time zone of those hours (IANA). @default UTC */
  weekdayTimezone: string;
  /** Whether CloudFront stands in front of the balancer, which then answers nobody else. @default true outside dev */
  edge: boolean;
  /** Whether a firewall (WAF) stands in front of all. @default true outside dev */
  firewall: boolean;
  /** Countries the firewall blocks (ISO 3166-1 alpha-2). @default none */
  blockedCountries: readonly string[];
  /** Certificate for HTTPS (ACM, same region). @default one is made for domainName */
  certificateArn: string | undefined;
  /** The same for CloudFront (ACM, us-east-1). @default certificateArn if it is from there, else one is made */
  edgeCertificateArn: string | undefined;
  /** Name of the dashboard. @default CloudFront's or the balancer's own */
  domainName: string | undefined;
  /** Route 53 zone the name is in. */
  hostedZoneId: string | undefined;
  /** Whether requests and runs are traced in X-Ray, by a collector beside each program. @default false */
  tracing: boolean;
  /** How many of a hundred requests to the dashboard are traced. @default 5 */
  tracedPercent: number;
  /** Collector to run in the tasks. @default AWS's own, from its public registry */
  collectorImage: string | undefined;
  /** Who is written to when an alarm changes. @default nobody */
  alarmEmail: string | undefined;
}
