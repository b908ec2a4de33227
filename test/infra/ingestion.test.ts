import { describe, expect, it } from '@jest/globals';
import { bundleFunction } from '../../infra/bundle.ts';
import type { RecordedResource } from './helpers/recording.ts';
import { Stack } from './helpers/stack.ts';

const FUNCTION = 'aws:lambda/function:Function';
const SCHEDULE = 'aws:scheduler/schedule:Schedule';
const INVOCATION = 'aws:lambda/invocation:Invocation';
const [dev, full, longest] = [new Stack('dev'), new Stack('full'), new Stack('longest')];
const NAME = 'spacex-dashboard-dev-ingestion';
const TABLE = expect.stringMatching(/spacex-dashboard-dev-launches-1234567$/);
const INDEX = expect.stringMatching(
  /spacex-dashboard-dev-launches-1234567\/index\/source_year-launch_date-index$/,
);

const TOKEN_ARN =
  'arn:aws:secretsmanager:us-east-1:123456789012:spacex-dashboard-full-launch-library-token-1234567';

const variables = (stack: Stack) =>
  (stack.inputs(FUNCTION)['environment'] as { variables: Record<string, string> }).variables;

describe('the ingestion function', () => {
  it('is the bundle on nodejs24.x arm64, for 300 seconds, outside the network', () => {
    const { inputs, name } = dev.one(FUNCTION);
    expect(name).toBe(NAME);
    expect(inputs).toMatchObject({
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      timeout: 300,
      memorySize: 512,
      tracingConfig: { mode: 'Active' },
      loggingConfig: { logFormat: 'Text', logGroup: `${NAME}-1234567` },
      deadLetterConfig: { targetArn: expect.stringContaining(`${NAME}-failures`) },
    });
    expect(inputs).not.toHaveProperty('vpcConfig');
    expect(inputs).not.toHaveProperty('reservedConcurrentExecutions');
    expect(inputs['code']).toMatchObject({
      assets: { 'index.mjs': { text: bundleFunction('ingest-launches') } },
    });
  });

  it('has a log group of its own, kept 30 days', () => {
    expect(dev.inputs('aws:cloudwatch/logGroup:LogGroup', NAME)).toEqual({ retentionInDays: 30 });
  });

  it('is told its table and sources, and the rest only when it is set', () => {
    expect(variables(dev)).toEqual({
      DYNAMODB_TABLE: 'spacex-dashboard-dev-launches-1234567',
      ENVIRONMENT: 'dev',
      LAUNCH_SOURCES: 'launch-library,spacex',
      OIDC_ROLES_CLAIM: 'cognito:groups',
    });
    expect(variables(full)).toEqual({
      DYNAMODB_TABLE: 'spacex-dashboard-full-launches-1234567',
      ENVIRONMENT: 'full',
      LAUNCH_SOURCES: 'launch-library,spacex',
      OIDC_ROLES_CLAIM: 'cognito:groups',
      SPACEX_API_URL: 'https://launches.example.org',
      LAUNCH_LIBRARY_API_URL: 'https://library.example.org',
      LAUNCH_LIBRARY_TOKEN_SECRET_ARN: TOKEN_ARN,
    });
    expect(variables(longest)).toMatchObject({ ENVIRONMENT: 'staging', LAUNCH_SOURCES: 'spacex' });
  });

  it('may read the secret of its token, where there is one, and no other', () => {
    const reading = (stack: Stack, name: string) =>
      stack.grants(name).filter(({ Action }) => Action.some((each) => each.startsWith('secrets')));
    expect(reading(full, NAME.replace('dev', 'full'))).toEqual([
      { Effect: 'Allow', Action: ['secretsmanager:GetSecretValue'], Resource: [TOKEN_ARN] },
    ]);
    expect(reading(dev, NAME)).toEqual([]);
  });

  it('has reserved concurrency only when configured', () => {
    expect(full.inputs(FUNCTION)['reservedConcurrentExecutions']).toBe(3);
  });

  it('may do with the table exactly what it does, and write its logs, traces and failures', () => {
    expect(dev.grants(NAME)).toEqual([
      {
        Effect: 'Allow',
        Action: [
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:BatchGetItem',
          'dynamodb:BatchWriteItem',
        ],
        Resource: [TABLE],
      },
      { Effect: 'Allow', Action: ['dynamodb:Query'], Resource: [TABLE, INDEX] },
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: [expect.stringMatching(/spacex-dashboard-dev-ingestion-1234567:\*$/)],
      },
      {
        Effect: 'Allow',
        Action: ['sqs:SendMessage'],
        Resource: [expect.stringContaining('ingestion-failures')],
      },
      {
        Effect: 'Allow',
        Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
        Resource: ['*'],
      },
    ]);
  });

  it('tries twice more before an event goes to the failure queue', () => {
    const type = 'aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig';
    expect(dev.inputs(type)).toMatchObject({ maximumRetryAttempts: 2 });
    expect(dev.inputs('aws:sqs/queue:Queue', `${NAME}-failures`)).toEqual({
      messageRetentionSeconds: 1_209_600,
      sqsManagedSseEnabled: true,
    });
  });
});

