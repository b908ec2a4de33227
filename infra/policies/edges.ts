import type { Check, Rule } from './rule.ts';
import { at, listAt, requires, requiresCompanion } from './rule.ts';

const DISTRIBUTION = 'aws:cloudfront/distribution:Distribution';
const FIREWALL = 'aws:wafv2/webAcl:WebAcl';

const TLS_1_2_OR_NEWER = /^TLSv1\.[23]_20/;
const SENDS_TO_HTTPS = ['redirect-to-https', 'https-only'];

const behaviours = (props: unknown): unknown[] => [
  at(props, 'defaultCacheBehavior'),
  ...listAt(props, 'orderedCacheBehaviors'),
];

/** AWS alone settles what its own names (`*.cloudfront.net`) speak. */
const speaksTls: Check = requires(
  'speaks older TLS than 1.2 (viewerCertificate.minimumProtocolVersion)',
  (props) =>
    at(props, 'viewerCertificate', 'cloudfrontDefaultCertificate') === true ||
    TLS_1_2_OR_NEWER.test(String(at(props, 'viewerCertificate', 'minimumProtocolVersion'))),
);

const blocksBadInputs = (rule: unknown): boolean =>
  at(rule, 'statement', 'managedRuleGroupStatement', 'name') ===
    'AWSManagedRulesKnownBadInputsRuleSet' && at(rule, 'overrideAction', 'count') === undefined;

export const EDGE_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_34',
    description: 'CloudFront answers HTTP by a redirect to HTTPS, or not at all.',
    scope: 'resource',
    checks: {
      [DISTRIBUTION]: requires('answers plain HTTP (viewerProtocolPolicy)', (props) =>
        behaviours(props).every((behaviour) =>
          SENDS_TO_HTTPS.includes(String(at(behaviour, 'viewerProtocolPolicy'))),
        ),
      ),
    },
  },
  {
    id: 'CKV_AWS_174',
    description: 'CloudFront speaks TLS 1.2 or newer under a name of ours.',
    scope: 'resource',
    checks: { [DISTRIBUTION]: speaksTls },
  },
  {
    id: 'CKV_AWS_68',
    description: 'CloudFront has a firewall.',
    scope: 'resource',
    checks: {
      [DISTRIBUTION]: requires('has no firewall (webAclId)', (props) =>
        Boolean(at(props, 'webAclId')),
      ),
    },
  },
  {
    id: 'CKV_AWS_86',
    description: 'CloudFront logs access.',
    scope: 'stack',
    checks: {
      [DISTRIBUTION]: requiresCompanion(
        'logs no access (LogDeliverySource of ACCESS_LOGS)',
        [DISTRIBUTION],
        {
          type: 'aws:cloudwatch/logDeliverySource:LogDeliverySource',
          key: 'resourceArn',
          counts: (props) => at(props, 'logType') === 'ACCESS_LOGS',
        },
      ),
    },
  },
  {
    id: 'CKV_AWS_192',
    description: 'A firewall blocks inputs known to be bad, Log4Shell among them.',
    scope: 'resource',
    checks: {
      [FIREWALL]: requires('lets known bad inputs pass (rules)', (props) =>
        listAt(props, 'rules').some(blocksBadInputs),
      ),
    },
  },
  {
    id: 'CKV2_AWS_31',
    description: 'A firewall logs what it does.',
    scope: 'stack',
    checks: {
      [FIREWALL]: requiresCompanion('logs nothing (WebAclLoggingConfiguration)', [FIREWALL], {
        type: 'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration',
        key: 'resourceArn',
        counts: (props) => listAt(props, 'logDestinationConfigs').length > 0,
      }),
    },
  },
];
