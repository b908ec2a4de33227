import { parseEcrImage } from './ecr-image.ts';
import { MAX_STACK_NAME_LENGTH, STACK_NAME } from './naming.ts';
import type { StackConfig } from './stack-options.ts';

type Rule = (config: StackConfig) => string | false;

const ISSUER_KEYS = ['oidcAudience', 'oidcClientId', 'oidcClientSecret', 'oidcRolesClaim'] as const;

/** Whether people reach the dashboard by HTTPS. */
export const servesHttps = ({ certificateArn, domainName }: StackConfig): boolean =>
  certificateArn !== undefined || domainName !== undefined;

/** Whether tasks reach more than the AWS services that have addresses inside the network. */
export const reachesInternet = ({ publicTasks, natGateways }: StackConfig): boolean =>
  publicTasks || natGateways !== 'none';

const stackName: Rule = ({ stack }) =>
  !STACK_NAME.test(stack) &&
  `stack "${stack}" is not 1 to ${MAX_STACK_NAME_LENGTH} small letters, digits and inner hyphens`;

const region: Rule = (config) =>
  config.region === '' && 'aws:region is not set (pulumi config set aws:region us-east-1)';

const publicTasksWithPrivateWays: Rule = ({ publicTasks, natGateways, interfaceEndpoints }) =>
  publicTasks &&
  (natGateways !== 'none' || interfaceEndpoints) &&
  'publicTasks cannot be true with natGateways or interfaceEndpoints: those are for private tasks';

const privateTasksWithoutWay: Rule = ({ publicTasks, natGateways, interfaceEndpoints }) =>
  !publicTasks &&
  natGateways === 'none' &&
  !interfaceEndpoints &&
  'publicTasks cannot be false with neither natGateways nor interfaceEndpoints: no image would reach the tasks';

const unreachableImage: Rule = ({ dashboardImage, natGateways, publicTasks, region: here }) =>
  dashboardImage !== undefined &&
  natGateways === 'none' &&
  !publicTasks &&
  parseEcrImage(dashboardImage)?.region !== here &&
  `dashboardImage must be in ECR in ${here} with interfaceEndpoints and no natGateways`;

const bounds: Rule = ({ minTasks, maxTasks }) =>
  minTasks > maxTasks && `minTasks (${minTasks}) is over maxTasks (${maxTasks})`;

const timezoneWithoutSchedule: Rule = ({ weekdayScaling, weekdayTimezone }) =>
  !weekdayScaling &&
  weekdayTimezone !== 'UTC' &&
  'weekdayTimezone means nothing without weekdayScaling';

const zoneWithoutDomain: Rule = ({ domainName, hostedZoneId }) =>
  hostedZoneId !== undefined &&
  domainName === undefined &&
  'hostedZoneId and domainName must be set together';

const domainWithoutZone: Rule = ({ domainName, hostedZoneId, certificateArn }) =>
  domainName !== undefined &&
  hostedZoneId === undefined &&
  certificateArn === undefined &&
  'domainName and hostedZoneId must be set together, unless certificateArn is set';

const certificateElsewhere: Rule = ({ certificateArn, region: here }) =>
  certificateArn !== undefined &&
  certificateArn.split(':')[3] !== here &&
  `certificateArn must be a certificate in aws:region (${here})`;

const replicaInPlace: Rule = ({ replicaRegion, region: here }) =>
  replicaRegion === here && `replicaRegion must be another region than aws:region (${here})`;

const issuerWithoutAudience: Rule = ({ oidcIssuer, oidcAudience }) =>
  oidcIssuer !== undefined &&
  oidcAudience === undefined &&
  'oidcAudience must be set with oidcIssuer: its other tokens are for others';

const clientWithoutIssuer: Rule = (config) =>
  config.oidcIssuer === undefined &&
  ISSUER_KEYS.some((key) => config[key] !== undefined) &&
  `${ISSUER_KEYS.join(', ')} mean nothing without oidcIssuer`;

const secretWithoutClient: Rule = ({ oidcClientSecret, oidcClientId }) =>
  oidcClientSecret !== undefined &&
  oidcClientId === undefined &&
  'oidcClientSecret means nothing without oidcClientId';

const signInNobodyCan: Rule = (config) =>
  config.readingAccess === 'sign-in' &&
  (!servesHttps(config) || (config.oidcIssuer !== undefined && !config.oidcClientId)) &&
  'readingAccess sign-in needs HTTPS (domainName or certificateArn), and oidcClientId with oidcIssuer';

const signInOutOfReach: Rule = (config) =>
  config.readingAccess === 'sign-in' &&
  !reachesInternet(config) &&
  'readingAccess sign-in needs publicTasks or natGateways: tasks must reach the issuer';

const RULES: readonly Rule[] = [
  stackName,
  region,
  publicTasksWithPrivateWays,
  privateTasksWithoutWay,
  unreachableImage,
  bounds,
  timezoneWithoutSchedule,
  zoneWithoutDomain,
  domainWithoutZone,
  certificateElsewhere,
  replicaInPlace,
  issuerWithoutAudience,
  clientWithoutIssuer,
  secretWithoutClient,
  signInNobodyCan,
  signInOutOfReach,
];

/** What of a configuration cannot be together, each in words that name the keys; empty when all can. */
export const impossibilities = (config: StackConfig): string[] =>
  RULES.map((rule) => rule(config)).filter((problem) => problem !== false);
