import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { allow, serviceRole, thisAccountOnly } from '../iam.ts';
import { logGroup } from '../logs.ts';
import type { Keys } from './keys.ts';

export interface FlowLogsArgs {
  vpcId: pulumi.Input<string>;
  /** Key of the log. @default CloudWatch's own */
  keys?: Pick<Keys, 'logs'> | undefined;
}

/** Records who talked to whom in a VPC, accepted or not. */
export class FlowLogs extends Component {
  constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('FlowLogs', name, opts);

    const group = logGroup(name, this.child, args.keys?.logs);
    const { role, grants } = this.createRole(group);
    new aws.ec2.FlowLog(
      name,
      {
        vpcId: args.vpcId,
        trafficType: 'ALL',
        logDestinationType: 'cloud-watch-logs',
        logDestination: group.arn,
        iamRoleArn: role.arn,
        maxAggregationInterval: 600,
      },
      { ...this.child, dependsOn: [grants] },
    );

    this.registerOutputs();
  }

  private createRole(group: aws.cloudwatch.LogGroup) {
    const actions = ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'];
    return serviceRole(
      this.name,
      {
        service: 'vpc-flow-logs.amazonaws.com',
        condition: thisAccountOnly(this.child),
        statements: [allow(actions, pulumi.interpolate`${group.arn}:*`)],
      },
      this.child,
    );
  }
}
