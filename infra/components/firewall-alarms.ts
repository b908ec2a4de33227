import type * as pulumi from '@pulumi/pulumi';
import { alarm } from '../alarm.ts';
import { Component } from '../component.ts';
import { firewallMetric } from '../metrics.ts';
import type { Firewall } from './firewall.ts';

export interface FirewallAlarmsArgs {
  /** Topic in the firewall's region. */
  topicArn: pulumi.Input<string>;
  firewall: Firewall;
}

/** Tells when much is blocked: an attack, or a rule that takes readers for one. */
export class FirewallAlarms extends Component {
  constructor(
    name: string,
    { topicArn, firewall }: FirewallAlarmsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super('FirewallAlarms', name, opts);

    alarm(
      `${name}-blocked`,
      {
        description: 'The firewall blocked more than 1000 requests in 5 minutes',
        topicArn,
        region: firewall.region,
        metrics: [firewallMetric('BlockedRequests', firewall.dimensions)],
        statistic: 'Sum',
        period: 300,
        above: 1000,
      },
      this.child,
    );

    this.registerOutputs();
  }
}
