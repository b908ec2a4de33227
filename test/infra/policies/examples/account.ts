import type { Examples } from './example.ts';
import { alone, resource } from './example.ts';

const table = resource('aws:dynamodb/table:Table');
const logGroup = resource('aws:cloudwatch/logGroup:LogGroup');
const service = resource('awsx:ecs:FargateService');
const vpc = resource('aws:ec2/vpc:Vpc');
const vpcComponent = resource('awsx:ec2:Vpc');
const flowLog = resource('aws:ec2/flowLog:FlowLog');
const defaultGroup = resource('aws:ec2/defaultSecurityGroup:DefaultSecurityGroup');
const managedPolicy = resource('aws:iam/policy:Policy');
const rolePolicy = resource('aws:iam/rolePolicy:RolePolicy');
const role = resource('aws:iam/role:Role');

const ofLogs = (logs: object) => ({ taskDefinitionArgs: { logGroup: logs } });

const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });

/** A policy in every place that can hold one. */
const everywhere = (statement: object) => {
  const document = policy(statement);
  const inline = { inlinePolicies: [{ policy: document }] };
  return [
    [managedPolicy({ policy: document })],
    [rolePolicy({ policy: document })],
    [role(inline)],
    [service({ taskDefinitionArgs: { taskRole: { args: inline } } })],
  ];
};

const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/launches';
const RULE = { protocol: '-1', fromPort: 0, toPort: 0, cidrBlocks: ['0.0.0.0/0'] };

export const ACCOUNT_EXAMPLES: Record<string, Examples> = {
  CKV_AWS_28: {
    breaks: alone(table, {}, { pointInTimeRecovery: { enabled: false } }),
    keeps: alone(table, { pointInTimeRecovery: { enabled: true } }),
  },
  CKV_AWS_66: {
    breaks: [
      ...alone(logGroup, {}, { retentionInDays: 0 }),
      ...alone(service, {}, ofLogs({ args: {} })),
    ],
    keeps: [
      ...alone(logGroup, { retentionInDays: 30 }),
      ...alone(
        service,
        ofLogs({ skip: true }),
        ofLogs({ existing: { name: 'dashboard' } }),
        ofLogs({ args: { retentionInDays: 30 } }),
      ),
    ],
  },
  CKV2_AWS_11: {
    breaks: [
      [vpc({})],
      [vpcComponent({})],
      [vpc({}), vpc({}, 'second'), flowLog({ vpcId: 'one' }), flowLog({ vpcId: 'one' }, 'again')],
    ],
    keeps: [
      [vpc({}), flowLog({ vpcId: 'one' })],
      [vpcComponent({}), flowLog({ vpcId: 'one' })],
    ],
  },
  CKV2_AWS_12: {
    breaks: [
      [vpc({})],
      [vpcComponent({}), defaultGroup({ vpcId: 'one', egress: [RULE] })],
      [vpc({}), defaultGroup({ vpcId: 'one', ingress: [RULE] })],
    ],
    keeps: [
      [vpc({}), defaultGroup({ vpcId: 'one' })],
      [vpcComponent({}), defaultGroup({ vpcId: 'one', ingress: [], egress: [] })],
    ],
  },
  CKV_AWS_290: {
    breaks: [
      ...everywhere({ Action: ['dynamodb:PutItem'], Resource: '*' }),
      ...everywhere({ Action: 'dynamodb:*', Resource: [TABLE, '*'] }),
    ],
    keeps: [
      ...everywhere({ Action: ['dynamodb:PutItem'], Resource: TABLE }),
      ...everywhere({ Action: ['dynamodb:BatchGetItem', 'logs:DescribeLogGroups'], Resource: '*' }),
      ...everywhere({ Action: 'xray:PutTraceSegments', Resource: '*' }),
      ...everywhere({ Effect: 'Deny', Action: 'dynamodb:DeleteTable', Resource: '*' }),
      ...everywhere({ Action: 's3:PutObject', Resource: '*', Condition: { Bool: {} } }),
    ],
  },
  CKV_AWS_355: {
    breaks: [
      ...everywhere({ Action: ['dynamodb:Query', 'xray:PutTraceSegments'], Resource: '*' }),
      ...everywhere({ Action: '*', Resource: '*' }),
    ],
    keeps: [
      ...everywhere({ Action: ['dynamodb:Query'], Resource: TABLE }),
      ...everywhere({ Action: ['ecr:GetAuthorizationToken'], Resource: '*' }),
    ],
  },
};
