import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import type { Metric } from '../alarm.ts';
import { Component } from '../component.ts';
import {
  balancerMetric,
  lambdaMetric,
  launchesMetric,
  serviceMetric,
  tableMetric,
  throttleMetrics,
} from '../metrics.ts';

/** One line of a graph. */
interface Line {
  metric: Metric;
  /** Average, Sum, or a percentile such as p95. */
  stat: string;
}

interface Graph {
  title: string;
  lines: Line[];
}

/** CloudWatch's grid is 24 columns wide. */
const [COLUMNS, WIDTH, HEIGHT] = [24, 12, 6];

export interface MonitoringDashboardArgs {
  region: string;
  balancerArnSuffix: pulumi.Input<string>;
  clusterName: pulumi.Input<string>;
  serviceName: pulumi.Input<string>;
  functionName: pulumi.Input<string>;
  tableName: pulumi.Input<string>;
  sources: readonly string[];
}

/** One CloudWatch dashboard over all of the stack. */
export class MonitoringDashboard extends Component {
  constructor(name: string, args: MonitoringDashboardArgs, opts?: pulumi.ComponentResourceOptions) {
    super('MonitoringDashboard', name, opts);

    const graphs = [...balancerGraphs(args), ...serviceGraphs(args), ...dataGraphs(args)];
    new aws.cloudwatch.Dashboard(
      name,
      {
        dashboardName: name,
        dashboardBody: pulumi.jsonStringify({
          widgets: graphs.map((graph, index) => widget(graph, index, args.region)),
        }),
      },
      this.child,
    );

    this.registerOutputs();
  }
}

const lines = (stat: string, ...metrics: Metric[]): Line[] =>
  metrics.map((metric) => ({ metric, stat }));

const balancerGraphs = ({ balancerArnSuffix: balancer }: MonitoringDashboardArgs): Graph[] => {
  const count = (name: string) => balancerMetric(name, balancer);
  const latency = count('TargetResponseTime');
  return [
    {
      title: 'Latency (s)',
      lines: ['Average', 'p95', 'p99'].map((stat) => ({ metric: latency, stat })),
    },
    { title: 'Requests', lines: lines('Sum', count('RequestCount')) },
    {
      title: 'Errors answered',
      lines: lines(
        'Sum',
        count('HTTPCode_Target_4XX_Count'),
        count('HTTPCode_Target_5XX_Count'),
        count('HTTPCode_ELB_4XX_Count'),
        count('HTTPCode_ELB_5XX_Count'),
      ),
    },
  ];
};

const serviceGraphs = (args: MonitoringDashboardArgs): Graph[] => {
  const { clusterName, serviceName, functionName } = args;
  const used = ['CPUUtilization', 'MemoryUtilization'].map((metricName) =>
    serviceMetric(metricName, clusterName, serviceName),
  );
  const duration = lambdaMetric('Duration', functionName);
  return [
    { title: 'Dashboard CPU and memory (%)', lines: lines('Average', ...used) },
    { title: 'Ingestion errors', lines: lines('Sum', lambdaMetric('Errors', functionName)) },
    {
      title: 'Ingestion duration (ms)',
      lines: [...lines('Average', duration), ...lines('Maximum', duration)],
    },
  ];
};

const dataGraphs = ({ tableName, sources }: MonitoringDashboardArgs): Graph[] => {
  const operations = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'BatchWriteItem'];
  const latencies = operations.map((Operation) =>
    tableMetric('SuccessfulRequestLatency', tableName, { Operation }),
  );
  const ages = sources.map((source) => launchesMetric('SourceAge', source, tableName));
  return [
    { title: 'Age of each source (s)', lines: lines('Maximum', ...ages) },
    { title: 'Table latency (ms)', lines: lines('Average', ...latencies) },
    { title: 'Table throttles', lines: lines('Sum', ...throttleMetrics(tableName)) },
  ];
};

/** Two graphs a row. */
const widget = ({ title, lines: drawn }: Graph, index: number, region: string) => ({
  type: 'metric',
  x: (index * WIDTH) % COLUMNS,
  y: Math.floor((index * WIDTH) / COLUMNS) * HEIGHT,
  width: WIDTH,
  height: HEIGHT,
  properties: {
    title,
    region,
    view: 'timeSeries',
    period: 300,
    metrics: drawn.map(({ metric, stat }) => [
      metric.namespace,
      metric.metricName,
      ...Object.entries(metric.dimensions).flat(),
      { stat },
    ]),
  },
});
