import type { Examples } from './example.ts';
import { alone, resource } from './example.ts';

const distribution = resource('aws:cloudfront/distribution:Distribution');
const acl = resource('aws:wafv2/webAcl:WebAcl');
const aclLogs = resource('aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration');
const association = resource('aws:wafv2/webAclAssociation:WebAclAssociation');
const source = resource('aws:cloudwatch/logDeliverySource:LogDeliverySource');
const listener = resource('aws:lb/listener:Listener');
const balancer = resource('aws:lb/loadBalancer:LoadBalancer');
const component = resource('awsx:lb:ApplicationLoadBalancer');

const behaviours = (first: string, ...others: string[]) => ({
  defaultCacheBehavior: { viewerProtocolPolicy: first },
  orderedCacheBehaviors: others.map((viewerProtocolPolicy) => ({ viewerProtocolPolicy })),
});

const ofVersion = (minimumProtocolVersion: string) => ({
  viewerCertificate: { acmCertificateArn: 'arn', minimumProtocolVersion },
});

const group = (name: string, overrideAction: object) => ({
  rules: [{ name, overrideAction, statement: { managedRuleGroupStatement: { name } } }],
});
const BAD_INPUTS = 'AWSManagedRulesKnownBadInputsRuleSet';

const answering = (type: string, statusCode = '403') => ({
  port: 80,
  protocol: 'HTTP',
  defaultActions: [{ type, fixedResponse: { statusCode } }],
});
const CLOSED = answering('fixed-response');
const OPEN = answering('forward');
const GREETING = answering('fixed-response', '200');
const FIREWALL = { webAclId: 'arn:acl' };

export const EDGE_EXAMPLES: Record<string, Examples> = {
  CKV_AWS_34: {
    breaks: alone(
      distribution,
      {},
      behaviours('allow-all'),
      behaviours('redirect-to-https', 'allow-all'),
    ),
    keeps: alone(
      distribution,
      behaviours('https-only'),
      behaviours('redirect-to-https', 'https-only'),
    ),
  },
  CKV_AWS_174: {
    breaks: alone(distribution, {}, ofVersion('TLSv1'), ofVersion('TLSv1.1_2016')),
    keeps: alone(distribution, ofVersion('TLSv1.2_2021'), ofVersion('TLSv1.3_2025'), {
      viewerCertificate: { cloudfrontDefaultCertificate: true },
    }),
  },
  CKV_AWS_68: {
    breaks: alone(distribution, {}),
    keeps: alone(distribution, FIREWALL),
  },
  CKV_AWS_86: {
    breaks: [
      [distribution({})],
      [distribution({}), source({ logType: 'TRACES', resourceArn: 'one' })],
    ],
    keeps: [[distribution({}), source({ logType: 'ACCESS_LOGS', resourceArn: 'one' })]],
  },
  CKV_AWS_192: {
    breaks: alone(
      acl,
      {},
      group('AWSManagedRulesSQLiRuleSet', { none: {} }),
      group(BAD_INPUTS, { count: {} }),
    ),
    keeps: alone(acl, group(BAD_INPUTS, { none: {} })),
  },
  CKV2_AWS_31: {
    breaks: [[acl({})], [acl({}), aclLogs({ resourceArn: 'one', logDestinationConfigs: [] })]],
    keeps: [[acl({}), aclLogs({ resourceArn: 'one', logDestinationConfigs: ['arn:logs'] })]],
  },
  CKV2_AWS_28: {
    breaks: [
      [balancer({}), distribution(FIREWALL)],
      [balancer({}), listener(OPEN), distribution(FIREWALL)],
      [balancer({}), listener(CLOSED), listener(GREETING, 'other'), distribution(FIREWALL)],
      [component({ listeners: [CLOSED] }), distribution({})],
      [component({ listeners: [OPEN] }), distribution(FIREWALL)],
    ],
    keeps: [
      [balancer({}), listener(OPEN), association({ webAclArn: 'arn:acl' })],
      [balancer({}), listener(CLOSED), distribution(FIREWALL)],
      [component({ listeners: [CLOSED] }), distribution(FIREWALL)],
    ],
  },
};