describe('the schedule', () => {
  it('runs each configured source four times a day, in UTC', () => {
    expect(dev.names(SCHEDULE)).toEqual([
      'spacex-dashboard-dev-cron-launch-library',
      'spacex-dashboard-dev-cron-spacex',
    ]);
    expect(longest.all(SCHEDULE)).toHaveLength(1);
    expect(dev.inputs(SCHEDULE, 'spacex-dashboard-dev-cron-spacex')).toMatchObject({
      groupName: 'spacex-dashboard-dev-cron-1234567',
      scheduleExpression: 'cron(0 1,7,13,19 * * ? *)',
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: expect.stringContaining(`${NAME}-1234567`),
        input: '{"schedule":true,"source":"spacex"}',
        retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: 3600 },
        deadLetterConfig: { arn: expect.stringContaining('cron-failures') },
      },
    });
  });

  it('may start the function and report what it could not start', () => {
    expect(dev.grants('spacex-dashboard-dev-cron')).toEqual([
      {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: [expect.stringContaining(`${NAME}-1234567`)],
      },
      {
        Effect: 'Allow',
        Action: ['sqs:SendMessage'],
        Resource: [expect.stringContaining('cron-failures')],
      },
    ]);
  });
});

describe('the first fill', () => {
  const needs = (stack: Stack, { dependsOn }: RecordedResource): Set<string> => {
    const found = new Set<string>();
    const follow = (urn: string): void => {
      const [type = '', name = ''] = urn.split('::').slice(-2);
      const key = `${type.split('$').at(-1)} ${name}`;
      if (found.has(key)) return;
      found.add(key);
      const next = stack.resources.find((each) => `${each.type} ${each.name}` === key);
      next?.dependsOn.forEach(follow);
    };
    dependsOn.forEach(follow);
    return found;
  };

  it('reads every configured source whole, once', () => {
    expect(dev.all(INVOCATION).map(({ inputs }) => inputs)).toEqual(
      ['launch-library', 'spacex'].map((source) => ({
        functionName: `${NAME}-1234567`,
        input: `{"backfill":true,"source":"${source}","report_failure":true}`,
        lifecycleScope: 'CREATE_ONLY',
      })),
    );
    expect(longest.all(INVOCATION)).toHaveLength(1);
  });

  it('waits for the table, the function, its grants, its log group and its queue', () => {
    for (const invocation of dev.all(INVOCATION)) {
      expect([...needs(dev, invocation)]).toEqual(
        expect.arrayContaining([
          'aws:dynamodb/table:Table spacex-dashboard-dev-launches',
          `${FUNCTION} ${NAME}`,
          `aws:iam/rolePolicy:RolePolicy ${NAME}`,
          `aws:cloudwatch/logGroup:LogGroup ${NAME}`,
          `aws:sqs/queue:Queue ${NAME}-failures`,
        ]),
      );
    }
  });
});
