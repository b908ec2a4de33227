import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

/** Addresses that CloudFront asks from, kept by AWS. */
const EDGE_ADDRESSES = 'com.amazonaws.global.cloudfront.origin-facing';

export interface BalancerSecurityGroupArgs {
  vpcId: pulumi.Input<string>;
  /** Ports of the listeners. */
  ports: readonly number[];
  /** Whether only CloudFront gets in. That list counts as 55 of the 60 rules a group may have: one port. */
  isBehindEdge: boolean;
}

/** Who may reach the balancer; where traffic may go on to is said by who receives it. */
export class BalancerSecurityGroup extends Component {
  readonly group: aws.ec2.SecurityGroup;

  constructor(
    name: string,
    args: BalancerSecurityGroupArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super('BalancerSecurityGroup', name, opts);

    this.group = new aws.ec2.SecurityGroup(
      name,
      { vpcId: args.vpcId, description: 'The public entrance' },
      this.child,
    );
    for (const port of args.ports) this.admit(port, args);

    this.registerOutputs({ groupId: this.group.id });
  }

  private admit(port: number, { isBehindEdge }: BalancerSecurityGroupArgs): void {
    new aws.vpc.SecurityGroupIngressRule(
      `${this.name}-${port}${isBehindEdge ? '-edge' : ''}`,
      {
        securityGroupId: this.group.id,
        ...(isBehindEdge
          ? { description: 'CloudFront', prefixListId: this.edgeAddresses() }
          : { description: 'Anyone', cidrIpv4: '0.0.0.0/0' }),
        ipProtocol: 'tcp',
        fromPort: port,
        toPort: port,
      },
      this.child,
    );
  }

  private edgeAddresses(): pulumi.Output<string> {
    return aws.ec2.getManagedPrefixListOutput({ name: EDGE_ADDRESSES }, this.child).id;
  }
}
