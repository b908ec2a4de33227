import { describe, expect, it } from '@jest/globals';
import { Stack, statementsOf } from './helpers/stack.ts';

const ACL = 'aws:wafv2/webAcl:WebAcl';
const ASSOCIATION = 'aws:wafv2/webAclAssociation:WebAclAssociation';
const LOGGING = 'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration';
const ALARM = 'aws:cloudwatch/metricAlarm:MetricAlarm';
const [dev, prod, full, abroad, direct] = [
  new Stack('dev'),
  new Stack('prod'),
  new Stack('full'),
  new Stack('abroad'),
  new Stack('direct'),
];

type Rule = { name: string; priority: number } & Record<string, unknown>;

const rulesOf = (stack: Stack) => stack.inputs(ACL)['rules'] as Rule[];

describe('the firewall', () => {
  it('is of CloudFront, in us-east-1, where that stands in front', () => {
    for (const stack of [prod, full, abroad]) {
      expect(stack.inputs(ACL)).toMatchObject({
        scope: 'CLOUDFRONT',
        region: 'us-east-1',
        defaultAction: { allow: {} },
      });
      expect(stack.all(ASSOCIATION)).toEqual([]);
      expect(stack.inputs('aws:cloudfront/distribution:Distribution')['webAclId']).toContain(
        `${stack.one(ACL).name}-1234567`,
      );
    }
  });

  it('is of the balancer else, in the region of the stack, and not there in dev', () => {
    expect(direct.inputs(ACL)).toMatchObject({ scope: 'REGIONAL', region: 'us-east-1' });
    expect(direct.inputs(ASSOCIATION)).toEqual({
      resourceArn: expect.stringContaining('loadbalancer/app/'),
      webAclArn: expect.stringContaining('spacex-dashboard-direct-firewall'),
    });
    expect(dev.all(ACL)).toEqual([]);
  });

  it('asks for rate, SQL injection, bad inputs, reputation and, where configured, country, in that order', () => {
    const inOrder = (stack: Stack) =>
      rulesOf(stack)
        .toSorted((one, other) => one.priority - other.priority)
        .map(({ statement }) => statement);
    const managed = ['SQLiRuleSet', 'KnownBadInputsRuleSet', 'AmazonIpReputationList'].map(
      (name) => ({
        managedRuleGroupStatement: { vendorName: 'AWS', name: `AWSManagedRules${name}` },
      }),
    );
    const rate = {
      rateBasedStatement: { limit: 2000, evaluationWindowSec: 300, aggregateKeyType: 'IP' },
    };
    expect(inOrder(prod)).toEqual([rate, ...managed]);
    expect(inOrder(full)).toEqual([
      rate,
      ...managed,
      { geoMatchStatement: { countryCodes: ['KP', 'SY'] } },
    ]);
  });

  it('blocks what it finds: too many requests by 429 with a time to come back at', () => {
    const [rate, ...others] = rulesOf(full);
    expect(rate?.['action']).toEqual({
      block: {
        customResponse: {
          responseCode: 429,
          responseHeaders: [{ name: 'Retry-After', value: '300' }],
        },
      },
    });
    expect(others.map(({ overrideAction, action }) => overrideAction ?? action)).toEqual([
      { none: {} },
      { none: {} },
      { none: {} },
      { block: {} },
    ]);
  });

  it('counts what each rule finds', () => {
    for (const { name, visibilityConfig } of rulesOf(full)) {
      expect(visibilityConfig).toEqual({
        metricName: name,
        cloudwatchMetricsEnabled: true,
        sampledRequestsEnabled: true,
      });
    }
  });
});

describe('the log of the firewall', () => {
  const name = 'spacex-dashboard-abroad-firewall-logs';

  it('holds what was blocked, without who was signed in, for 30 days', () => {
    expect(abroad.inputs('aws:cloudwatch/logGroup:LogGroup', name)).toMatchObject({
      region: 'us-east-1',
      namePrefix: `aws-waf-logs-${name}-`,
      retentionInDays: 30,
    });
    expect(abroad.inputs(LOGGING)).toMatchObject({
      region: 'us-east-1',
      logDestinationConfigs: [expect.stringContaining(name)],
      redactedFields: [
        { singleHeader: { name: 'authorization' } },
        { singleHeader: { name: 'cookie' } },
        { singleHeader: { name: 'x-form-token' } },
        { queryString: {} },
      ],
      loggingFilter: {
        defaultBehavior: 'DROP',
        filters: [
          {
            behavior: 'KEEP',
            conditions: [
              { actionCondition: { action: 'BLOCK' } },
              { actionCondition: { action: 'COUNT' } },
            ],
          },
        ],
      },
    });
  });

  it('is written by AWS for this account alone', () => {
    const { region, policyDocument } = abroad.inputs(
      'aws:cloudwatch/logResourcePolicy:LogResourcePolicy',
    );
    expect(region).toBe('us-east-1');
    expect(statementsOf(policyDocument)).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: [expect.stringMatching(/firewall-logs-1234567:\*$/)],
        Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
      },
    ]);
  });
});

describe('the alarm of the firewall', () => {
  const alarmOf = (stack: Stack, name: string) =>
    stack.inputs(ALARM, `spacex-dashboard-${name}-firewall-alarms-blocked`);

  it('rings when more than 1000 requests are blocked in 5 minutes', () => {
    expect(alarmOf(abroad, 'abroad')).toMatchObject({
      region: 'us-east-1',
      namespace: 'AWS/WAFV2',
      metricName: 'BlockedRequests',
      dimensions: { WebACL: 'spacex-dashboard-abroad-firewall', Rule: 'ALL' },
      statistic: 'Sum',
      period: 300,
      threshold: 1000,
      alarmActions: [expect.stringContaining('edge-alarms-topic')],
    });
  });

  it('looks where a firewall of the balancer counts: by region', () => {
    expect(alarmOf(direct, 'direct')['dimensions']).toEqual({
      WebACL: 'spacex-dashboard-direct-firewall',
      Region: 'us-east-1',
      Rule: 'ALL',
    });
  });
});
