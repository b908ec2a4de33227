import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';

/** One metric of the region, as alarms and the dashboard name it. */
export interface Metric {
  namespace: string;
  metricName: string;
  dimensions: Record<string, pulumi.Input<string>>;
}

export interface AlarmArgs {
  /** What is wrong, for who is written to. */
  description: string;
  topicArn: pulumi.Input<string>;
  /** Region of the metrics and the topic. @default the stack's */
  region?: string;
  /** One metric, or several that are added up. */
  metrics: Metric[];
  /** Sum, Average, Maximum or a percentile such as p99. */
  statistic: string;
  /** Seconds of one look. */
  period: number;
  /** Looks on end that must be bad. @default 1 */
  periods?: number;
  /** Bad is what is over this. */
  above?: number;
  /** Bad is what is under this. */
  below?: number;
  /** Whether no data is bad. @default false: nothing happened, which is good */
  silenceIsBad?: boolean;
}

const isPercentile = (statistic: string): boolean => statistic.startsWith('p');

const singleMetric = ({ namespace, metricName, dimensions }: Metric, args: AlarmArgs) => ({
  namespace,
  metricName,
  dimensions,
  period: args.period,
  ...(isPercentile(args.statistic)
    ? { extendedStatistic: args.statistic }
    : { statistic: args.statistic }),
});

/** A metric that had no data in a period counts as 0, or the sum would have none either. */
const sumOf = (metrics: Metric[], { statistic, period }: AlarmArgs) => ({
  metricQueries: [
    {
      id: 'total',
      label: 'Total',
      expression: metrics.map((_, index) => `FILL(m${index}, 0)`).join(' + '),
      returnData: true,
    },
    ...metrics.map((metric, index) => ({
      id: `m${index}`,
      metric: { ...metric, period, stat: statistic },
    })),
  ],
});

/** Creates an alarm that tells the topic when things get bad and when they are good again. */
export const alarm = (
  name: string,
  args: AlarmArgs,
  opts: pulumi.CustomResourceOptions,
): aws.cloudwatch.MetricAlarm => {
  const { metrics, above, below } = args;
  const [only] = metrics;
  const observed =
    metrics.length === 1 && only !== undefined ? singleMetric(only, args) : sumOf(metrics, args);
  return new aws.cloudwatch.MetricAlarm(
    name,
    {
      alarmDescription: args.description,
      ...(args.region === undefined ? {} : { region: args.region }),
      ...observed,
      comparisonOperator: below === undefined ? 'GreaterThanThreshold' : 'LessThanThreshold',
      threshold: below ?? above ?? 0,
      evaluationPeriods: args.periods ?? 1,
      treatMissingData: args.silenceIsBad === true ? 'breaching' : 'notBreaching',
      alarmActions: [args.topicArn],
      okActions: [args.topicArn],
    },
    opts,
  );
};
