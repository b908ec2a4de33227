import type * as pulumi from '@pulumi/pulumi';
import { DATE_INDEX } from '../domain/launches/keys.ts';
import type { Metric } from './alarm.ts';

type Name = pulumi.Input<string>;

/** What CloudWatch calls the things this stack is watched by. */

export const lambdaMetric = (metricName: string, functionName: Name): Metric => ({
  namespace: 'AWS/Lambda',
  metricName,
  dimensions: { FunctionName: functionName },
});

/** A metric that the ingestion function emits, per source and table. */
export const launchesMetric = (metricName: string, source: string, table: Name): Metric => ({
  namespace: 'SpacexDashboard',
  metricName,
  dimensions: { source, table },
});

export const queueMetric = (metricName: string, queueName: Name): Metric => ({
  namespace: 'AWS/SQS',
  metricName,
  dimensions: { QueueName: queueName },
});

export const balancerMetric = (metricName: string, balancer: Name): Metric => ({
  namespace: 'AWS/ApplicationELB',
  metricName,
  dimensions: { LoadBalancer: balancer },
});

export const targetMetric = (metricName: string, balancer: Name, targetGroup: Name): Metric => ({
  namespace: 'AWS/ApplicationELB',
  metricName,
  dimensions: { LoadBalancer: balancer, TargetGroup: targetGroup },
});

export const serviceMetric = (metricName: string, cluster: Name, service: Name): Metric => ({
  namespace: 'AWS/ECS',
  metricName,
  dimensions: { ClusterName: cluster, ServiceName: service },
});

export const tableMetric = (
  metricName: string,
  tableName: Name,
  dimensions: Record<string, string> = {},
): Metric => ({
  namespace: 'AWS/DynamoDB',
  metricName,
  dimensions: { TableName: tableName, ...dimensions },
});

/** Every request of the table or its index that DynamoDB put off. */
export const throttleMetrics = (tableName: Name): Metric[] =>
  ['ReadThrottleEvents', 'WriteThrottleEvents'].flatMap((metricName) => [
    tableMetric(metricName, tableName),
    tableMetric(metricName, tableName, { GlobalSecondaryIndexName: DATE_INDEX.name }),
  ]);

/** A metric of a distribution; CloudFront's have one place for all the world. */
export const edgeMetric = (metricName: string, distributionId: Name): Metric => ({
  namespace: 'AWS/CloudFront',
  metricName,
  dimensions: { DistributionId: distributionId, Region: 'Global' },
});

/** A metric over all rules of a web ACL. */
export const firewallMetric = (metricName: string, acl: Record<string, Name>): Metric => ({
  namespace: 'AWS/WAFV2',
  metricName,
  dimensions: { ...acl, Rule: 'ALL' },
});
