import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { StackSetup } from './recording.ts';

const PROJECT_FOLDER = join(import.meta.dirname, '../../..');

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A stack as its settings file in the project says. */
const fromFile = (stack: string): StackSetup => {
  const text = readFileSync(join(PROJECT_FOLDER, `Pulumi.${stack}.yaml`), 'utf8');
  const { config } = load(text) as { config: Record<string, unknown> };
  const entries = Object.entries(config).map(([key, value]) => [key, asText(value)]);
  return { stack, config: Object.fromEntries(entries) as Record<string, string> };
};

const withSettings = (
  stack: string,
  settings: Record<string, string>,
  region = 'us-east-1',
): StackSetup => ({
  stack,
  config: {
    'aws:region': region,
    ...Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [`spacex-dashboard:${key}`, value]),
    ),
  },
});

/** Everything that can be switched on at once. */
const full = withSettings('full', {
  natGateways: 'single',
  interfaceEndpoints: 'true',
  replicaRegion: 'us-west-2',
  spacexApiUrl: 'https://launches.example.org',
  launchLibraryApiUrl: 'https://library.example.org',
  launchLibraryTokenSecret: 'true',
  blockedCountries: 'KP, SY',
  reservedConcurrency: '3',
  logLevel: 'debug',
  capacity: 'mixed',
  minTasks: '2',
  maxTasks: '8',
  weekdayScaling: 'true',
  weekdayTimezone: 'Europe/Berlin',
  domainName: 'launches.example.org',
  hostedZoneId: 'Z0123456789',
  alarmEmail: 'operations@example.org',
  customerManagedKeys: 'true',
  auditTrail: 'true',
  guardDuty: 'own',
  awsConfig: 'true',
  securityHub: 'true',
  inspector: 'true',
  monthlyBudget: '250',
  backups: 'true',
  backupRegion: 'eu-west-1',
});

/** The other choice wherever `full` makes one, under the longest name a stack may have. */
const longest = withSettings('abcdefgh-1234567', {
  environment: 'staging',
  sources: 'spacex',
  interfaceEndpoints: 'true',
  fetchAuthorization: 'none',
  dashboardImage: '210987654321.dkr.ecr.us-east-1.amazonaws.com/shared/dashboard:1.2.3',
  weekdayScaling: 'true',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/5a5a5a5a',
  domainName: 'launches.example.org',
  hostedZoneId: 'Z0123456789',
  alarmEmail: 'operations@example.org',
  auditLockMode: 'compliance',
  auditLockDays: '365',
  guardDuty: 'existing',
});

/** Far from where CloudFront has its own, with a name. */
const abroad = withSettings(
  'abroad',
  {
    domainName: 'launches.example.org',
    hostedZoneId: 'Z0123456789',
    alarmEmail: 'operations@example.org',
    tracing: 'true',
  },
  'eu-west-1',
);

/** Traces, where nothing of the internet is reached. */
const traced = withSettings('traced', {
  interfaceEndpoints: 'true',
  tracing: 'true',
  tracedPercent: '20',
  collectorImage: '210987654321.dkr.ecr.us-east-1.amazonaws.com/shared/collector:1.2.3',
});

/** A name and a firewall, but nothing of CloudFront. */
const direct = withSettings('direct', {
  edge: 'false',
  domainName: 'launches.example.org',
  hostedZoneId: 'Z0123456789',
});

/** The stacks that the tests look at; `again` is `full` a second time. */
export const STACKS = {
  dev: fromFile('dev'),
  prod: fromFile('prod'),
  bare: withSettings('dev', {}),
  full,
  again: full,
  longest,
  abroad,
  traced,
  direct,
};

export type StackName = keyof typeof STACKS;
