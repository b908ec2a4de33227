import { describe, expect, it } from '@jest/globals';
import { KEY_ADMINISTRATION } from '../../infra/encryption-key.ts';
import { Stack, statementsOf } from './helpers/stack.ts';

const KEY = 'aws:kms/key:Key';
const [dev, prod, full, longest, abroad, direct] = [
  new Stack('dev'),
  new Stack('prod'),
  new Stack('full'),
  new Stack('longest'),
  new Stack('abroad'),
  new Stack('direct'),
];
const NAME = 'spacex-dashboard-full-keys';
const ROOT = { AWS: 'arn:aws:iam::123456789012:root' };
const arnOf = (part: string, region = 'us-east-1') =>
  `arn:aws:kms:${region}:123456789012:${NAME}-${part}-1234567`;

const LOG_GROUP = 'aws:cloudwatch/logGroup:LogGroup';
const logGroupsOf = (begin: string) => `arn:aws:logs:us-east-1:123456789012:log-group:${begin}*`;

/** Statements of a key beyond its administration. */
const usersOf = (part: string) =>
  statementsOf(full.inputs(KEY, `${NAME}-${part}`)['policy']).slice(1);

const viaServices = (...services: string[]) => ({
  StringEquals: { 'kms:ViaService': services },
});

describe('the keys of the account', () => {
  it('are made where they are asked for alone', () => {
    expect(dev.all(KEY)).toEqual([]);
    expect(full.names(KEY).filter((name) => name.startsWith(NAME))).toEqual(
      ['buckets', 'logs', 'queues', 'replica', 'table', 'topic'].map((part) => `${NAME}-${part}`),
    );
    expect(longest.names(KEY).filter((name) => name.endsWith('-replica'))).toEqual([]);
  });

  it('turn once a year, go a month after their deletion, and are found by an alias', () => {
    for (const { name, inputs } of full.all(KEY)) {
      expect(inputs).toMatchObject({ enableKeyRotation: true, deletionWindowInDays: 30 });
      expect(full.inputs('aws:kms/alias:Alias', name)).toMatchObject({
        name: `alias/${name}`,
        targetKeyId: `${name}-id`,
      });
    }
  });

  it('are administered by the account, which that lets open nothing', () => {
    for (const { inputs } of full.all(KEY)) {
      const [administration] = statementsOf(inputs['policy']);
      expect(administration).toEqual({
        Effect: 'Allow',
        Principal: ROOT,
        Action: KEY_ADMINISTRATION,
        Resource: ['*'],
      });
    }
    expect(KEY_ADMINISTRATION.join()).not.toMatch(/\*|crypt|GenerateData|CreateGrant|Sign/);
  });

  it('are used by named actions, each under a condition but where AWS knows none', () => {
    for (const { inputs } of full.all(KEY)) {
      const [, ...users] = statementsOf(inputs['policy']);
      expect(users.length).toBeGreaterThan(0);
      for (const { Action, Principal, Condition } of users) {
        expect(Action.join()).not.toContain('*');
        const isEventBridge = JSON.stringify(Principal).includes('events.amazonaws.com');
        expect(Condition === undefined).toBe(isEventBridge);
      }
    }
  });
});

describe('the key of logs', () => {
  it('serves CloudWatch Logs for the log groups of this stack', () => {
    const groups = ['spacex-dashboard-full-', 'aws-waf-logs-spacex-dashboard-full-'];
    expect(usersOf('logs')).toMatchObject([
      {
        Principal: { Service: 'logs.us-east-1.amazonaws.com' },
        Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups.map(logGroupsOf) } },
      },
    ]);
    for (const { name, inputs } of full.all(LOG_GROUP)) {
      const begin = String(inputs['namePrefix'] ?? name);
      expect(groups.some((group) => begin.startsWith(group))).toBe(true);
      expect(inputs).toMatchObject({ kmsKeyId: arnOf('logs') });
    }
  });
});

