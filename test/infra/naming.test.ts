import { describe, expect, it } from '@jest/globals';
import {
  MAX_STACK_NAME_LENGTH,
  Naming,
  RANDOM_SUFFIX_LENGTH,
  STACK_NAME,
} from '../../infra/naming.ts';
import { Stack } from './helpers/stack.ts';
import { STACKS } from './helpers/stacks.ts';

/** Longest physical name of each type that has one; the random suffix counts. */
const LIMITS: Record<string, number> = {
  // AWS's 50 for a vault, since plans and selections are named like it.
  'aws:backup/plan:Plan': 50,
  'aws:backup/selection:Selection': 50,
  'aws:backup/vault:Vault': 50,
  'aws:budgets/budget:Budget': 100,
  'aws:cfg/deliveryChannel:DeliveryChannel': 256,
  'aws:cfg/recorder:Recorder': 256,
  'aws:cloudtrail/trail:Trail': 128,
  'aws:cloudwatch/eventRule:EventRule': 64,
  'aws:apigatewayv2/api:Api': 128,
  'aws:appautoscaling/policy:Policy': 256,
  'aws:appautoscaling/scheduledAction:ScheduledAction': 256,
  'aws:cloudfront/cachePolicy:CachePolicy': 128,
  'aws:cloudfront/originRequestPolicy:OriginRequestPolicy': 128,
  'aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination': 60,
  'aws:cloudwatch/logDeliverySource:LogDeliverySource': 60,
  'aws:cloudwatch/logGroup:LogGroup': 512,
  'aws:cloudwatch/metricAlarm:MetricAlarm': 255,
  'aws:cloudwatch/dashboard:Dashboard': 255,
  'aws:dynamodb/table:Table': 255,
  'aws:ec2/securityGroup:SecurityGroup': 255,
  'aws:ecs/cluster:Cluster': 255,
  'aws:iam/role:Role': 64,
  'aws:iam/rolePolicy:RolePolicy': 128,
  'aws:lambda/function:Function': 64,
  'aws:s3/bucket:Bucket': 63,
  'aws:scheduler/schedule:Schedule': 64,
  'aws:scheduler/scheduleGroup:ScheduleGroup': 64,
  'aws:secretsmanager/secret:Secret': 512,
  'aws:sns/topic:Topic': 256,
  'aws:sqs/queue:Queue': 80,
  'aws:wafv2/webAcl:WebAcl': 128,
  'awsx:ec2:Vpc': 255,
  'awsx:ecr:Repository': 256,
  'awsx:ecs:FargateService': 255,
  'awsx:lb:ApplicationLoadBalancer': 32,
};

/** Types that AWS knows by an id, or by the name of what they belong to. */
const NAMELESS = [
  /^spacex-dashboard:infra:/,
  /^awsx:ecr:Image$/,
  /^aws:(acm|route53|vpc|ec2)\/(?!securityGroup:)/,
  /^aws:s3\/bucket[A-Z]/,
  /^aws:apigatewayv2\/(integration|route|stage):/,
  /^aws:appautoscaling\/target:/,
  /^aws:cloudfront\/distribution:/,
  /^aws:cloudwatch\/log(Delivery|ResourcePolicy):/,
  /^aws:ecs\/clusterCapacityProviders:/,
  /^aws:lambda\/(functionEventInvokeConfig|invocation|permission):/,
  /^aws:lb\/listenerRule:/,
  /^aws:secretsmanager\/secretVersion:/,
  /^aws:(guardduty|inspector2|kms|securityhub)\//,
  /^aws:cfg\/recorderStatus:/,
  /^aws:cloudwatch\/eventTarget:/,
  /^aws:iam\/serviceLinkedRole:/,
  /^aws:sns\/topic(Policy|Subscription):/,
  /^aws:wafv2\/webAcl(Association|LoggingConfiguration):/,
];

describe.each(['full', 'longest'] as const)('physical names of %s', (stackName) => {
  const { resources } = new Stack(stackName);

  it('fit their services with the random suffix', () => {
    for (const { type, name } of resources) {
      if (NAMELESS.some((pattern) => pattern.test(type))) continue;
      const limit = LIMITS[type];
      if (limit === undefined) throw new Error(`say how long a name of ${type} may be`);
      const length = name.length + RANDOM_SUFFIX_LENGTH;
      expect({ name, fits: length <= limit }).toEqual({ name, fits: true });
    }
  });
});

describe('Naming', () => {
  const names = new Naming({ project: 'spacex-dashboard', stack: 'prod' });

  it('writes project, stack and part', () => {
    expect(names.of('launches')).toBe('spacex-dashboard-prod-launches');
  });

  it('writes the project by its initials only where it must', () => {
    expect(names.of('lb', 32)).toBe('spacex-dashboard-prod-lb');
    expect(names.of('web', 32)).toBe('sd-prod-web');
    expect(
      new Naming({ project: 'spacex-dashboard', stack: STACKS.longest.stack }).of('lb', 32),
    ).toBe('sd-abcdefgh-1234567-lb');
  });

  it('says when a part cannot fit', () => {
    expect(() => names.of('a-part-that-goes-on-and-on', 32)).toThrow(/does not fit into 32/);
  });
});

describe('a stack name', () => {
  it('may be as long as the stack that the tests build', () => {
    expect(STACKS.longest.stack).toHaveLength(MAX_STACK_NAME_LENGTH);
  });

  it.each(['dev', 'a', 'prod-eu', 'abcdefgh-1234567'])('may be %s', (name) => {
    expect(name).toMatch(STACK_NAME);
  });

  it.each(['Dev', '1st', 'dev_1', 'dev.1', '-dev', 'dev-', 'abcdefgh-12345678', ''])(
    'may not be %j',
    (name) => {
      expect(name).not.toMatch(STACK_NAME);
    },
  );
});
