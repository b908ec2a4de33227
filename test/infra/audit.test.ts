import { describe, expect, it } from '@jest/globals';
import { Stack, statementsOf } from './helpers/stack.ts';

const [dev, full, longest] = [new Stack('dev'), new Stack('full'), new Stack('longest')];
const NAME = 'spacex-dashboard-full-audit';
const TRAIL = 'arn:aws:cloudtrail:us-east-1:123456789012:trail/spacex-dashboard-full-trail';
const nameOf = (urn: string): string => urn.split('::').at(-1) ?? '';

describe('the audit trail', () => {
  const trail = full.one('aws:cloudtrail/trail:Trail');

  it('follows every region, can be proved unchanged, and is in CloudWatch Logs too', () => {
    expect(dev.all('aws:cloudtrail/trail:Trail')).toEqual([]);
    expect(trail.inputs).toEqual({
      name: 'spacex-dashboard-full-trail',
      s3BucketName: `${NAME}-trail-1234567`,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      cloudWatchLogsGroupArn: `arn:aws:cloudwatch:us-east-1:123456789012:${NAME}-trail-1234567:*`,
      cloudWatchLogsRoleArn: `arn:aws:iam:us-east-1:123456789012:${NAME}-trail-1234567`,
      kmsKeyId: 'arn:aws:kms:us-east-1:123456789012:spacex-dashboard-full-keys-buckets-1234567',
    });
  });

  it('is made when its bucket lets it in and its role may write', () => {
    const awaited = trail.dependsOn.map((urn) => urn.split('::').at(-2)?.split('$').at(-1));
    expect(awaited).toEqual(
      expect.arrayContaining([
        'aws:s3/bucketPolicy:BucketPolicy',
        'aws:iam/rolePolicy:RolePolicy',
        'aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration',
      ]),
    );
    expect(trail.dependsOn.map(nameOf)).toEqual(expect.arrayContaining([`${NAME}-trail`]));
  });

  it('writes where it alone may, by TLS alone', () => {
    const { policy } = full.inputs('aws:s3/bucketPolicy:BucketPolicy', `${NAME}-trail`);
    const bucket = `arn:aws:s3:::${NAME}-trail-1234567`;
    const service = { Service: 'cloudtrail.amazonaws.com' };
    expect(statementsOf(policy)).toEqual([
      {
        Effect: 'Allow',
        Principal: service,
        Action: ['s3:GetBucketAcl'],
        Resource: [bucket],
        Condition: { StringEquals: { 'aws:SourceArn': TRAIL } },
      },
      {
        Effect: 'Allow',
        Principal: service,
        Action: ['s3:PutObject'],
        Resource: [`${bucket}/AWSLogs/123456789012/*`],
        Condition: {
          StringEquals: { 'aws:SourceArn': TRAIL, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*'],
        Resource: [bucket, `${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  it('writes what nobody deletes for half a year, or for as long as is asked', () => {
    const type = 'aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration';
    expect(full.inputs('aws:s3/bucket:Bucket', `${NAME}-trail`)).toEqual({
      objectLockEnabled: true,
      forceDestroy: false,
    });
    expect(full.inputs(type)).toMatchObject({
      rule: { defaultRetention: { mode: 'GOVERNANCE', days: 180 } },
    });
    expect(longest.inputs(type)).toMatchObject({
      rule: { defaultRetention: { mode: 'COMPLIANCE', days: 365 } },
    });
  });

  it('writes what gets cheaper with age, and keeps old versions for half a year', () => {
    const type = 'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration';
    const { rules } = full.inputs(type, `${NAME}-trail`) as { rules: object[] };
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      status: 'Enabled',
      transitions: [
        { days: 30, storageClass: 'STANDARD_IA' },
        { days: 90, storageClass: 'GLACIER' },
      ],
      noncurrentVersionExpiration: { noncurrentDays: 180 },
    });
    expect(rules[0]).not.toHaveProperty('expiration');
  });
});

/** What EventBridge makes of a numeric match of one bound. */
const matches = (pattern: unknown, severity: number): boolean => {
  const [{ numeric }] = pattern as [{ numeric: [string, number] }];
  const [operator, bound] = numeric;
  if (operator !== '>=') throw new Error(`${operator} is not looked at here`);
  return severity >= bound;
};

describe('threat detection', () => {
  const RULE = 'aws:cloudwatch/eventRule:EventRule';
  const DETECTOR = 'aws:guardduty/detector:Detector';

  it('has a detector of its own, uses the one that is there, or is off', () => {
    expect(full.inputs(DETECTOR)).toMatchObject({ enable: true });
    expect(longest.all(DETECTOR)).toEqual([]);
    expect(longest.all(RULE)).toHaveLength(1);
    expect([...dev.all(DETECTOR), ...dev.all(RULE)]).toEqual([]);
  });

  it('tells of findings of severity 7 and more, fractions too', () => {
    const pattern = JSON.parse(String(full.inputs(RULE)['eventPattern'])) as {
      detail: { severity: unknown };
    };
    expect(pattern).toEqual({
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Finding'],
      detail: { severity: [{ numeric: ['>=', 7] }] },
    });
    const told = [1, 4, 6.9, 6.99, 7, 7.0, 7.1, 7.5, 8, 8.9, 9.5, 10].filter((severity) =>
      matches(pattern.detail.severity, severity),
    );
    expect(told).toEqual([7, 7.0, 7.1, 7.5, 8, 8.9, 9.5, 10]);
  });

  it('tells the topic, which lets EventBridge in then alone', () => {
    const topic = full.outputs['alarmTopicArn'];
    expect(full.inputs('aws:cloudwatch/eventTarget:EventTarget')).toMatchObject({
      rule: `${NAME}-threats-1234567`,
      arn: topic,
    });
    const publishers = (stack: Stack) =>
      statementsOf(stack.inputs('aws:sns/topicPolicy:TopicPolicy')['policy']);
    expect(publishers(full)).toContainEqual({
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: ['sns:Publish'],
      Resource: [topic],
    });
    expect(publishers(dev)).toHaveLength(1);
  });

  it('writes a letter whose every line is JSON once its gaps are filled', () => {
    const { inputTransformer } = full.inputs('aws:cloudwatch/eventTarget:EventTarget') as {
      inputTransformer: { inputPaths: Record<string, string>; inputTemplate: string };
    };
    const { inputPaths, inputTemplate } = inputTransformer;
    const gaps = [...inputTemplate.matchAll(/<(\w+)>/g)].map(([, gap]) => gap ?? '');
    expect([...new Set(gaps)].sort()).toEqual(Object.keys(inputPaths).sort());
    for (const line of inputTemplate.split('\n')) {
      expect(typeof JSON.parse(line.replaceAll(/<\w+>/g, '8.9'))).toBe('string');
    }
  });
});

describe('what an account has once', () => {
  const ONCE = [
    'aws:cfg/recorder:Recorder',
    'aws:cfg/deliveryChannel:DeliveryChannel',
    'aws:cfg/recorderStatus:RecorderStatus',
    'aws:securityhub/account:Account',
    'aws:securityhub/standardsSubscription:StandardsSubscription',
    'aws:inspector2/enabler:Enabler',
    'aws:budgets/budget:Budget',
  ];

  it('is made only where it is asked for', () => {
    for (const type of ONCE) {
      expect({ type, found: longest.all(type) }).toEqual({ type, found: [] });
      expect({ type, found: full.all(type).length }).toEqual({ type, found: 1 });
    }
  });

  it('records every resource, into a bucket without a lock that Config may write to', () => {
    expect(full.inputs('aws:cfg/recorder:Recorder')).toMatchObject({
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    });
    expect(full.inputs('aws:cfg/recorderStatus:RecorderStatus')).toMatchObject({ isEnabled: true });
    expect(full.inputs('aws:s3/bucket:Bucket', `${NAME}-config`)).toEqual({ forceDestroy: false });
    const { policy } = full.inputs('aws:s3/bucketPolicy:BucketPolicy', `${NAME}-config`);
    const ofConfig = statementsOf(policy).filter(({ Effect }) => Effect === 'Allow');
    expect(ofConfig.map(({ Action }) => Action)).toEqual([
      ['s3:GetBucketAcl', 's3:ListBucket'],
      ['s3:PutObject'],
    ]);
    for (const { Condition } of ofConfig) {
      expect(Condition).toEqual({ StringEquals: { 'aws:SourceAccount': '123456789012' } });
    }
  });

  it('watches the amount, and says so before and after it is reached', () => {
    const budget = full.inputs('aws:budgets/budget:Budget');
    expect(budget).toMatchObject({ limitAmount: '250', limitUnit: 'USD', timeUnit: 'MONTHLY' });
    const alerts = budget['notifications'] as Record<string, unknown>[];
    expect(alerts.map(({ notificationType, threshold }) => [notificationType, threshold])).toEqual([
      ['ACTUAL', 80],
      ['ACTUAL', 100],
      ['FORECASTED', 100],
    ]);
    for (const alert of alerts) {
      expect(alert['subscriberEmailAddresses']).toEqual(['operations@example.org']);
    }
  });

  it('scans images and functions', () => {
    expect(full.inputs('aws:inspector2/enabler:Enabler')).toEqual({
      accountIds: ['123456789012'],
      resourceTypes: ['ECR', 'LAMBDA'],
    });
  });
});
