import { parseEcrImage } from './ecr-image.ts';
import { EDGE_REGION } from './edge-region.ts';
import { MAX_STACK_NAME_LENGTH, STACK_NAME } from './naming.ts';
import { SAFEGUARD_RULES } from './safeguard-rules.ts';
import type { StackConfig } from './stack-options.ts';

type Rule = (config: StackConfig) => string | false;

/** Countries in one rule of a firewall. */
const MAX_COUNTRIES = 50;

const regionOf = (arn: string): string | undefined => arn.split(':')[3];

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

const unreachableCollector: Rule = (config) =>
  config.tracing &&
  config.natGateways === 'none' &&
  !config.publicTasks &&
  parseEcrImage(config.collectorImage ?? '')?.region !== config.region &&
  `collectorImage must be set to an image in ECR in ${config.region} with tracing, interfaceEndpoints and no natGateways`;

const collectorWithoutTracing: Rule = ({ tracing, collectorImage }) =>
  !tracing && collectorImage !== undefined && 'collectorImage means nothing without tracing';

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
  regionOf(certificateArn) !== here &&
  `certificateArn must be a certificate in aws:region (${here})`;

const edgeSettingsWithoutEdge: Rule = ({ edge, edgeCertificateArn }) =>
  edgeCertificateArn !== undefined && !edge && 'edgeCertificateArn means nothing without edge';

const certificateWithoutName: Rule = ({ edge, domainName, certificateArn, edgeCertificateArn }) =>
  edge &&
  domainName === undefined &&
  (certificateArn ?? edgeCertificateArn) !== undefined &&
  'certificateArn and edgeCertificateArn need domainName with edge: CloudFront asks the balancer by it';

const edgeCertificateElsewhere: Rule = ({ edgeCertificateArn }) =>
  edgeCertificateArn !== undefined &&
  regionOf(edgeCertificateArn) !== EDGE_REGION &&
  `edgeCertificateArn must be a certificate in ${EDGE_REGION}`;

const nameWithoutEdgeCertificate: Rule = (config) =>
  config.edge &&
  config.domainName !== undefined &&
  config.hostedZoneId === undefined &&
  config.edgeCertificateArn === undefined &&
  config.region !== EDGE_REGION &&
  `domainName without hostedZoneId needs edgeCertificateArn: CloudFront takes certificates of ${EDGE_REGION} only`;

const countriesWithoutFirewall: Rule = ({ firewall, blockedCountries }) =>
  !firewall && blockedCountries.length > 0 && 'blockedCountries means nothing without firewall';

const tooManyCountries: Rule = ({ blockedCountries }) =>
  blockedCountries.length > MAX_COUNTRIES &&
  `blockedCountries names ${blockedCountries.length} countries; a firewall rule takes ${MAX_COUNTRIES}`;

const replicaInPlace: Rule = ({ replicaRegion, region: here }) =>
  replicaRegion === here && `replicaRegion must be another region than aws:region (${here})`;

const RULES: readonly Rule[] = [
  stackName,
  region,
  publicTasksWithPrivateWays,
  privateTasksWithoutWay,
  unreachableImage,
  unreachableCollector,
  collectorWithoutTracing,
  bounds,
  timezoneWithoutSchedule,
  zoneWithoutDomain,
  domainWithoutZone,
  certificateElsewhere,
  edgeSettingsWithoutEdge,
  certificateWithoutName,
  edgeCertificateElsewhere,
  nameWithoutEdgeCertificate,
  countriesWithoutFirewall,
  tooManyCountries,
  replicaInPlace,
  ...SAFEGUARD_RULES,
];

/** What of a configuration cannot be together, each in words that name the keys; empty when all can. */
export const impossibilities = (config: StackConfig): string[] =>
  RULES.map((rule) => rule(config)).filter((problem) => problem !== false);
