import type * as pulumi from '@pulumi/pulumi';
import { alarm } from '../alarm.ts';
import { Component } from '../component.ts';
import { EDGE_REGION } from '../edge-region.ts';
import { edgeMetric } from '../metrics.ts';

export interface EdgeAlarmsArgs {
  /** Topic in us-east-1. */
  topicArn: pulumi.Input<string>;
  distributionId: pulumi.Input<string>;
}

/** Tells when readers are not served though the balancer may know nothing of it. */
export class EdgeAlarms extends Component {
  constructor(name: string, args: EdgeAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('EdgeAlarms', name, opts);

    alarm(
      `${name}-5xx`,
      {
        description: 'CloudFront answers one request in twenty with a server error, for 10 minutes',
        topicArn: args.topicArn,
        region: EDGE_REGION,
        metrics: [edgeMetric('5xxErrorRate', args.distributionId)],
        statistic: 'Average',
        period: 300,
        periods: 2,
        above: 5,
      },
      this.child,
    );

    this.registerOutputs();
  }
}
