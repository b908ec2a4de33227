import type { StackConfig } from './stack-options.ts';

type Rule = (config: StackConfig) => string | false;

const ISSUER_KEYS = ['oidcAudience', 'oidcClientId', 'oidcClientSecret', 'oidcRolesClaim'] as const;

/** Whether requests are encrypted up to the balancer: with CloudFront's own certificate they are only up to there. */
const isEncrypted = ({ certificateArn, domainName }: StackConfig): boolean =>
  certificateArn !== undefined || domainName !== undefined;

/** Whether tasks reach more than the AWS services that have addresses inside the network. */
export const reachesInternet = ({ publicTasks, natGateways }: StackConfig): boolean =>
  publicTasks || natGateways !== 'none';

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

/** Without an issuer of its own, a stack that wants people to sign in makes one, with a client. */
const browserSignIn = ({ readingAccess, oidcClientId }: StackConfig): boolean =>
  readingAccess === 'sign-in' || oidcClientId !== undefined;

/** A session that goes over plain HTTP is anybody's on the way. */
const signInUnprotected: Rule = (config) =>
  browserSignIn(config) &&
  !isEncrypted(config) &&
  'readingAccess sign-in and oidcClientId need HTTPS up to the load balancer: domainName or certificateArn';

const signInNobodyCan: Rule = ({ readingAccess, oidcIssuer, oidcClientId }) =>
  readingAccess === 'sign-in' &&
  oidcIssuer !== undefined &&
  !oidcClientId &&
  'readingAccess sign-in needs oidcClientId with oidcIssuer';

const signInOutOfReach: Rule = (config) =>
  config.readingAccess === 'sign-in' &&
  !reachesInternet(config) &&
  'readingAccess sign-in needs publicTasks or natGateways: tasks must reach the issuer';

/** What of who may do what cannot be. */
export const ACCESS_RULES: readonly Rule[] = [
  issuerWithoutAudience,
  clientWithoutIssuer,
  secretWithoutClient,
  signInUnprotected,
  signInNobodyCan,
  signInOutOfReach,
];
