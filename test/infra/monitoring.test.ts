import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const ALARM = 'aws:cloudwatch/metricAlarm:MetricAlarm';
const [dev, full, longest] = [new Stack('dev'), new Stack('full'), new Stack('longest')];
const PREFIX = 'spacex-dashboard-dev';
const BALANCER = { LoadBalancer: `app/${PREFIX}-lb-1234567/1` };

describe('the alarms', () => {
  it('tell one topic, which CloudWatch of this account may publish to', () => {
    const topicArn = dev.outputs['alarmTopicArn'];
    for (const { inputs } of dev.all(ALARM)) {
      expect(inputs).toMatchObject({ alarmActions: [topicArn], okActions: [topicArn] });
    }
    const { policy } = dev.inputs('aws:sns/topicPolicy:TopicPolicy');
    expect(JSON.parse(String(policy))).toMatchObject({
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: ['sns:Publish'],
          Resource: [topicArn],
          Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } },
        },
      ],
    });
  });

  it('write to a person where one is named', () => {
    const type = 'aws:sns/topicSubscription:TopicSubscription';
    expect(dev.all(type)).toEqual([]);
    expect(full.inputs(type)).toMatchObject({
      protocol: 'email',
      endpoint: 'operations@example.org',
    });
  });

  it.each([
    [
      'ingestion-alarms-errors',
      {
        namespace: 'AWS/Lambda',
        metricName: 'Errors',
        dimensions: { FunctionName: `${PREFIX}-ingestion-1234567` },
        statistic: 'Sum',
        period: 300,
        evaluationPeriods: 1,
        threshold: 10,
        comparisonOperator: 'GreaterThanThreshold',
        treatMissingData: 'notBreaching',
      },
    ],
    [
      'ingestion-alarms-duration',
      {
        namespace: 'AWS/Lambda',
        metricName: 'Duration',
        dimensions: { FunctionName: `${PREFIX}-ingestion-1234567` },
        threshold: 10_000,
        comparisonOperator: 'GreaterThanThreshold',
      },
    ],
    [
      'ingestion-alarms-silence-spacex',
      {
        namespace: 'SpacexDashboard',
        metricName: 'LaunchesRead',
        dimensions: { source: 'spacex', table: `${PREFIX}-launches-1234567` },
        statistic: 'Sum',
        period: 86_400,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: 'LessThanThreshold',
        treatMissingData: 'breaching',
      },
    ],
    [
      'ingestion-alarms-age-spacex',
      {
        namespace: 'SpacexDashboard',
        metricName: 'SourceAge',
        dimensions: { source: 'spacex', table: `${PREFIX}-launches-1234567` },
        statistic: 'Minimum',
        period: 86_400,
        evaluationPeriods: 1,
        threshold: 86_400,
        comparisonOperator: 'GreaterThanThreshold',
        treatMissingData: 'breaching',
      },
    ],
    ...(['failed', 'missed'] as const).map(
      (what) =>
        [
          `ingestion-alarms-queue-${what}-runs`,
          {
            namespace: 'AWS/SQS',
            metricName: 'ApproximateNumberOfMessagesVisible',
            dimensions: {
              QueueName: `${PREFIX}-${what === 'failed' ? 'ingestion' : 'cron'}-failures-1234567`,
            },
            statistic: 'Maximum',
            threshold: 0,
            comparisonOperator: 'GreaterThanThreshold',
          },
        ] as const,
    ),
    [
      'lb-alarms-latency',
      {
        namespace: 'AWS/ApplicationELB',
        metricName: 'TargetResponseTime',
        dimensions: BALANCER,
        extendedStatistic: 'p99',
        period: 60,
        evaluationPeriods: 3,
        threshold: 1,
      },
    ],
    [
      'lb-alarms-unhealthy',
      {
        namespace: 'AWS/ApplicationELB',
        metricName: 'UnHealthyHostCount',
        dimensions: { ...BALANCER, TargetGroup: `targetgroup/${PREFIX}-lb-1234567/2` },
        statistic: 'Maximum',
        threshold: 0,
      },
    ],
  ])('have %s', (part, inputs) => {
    expect(dev.inputs(ALARM, `${PREFIX}-${part}`)).toMatchObject(inputs);
  });

  it('add up the throttles of the table and its index', () => {
    const TableName = `${PREFIX}-launches-1234567`;
    const GlobalSecondaryIndexName = 'source_year-launch_date-index';
    const inputs = dev.inputs(ALARM, `${PREFIX}-ingestion-alarms-throttles`);
    expect(inputs).toMatchObject({ threshold: 0, comparisonOperator: 'GreaterThanThreshold' });
    expect(inputs['metricQueries']).toEqual([
      {
        id: 'total',
        label: 'Total',
        expression: 'FILL(m0, 0) + FILL(m1, 0) + FILL(m2, 0) + FILL(m3, 0)',
        returnData: true,
      },
      ...['ReadThrottleEvents', 'WriteThrottleEvents']
        .flatMap((metricName) => [
          { metricName, dimensions: { TableName } },
          { metricName, dimensions: { TableName, GlobalSecondaryIndexName } },
        ])
        .map((metric, index) => ({
          id: `m${index}`,
          metric: { namespace: 'AWS/DynamoDB', ...metric, period: 300, stat: 'Sum' },
        })),
    ]);
  });

  it('add up server errors of the dashboard and of the balancer, twice 5 minutes', () => {
    const inputs = dev.inputs(ALARM, `${PREFIX}-lb-alarms-5xx`);
    expect(inputs).toMatchObject({ threshold: 100, evaluationPeriods: 2 });
    expect(inputs['metricQueries']).toEqual([
      expect.objectContaining({ expression: 'FILL(m0, 0) + FILL(m1, 0)', returnData: true }),
      ...['HTTPCode_Target_5XX_Count', 'HTTPCode_ELB_5XX_Count'].map((metricName) =>
        expect.objectContaining({
          metric: expect.objectContaining({ metricName, dimensions: BALANCER, period: 300 }),
        }),
      ),
    ]);
  });

  it('watch the configured sources only', () => {
    expect(longest.names(ALARM).filter((name) => name.includes('silence'))).toEqual([
      'spacex-dashboard-abcdefgh-1234567-ingestion-alarms-silence-spacex',
    ]);
  });
});