describe('the log of a firewall before the balancer', () => {
  it('is under the key of its stack', () => {
    const { inputs } = direct.one(LOG_GROUP, 'spacex-dashboard-direct-firewall-logs');
    expect(inputs['kmsKeyId']).toContain(':spacex-dashboard-direct-keys-logs-');
  });
});

describe('the key of the table', () => {
  it('is used by way of DynamoDB, and by its replication', () => {
    const [use, grant, replication] = usersOf('table');
    const dynamodb = 'dynamodb.us-east-1.amazonaws.com';
    expect(use).toMatchObject({ Principal: ROOT, Condition: viaServices(dynamodb) });
    expect(grant).toMatchObject({
      Principal: ROOT,
      Action: ['kms:CreateGrant'],
      Condition: { ...viaServices(dynamodb), Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    });
    expect(replication).toMatchObject({
      Condition: {
        StringEquals: { 'kms:CallerAccount': '123456789012', 'kms:ViaService': dynamodb },
        ArnEquals: {
          'aws:PrincipalArn': expect.stringMatching(/AWSServiceRoleForDynamoDBReplication$/),
        },
      },
    });
    const ofLongest = longest.one(KEY, 'spacex-dashboard-abcdefgh-1234567-keys-table');
    expect(statementsOf(ofLongest.inputs['policy'])).toHaveLength(3);
  });

  it('has a sister where the copy is', () => {
    expect(full.inputs(KEY, `${NAME}-replica`)).toMatchObject({ region: 'us-west-2' });
    expect(usersOf('replica')[0]).toMatchObject({
      Condition: viaServices('dynamodb.us-west-2.amazonaws.com'),
    });
    expect(full.inputs('aws:dynamodb/table:Table')).toMatchObject({
      serverSideEncryption: { enabled: true, kmsKeyArn: arnOf('table') },
      replicas: [{ kmsKeyArn: arnOf('replica', 'us-west-2') }],
    });
  });

  it('is granted to who reads and who writes, no more than each needs', () => {
    const keyGrants = (stack: Stack, role: string) =>
      stack
        .grants(role)
        .filter(({ Resource }) => Resource.some((arn) => arn.includes('-keys-table-')))
        .flatMap(({ Action }) => Action);
    const reading = ['kms:Decrypt', 'kms:DescribeKey'];
    const writing = [
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKeyWithoutPlaintext',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ];
    // Where nobody signs in, nobody signs out.
    expect(keyGrants(prod, 'spacex-dashboard-prod-web-task')).toEqual(reading);
    expect(keyGrants(full, 'spacex-dashboard-full-web-task')).toEqual([...reading, ...writing]);
    expect(keyGrants(full, 'spacex-dashboard-full-ingestion')).toEqual(writing);
  });
});

describe('the key of queues', () => {
  it('is used by way of SQS, by the roles that send', () => {
    expect(usersOf('queues')).toMatchObject([
      { Principal: ROOT, Condition: viaServices('sqs.us-east-1.amazonaws.com') },
    ]);
    for (const role of ['spacex-dashboard-full-ingestion', 'spacex-dashboard-full-cron']) {
      expect(full.grants(role)).toContainEqual({
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: [arnOf('queues')],
      });
    }
    for (const { inputs } of full.all('aws:sqs/queue:Queue')) {
      expect(inputs).toMatchObject({ kmsMasterKeyId: arnOf('queues') });
      expect(inputs).not.toHaveProperty('sqsManagedSseEnabled');
    }
  });
});

describe('the key of the topic', () => {
  it('serves alarms of this account and EventBridge', () => {
    expect(full.inputs('aws:sns/topic:Topic')).toMatchObject({ kmsMasterKeyId: arnOf('topic') });
    expect(usersOf('topic')).toMatchObject([
      {
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
      },
      { Principal: { Service: 'events.amazonaws.com' } },
      { Principal: ROOT, Condition: viaServices('sns.us-east-1.amazonaws.com') },
    ]);
  });
});

describe('the key of buckets', () => {
  it('serves the one trail, Config of this account, and readers by way of S3', () => {
    const trail = 'arn:aws:cloudtrail:us-east-1:123456789012:trail/spacex-dashboard-full-trail';
    expect(usersOf('buckets')).toMatchObject([
      {
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceArn': trail } },
      },
      {
        Principal: { Service: 'config.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
      },
      {
        Principal: { Service: 'delivery.logs.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': '123456789012' },
          ArnLike: {
            'aws:SourceArn':
              'arn:aws:logs:us-east-1:123456789012:delivery-source:spacex-dashboard-full-*',
          },
        },
      },
      { Principal: ROOT, Condition: viaServices('s3.us-east-1.amazonaws.com') },
    ]);
    expect(full.one('aws:cloudwatch/logDeliverySource:LogDeliverySource').name).toMatch(
      /^spacex-dashboard-full-/,
    );
  });

  it("is that of every bucket but the balancer's, which can only have S3's", () => {
    const type =
      'aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration';
    const keyOf = Object.fromEntries(
      full.all(type).map(({ name, inputs }) => {
        const [rule] = inputs['rules'] as { applyServerSideEncryptionByDefault: object }[];
        return [
          name.replace('spacex-dashboard-full-', ''),
          rule?.applyServerSideEncryptionByDefault,
        ];
      }),
    );
    const ours = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: arnOf('buckets') };
    expect(keyOf).toEqual({
      'lb-logs': { sseAlgorithm: 'AES256' },
      'edge-logs-bucket': ours,
      'audit-trail': ours,
      'audit-config': ours,
    });
  });
});

describe('the keys of a stack far from us-east-1', () => {
  const KEYS = 'spacex-dashboard-abroad-keys';
  const arnIn = (region: string, part: string) =>
    expect.stringContaining(`${region}:123456789012:${KEYS}-${part}`);
  const usersOfEdge = (part: string) =>
    statementsOf(abroad.inputs(KEY, `${KEYS}-${part}`)['policy']).slice(1);

  it('are joined by two there, for what CloudFront has there', () => {
    for (const part of ['edge-logs', 'edge-topic']) {
      expect(abroad.inputs(KEY, `${KEYS}-${part}`)).toMatchObject({ region: 'us-east-1' });
      expect(abroad.inputs('aws:kms/alias:Alias', `${KEYS}-${part}`)).toMatchObject({
        region: 'us-east-1',
      });
    }
    expect(full.names(KEY).filter((name) => name.includes('-keys-edge-'))).toEqual([]);
  });

  it('serve the log of its firewall and its topic of alarms, and nobody else', () => {
    expect(usersOfEdge('edge-logs')).toMatchObject([
      {
        Principal: { Service: 'logs.us-east-1.amazonaws.com' },
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': expect.arrayContaining([
              logGroupsOf('aws-waf-logs-spacex-dashboard-abroad-'),
            ]),
          },
        },
      },
    ]);
    expect(usersOfEdge('edge-topic')).toMatchObject([
      { Principal: { Service: 'cloudwatch.amazonaws.com' } },
      { Principal: ROOT, Condition: viaServices('sns.us-east-1.amazonaws.com') },
    ]);
  });

  it('are those of their region', () => {
    for (const { name, inputs } of abroad.all(LOG_GROUP)) {
      const isEdge = name.endsWith('-firewall-logs');
      expect(inputs).toMatchObject({
        kmsKeyId: isEdge ? arnIn('us-east-1', 'edge-logs') : arnIn('eu-west-1', 'logs'),
      });
    }
    for (const { name, inputs } of abroad.all('aws:sns/topic:Topic')) {
      const isEdge = name.endsWith('-edge-alarms-topic');
      expect(inputs).toMatchObject({
        kmsMasterKeyId: isEdge ? arnIn('us-east-1', 'edge-topic') : arnIn('eu-west-1', 'topic'),
      });
    }
  });
});
