import type * as pulumi from '@pulumi/pulumi';
import { alarm } from '../alarm.ts';
import { Component } from '../component.ts';
import { balancerMetric, targetMetric } from '../metrics.ts';

export interface BalancerAlarmsArgs {
  topicArn: pulumi.Input<string>;
  /** Last parts of the ARNs of the balancer and its target group. */
  balancerArnSuffix: pulumi.Input<string>;
  targetGroupArnSuffix: pulumi.Input<string>;
}

/** Tells when people are not, or slowly, served. */
export class BalancerAlarms extends Component {
  constructor(name: string, args: BalancerAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('BalancerAlarms', name, opts);

    this.watchErrors(args);
    this.watchLatency(args);
    this.watchTargets(args);

    this.registerOutputs();
  }

  private watchErrors({ topicArn, balancerArnSuffix }: BalancerAlarmsArgs): void {
    // Those the dashboard answered, and those of the balancer when nobody did.
    const names = ['HTTPCode_Target_5XX_Count', 'HTTPCode_ELB_5XX_Count'];
    alarm(
      `${this.name}-5xx`,
      {
        description: 'More than 100 server errors in 5 minutes, twice on end',
        topicArn,
        metrics: names.map((metricName) => balancerMetric(metricName, balancerArnSuffix)),
        statistic: 'Sum',
        period: 300,
        periods: 2,
        above: 100,
      },
      this.child,
    );
  }

  private watchLatency({ topicArn, balancerArnSuffix }: BalancerAlarmsArgs): void {
    alarm(
      `${this.name}-latency`,
      {
        description: 'One answer in a hundred took over a second, for 3 minutes',
        topicArn,
        metrics: [balancerMetric('TargetResponseTime', balancerArnSuffix)],
        statistic: 'p99',
        period: 60,
        periods: 3,
        above: 1,
      },
      this.child,
    );
  }

  private watchTargets(args: BalancerAlarmsArgs): void {
    const { topicArn, balancerArnSuffix, targetGroupArnSuffix } = args;
    alarm(
      `${this.name}-unhealthy`,
      {
        description: 'A task does not answer its health check',
        topicArn,
        metrics: [targetMetric('UnHealthyHostCount', balancerArnSuffix, targetGroupArnSuffix)],
        statistic: 'Maximum',
        period: 60,
        periods: 3,
        above: 0,
      },
      this.child,
    );
  }
}