interface Widget {
  properties: { title: string; region: string; metrics: unknown[][] };
}

describe('the CloudWatch dashboard', () => {
  const { dashboardBody, dashboardName } = dev.inputs('aws:cloudwatch/dashboard:Dashboard');
  const { widgets } = JSON.parse(String(dashboardBody)) as { widgets: Widget[] };
  const drawn = widgets.flatMap(({ properties }) =>
    properties.metrics.map((metric) => {
      const { stat } = metric.at(-1) as { stat: string };
      return `${String(metric[0])} ${String(metric[1])} ${stat}`;
    }),
  );

  it('is named after the stack and shows its region', () => {
    expect(dashboardName).toBe(`${PREFIX}-monitoring`);
    expect(new Set(widgets.map(({ properties }) => properties.region))).toEqual(
      new Set(['us-east-1']),
    );
  });

  it.each([
    'AWS/ApplicationELB TargetResponseTime Average',
    'AWS/ApplicationELB TargetResponseTime p95',
    'AWS/ApplicationELB TargetResponseTime p99',
    'AWS/ApplicationELB RequestCount Sum',
    'AWS/ApplicationELB HTTPCode_Target_4XX_Count Sum',
    'AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum',
    'AWS/ECS CPUUtilization Average',
    'AWS/ECS MemoryUtilization Average',
    'AWS/Lambda Errors Sum',
    'AWS/Lambda Duration Average',
    'SpacexDashboard SourceAge Maximum',
    'AWS/DynamoDB SuccessfulRequestLatency Average',
    'AWS/DynamoDB ReadThrottleEvents Sum',
    'AWS/DynamoDB WriteThrottleEvents Sum',
  ])('draws %s', (metric) => {
    expect(drawn).toContain(metric);
  });

  it('lays two graphs in a row, none over another', () => {
    const places = (
      JSON.parse(String(dashboardBody)) as { widgets: { x: number; y: number }[] }
    ).widgets.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
