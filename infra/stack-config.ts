import * as pulumi from '@pulumi/pulumi';
import { LAUNCH_SOURCES } from '../domain/launches/keys.ts';
import { readSafeguards } from './safeguard-config.ts';
import { Settings } from './settings.ts';
import type { StackConfig } from './stack-options.ts';
import { CAPACITIES, FETCH_AUTHORIZATIONS, LOG_LEVELS, NAT_GATEWAYS } from './stack-options.ts';
import { impossibilities } from './stack-rules.ts';

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;
const CERTIFICATE = /^arn:[\w-]+:acm:[\w-]+:\d{12}:certificate\/[\w-]+$/;
const COUNTRY = /^[A-Z]{2}$/;
const IMAGE = /^[\w.:/@-]+$/;
const EMAIL = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;
const TIMEZONE = /^[A-Z]\w+(\/[A-Z][\w+-]+)*$/;

const readNetwork = (settings: Settings) => {
  const natGateways = settings.choice('natGateways', NAT_GATEWAYS, 'none');
  const interfaceEndpoints = settings.flag('interfaceEndpoints', false);
  const needsPublic = natGateways === 'none' && !interfaceEndpoints;
  const publicTasks = settings.flag('publicTasks', needsPublic);
  return { natGateways, interfaceEndpoints, publicTasks };
};

const readIngestion = (settings: Settings) => ({
  sources: settings.list('sources', LAUNCH_SOURCES, LAUNCH_SOURCES),
  spacexApiUrl: settings.httpUrl('spacexApiUrl'),
  launchLibraryApiUrl: settings.httpUrl('launchLibraryApiUrl'),
  launchLibraryTokenSecret: settings.flag('launchLibraryTokenSecret', false),
  reservedConcurrency: settings.count('reservedConcurrency', undefined),
  fetchAuthorization: settings.choice('fetchAuthorization', FETCH_AUTHORIZATIONS, 'iam'),
});

const readService = (settings: Settings) => ({
  dashboardImage: settings.match('dashboardImage', IMAGE, 'the name of an image'),
  logLevel: settings.choice('logLevel', LOG_LEVELS, 'info'),
  capacity: settings.choice('capacity', CAPACITIES, 'on-demand'),
  minTasks: settings.count('minTasks', 1),
  maxTasks: settings.count('maxTasks', 5),
  weekdayScaling: settings.flag('weekdayScaling', false),
  weekdayTimezone:
    settings.match('weekdayTimezone', TIMEZONE, 'an IANA time zone such as Europe/Berlin') ?? 'UTC',
});

/** What stands in front: kept from the cheap stack for its price, from no other. */
const readEntrance = (settings: Settings, isProtected: boolean) => ({
  edge: settings.flag('edge', isProtected),
  firewall: settings.flag('firewall', isProtected),
  blockedCountries: settings.words('blockedCountries', COUNTRY, 'countries such as KP,SY'),
  certificateArn: settings.match('certificateArn', CERTIFICATE, 'the ARN of a certificate'),
  edgeCertificateArn: settings.match('edgeCertificateArn', CERTIFICATE, 'the ARN of a certificate'),
  domainName: settings.match('domainName', DOMAIN, 'a domain name'),
  hostedZoneId: settings.match('hostedZoneId', /^Z[A-Z0-9]+$/, 'the id of a Route 53 zone'),
});

const readTracing = (settings: Settings) => ({
  tracing: settings.flag('tracing', false),
  tracedPercent: Number(
    settings.match('tracedPercent', /^([1-9]\d?|100)$/, 'a whole number from 1 to 100') ?? 5,
  ),
  collectorImage: settings.match('collectorImage', IMAGE, 'the name of an image'),
});

/** Parts of the configuration that Pulumi or another key gives. */
const NOT_KEYS = ['project', 'stack', 'region', 'isProtected'];

/** Keys nobody reads are misspelt ones. */
const unknownKeys = (project: string, config: StackConfig): string[] =>
  Object.keys(pulumi.runtime.allConfig())
    .filter((key) => key.startsWith(`${project}:`))
    .map((key) => key.slice(project.length + 1))
    .filter((key) => NOT_KEYS.includes(key) || !(key in config))
    .map((key) => `${key} is not a setting of this program`);

/**
 * Reads the whole configuration of the stack; nothing else does.
 * @throws pulumi.RunError in one line that names every key that is wrong or rules another one out
 */
export const readStackConfig = (): StackConfig => {
  const [project, stack] = [pulumi.getProject(), pulumi.getStack()];
  const config = new pulumi.Config();
  const settings = new Settings(config);
  const provider = new Settings({ get: (key) => new pulumi.Config('aws').get(key.slice(4)) });
  const environment =
    settings.match('environment', /^[a-z][\w-]*$/, 'a word such as staging') ?? stack;
  const isProtected = environment !== 'dev';
  const replicaRegion = settings.region('replicaRegion');
  const result: StackConfig = {
    project,
    stack,
    region: provider.region('aws:region') ?? '',
    environment,
    isProtected,
    replicaRegion,
    alarmEmail: settings.match('alarmEmail', EMAIL, 'an e-mail address'),
    ...readNetwork(settings),
    ...readIngestion(settings),
    ...readService(settings),
    ...readEntrance(settings, isProtected),
    ...readSafeguards(settings, { isProtected, replicaRegion }),
    ...readTracing(settings),
  };
  const wrong = [...provider.problems, ...settings.problems, ...unknownKeys(project, result)];
  const problems = wrong.length > 0 ? wrong : impossibilities(result);
  if (problems.length > 0)
    throw new pulumi.RunError(`Configuration of ${stack}: ${problems.join('; ')}`);
  return result;
};
