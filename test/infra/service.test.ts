import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const SERVICE = 'awsx:ecs:FargateService';
const [dev, prod, full] = [new Stack('dev'), new Stack('prod'), new Stack('full')];
const NAME = 'spacex-dashboard-dev-web';

const task = (stack: Stack) =>
  stack.inputs(SERVICE)['taskDefinitionArgs'] as {
    container: Record<string, unknown>;
    taskRole: unknown;
    executionRole: unknown;
  };

describe('the cluster', () => {
  it('has Container Insights, Fargate and Fargate Spot', () => {
    expect(dev.inputs('aws:ecs/cluster:Cluster', `${NAME}-cluster`)).toEqual({
      settings: [{ name: 'containerInsights', value: 'enabled' }],
    });
    expect(dev.inputs('aws:ecs/clusterCapacityProviders:ClusterCapacityProviders')).toMatchObject({
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    });
  });
});

describe('the service', () => {
  it('rolls back a deployment that does not come up, and never has fewer tasks meanwhile', () => {
    expect(dev.one(SERVICE)).toMatchObject({
      name: NAME,
      inputs: {
        deploymentCircuitBreaker: { enable: true, rollback: true },
        forceNewDeployment: true,
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        loadBalancers: [
          {
            containerName: 'dashboard',
            containerPort: 3000,
            targetGroupArn: expect.stringContaining('targetgroup/spacex-dashboard-dev-lb'),
          },
        ],
      },
    });
  });

  it('starts with the least tasks and then leaves the count to scaling', () => {
    expect(dev.inputs(SERVICE)['desiredCount']).toBe(1);
    expect(prod.inputs(SERVICE)['desiredCount']).toBe(2);
    for (const stack of [dev, prod, full]) {
      expect(stack.one(SERVICE).serviceIgnoresChanges).toEqual(['desiredCount']);
    }
  });

  it('runs on what the stack chooses', () => {
    const strategies = (stack: Stack) => stack.inputs(SERVICE)['capacityProviderStrategies'];
    expect(strategies(dev)).toEqual([{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]);
    expect(strategies(new Stack('bare'))).toEqual([{ capacityProvider: 'FARGATE', weight: 1 }]);
    expect(strategies(full)).toEqual([
      { capacityProvider: 'FARGATE', weight: 1, base: 2 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3 },
    ]);
  });

  it('waits for the balancer, whose listener its target group must be on', () => {
    const needed = dev.one(SERVICE).dependsOn.map((urn) => urn.split('::').at(-1));
    expect(needed).toEqual(
      expect.arrayContaining(['spacex-dashboard-dev-lb', `${NAME}-task`, `${NAME}-execution`]),
    );
  });
});

describe('the task', () => {
  it('has half a CPU and a GiB on x86', () => {
    expect(task(dev)).toMatchObject({
      cpu: '512',
      memory: '1024',
      family: NAME,
      runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    });
  });

  it('runs as nobody special on a root it cannot write to, and says whether it is healthy', () => {
    expect(task(dev).container).toMatchObject({
      name: 'dashboard',
      image: expect.stringContaining('@sha256:'),
      essential: true,
      user: '1000:1000',
      readonlyRootFilesystem: true,
      linuxParameters: { initProcessEnabled: true, capabilities: { drop: ['ALL'] } },
      portMappings: [{ containerPort: 3000, protocol: 'tcp' }],
      healthCheck: { interval: 15, timeout: 5, retries: 3, startPeriod: 30 },
    });
    const { command } = task(dev).container['healthCheck'] as { command: string[] };
    expect(command.join(' ')).toContain('http://127.0.0.1:3000/health');
  });

  it('is told where its table is and how to behave', () => {
    const told = (stack: Stack) => task(stack).container['environment'];
    expect(told(dev)).toEqual([
      { name: 'AUTH_READING', value: 'public' },
      { name: 'AWS_REGION', value: 'us-east-1' },
      { name: 'BEHIND_TLS', value: 'false' },
      { name: 'DYNAMODB_TABLE', value: 'spacex-dashboard-dev-launches-1234567' },
      { name: 'ENVIRONMENT', value: 'dev' },
      { name: 'INGESTION_FUNCTION_NAME', value: 'spacex-dashboard-dev-ingestion-1234567' },
      { name: 'LAUNCH_SOURCES', value: 'launch-library,spacex' },
      { name: 'LOG_LEVEL', value: 'info' },
      { name: 'OIDC_AUDIENCE', value: 'spacex-dashboard-dev-users-id' },
      { name: 'OIDC_AUDIENCE_CLAIM', value: 'client_id' },
      {
        name: 'OIDC_ISSUER',
        value: 'https://cognito-idp.us-east-1.amazonaws.com/spacex-dashboard-dev-users-id',
      },
      { name: 'OIDC_ROLES_CLAIM', value: 'cognito:groups' },
      { name: 'PORT', value: '3000' },
      { name: 'TRUSTED_PROXIES', value: '1' },
    ]);
    expect(told(full)).toContainEqual({ name: 'LOG_LEVEL', value: 'debug' });
  });

  it('is told how many proxies to believe, and whether readers come by HTTPS', () => {
    const told = (stack: Stack) => task(stack).container['environment'];
    for (const stack of [prod, full]) {
      expect(told(stack)).toContainEqual({ name: 'TRUSTED_PROXIES', value: '2' });
      expect(told(stack)).toContainEqual({ name: 'BEHIND_TLS', value: 'true' });
    }
    const direct = told(new Stack('direct'));
    expect(direct).toContainEqual({ name: 'TRUSTED_PROXIES', value: '1' });
    expect(direct).toContainEqual({ name: 'BEHIND_TLS', value: 'true' });
  });

  it('logs to a group kept 30 days', () => {
    expect(task(dev).container['logConfiguration']).toEqual({
      logDriver: 'awslogs',
      options: {
        'awslogs-group': `${NAME}-1234567`,
        'awslogs-region': 'us-east-1',
        'awslogs-stream-prefix': 'dashboard',
      },
    });
    expect(dev.inputs('aws:cloudwatch/logGroup:LogGroup', NAME)).toEqual({ retentionInDays: 30 });
  });

  it('may read the table and run the function; what starts it may pull its image and write its logs', () => {
    expect(task(dev).taskRole).toEqual({ roleArn: expect.stringContaining(`${NAME}-task`) });
    expect(task(dev).executionRole).toEqual({
      roleArn: expect.stringContaining(`${NAME}-execution`),
    });
    expect(dev.grants(`${NAME}-task`)).toEqual([
      {
        Effect: 'Allow',
        Action: ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'],
        Resource: [
          expect.stringMatching(/launches-1234567$/),
          expect.stringMatching(/launches-1234567\/index\/source_year-launch_date-index$/),
        ],
      },
      {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: [expect.stringMatching(/spacex-dashboard-dev-ingestion-1234567$/)],
      },
    ]);
    expect(dev.grants(`${NAME}-execution`)).toEqual([
      {
        Effect: 'Allow',
        Action: [
          'ecr:BatchCheckLayerAvailability',
          'ecr:BatchGetImage',
          'ecr:GetDownloadUrlForLayer',
        ],
        Resource: [expect.stringMatching(/repository\/spacex-dashboard-dev-image-1234567$/)],
      },
      { Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: ['*'] },
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: [expect.stringMatching(/spacex-dashboard-dev-web-1234567:\*$/)],
      },
    ]);
  });
});
