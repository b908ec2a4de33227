import * as aws from '@pulumi/aws';
import * as awsx from '@pulumi/awsx';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { Listener, TargetArgs } from '../listeners.ts';
import { closed, open, targetGroup } from '../listeners.ts';
import { AccessLogBucket } from './access-log-bucket.ts';
import { BalancerSecurityGroup } from './balancer-security-group.ts';
import type { OriginHeader } from './origin-header.ts';
import type { AliasTarget } from './site-name.ts';

/** Folder in the bucket. */
const LOG_PREFIX = 'balancer';

export interface LoadBalancerArgs extends TargetArgs {
  /** Public subnets, in two zones or more. */
  subnetIds: pulumi.Input<string[]>;
  /** Keeps the balancer and its logs from being deleted. */
  isProtected: boolean;
  /** Certificate for HTTPS. @default none: plain HTTP */
  certificateArn?: pulumi.Input<string> | undefined;
  /** Makes it an origin of CloudFront: who does not show this header is turned away. @default open to anyone */
  originHeader?: OriginHeader | undefined;
}

/** The balancer, with a security group of its own and access logs. Its name has few characters to spare. */
export class LoadBalancer extends Component {
  readonly arn: pulumi.Output<string>;
  /** Whether it is spoken to by HTTPS. */
  readonly isSecure: boolean;
  readonly alias: AliasTarget;
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly targetGroupArn: pulumi.Output<string>;
  /** Last parts of the two ARNs: how CloudWatch and scaling call them. */
  readonly arnSuffix: pulumi.Output<string>;
  readonly targetGroupArnSuffix: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    super('LoadBalancer', name, opts);

    const { certificateArn, originHeader } = args;
    const listeners = (originHeader === undefined ? open : closed)(certificateArn);
    this.securityGroup = this.createSecurityGroup(args, listeners);
    const balancer = this.createBalancer(args, listeners);
    if (originHeader !== undefined) this.admit(originHeader, balancer);

    const { arn, arnSuffix, dnsName, zoneId } = balancer.loadBalancer;
    this.arn = arn;
    this.arnSuffix = arnSuffix;
    this.isSecure = certificateArn !== undefined;
    this.alias = { name: dnsName, zoneId, hasIpv6: false, canBeChecked: true };
    this.targetGroupArn = balancer.defaultTargetGroup.arn;
    this.targetGroupArnSuffix = balancer.defaultTargetGroup.arnSuffix;
    this.registerOutputs({ arn: this.arn });
  }

  private createSecurityGroup(
    { vpcId, originHeader }: LoadBalancerArgs,
    listeners: Listener[],
  ): aws.ec2.SecurityGroup {
    const ports = listeners.map(({ port }) => port);
    const args = { vpcId, ports, isBehindEdge: originHeader !== undefined };
    return new BalancerSecurityGroup(`${this.name}-group`, args, this.child).group;
  }

  private createBalancer(
    args: LoadBalancerArgs,
    listeners: Listener[],
  ): awsx.lb.ApplicationLoadBalancer {
    const { isProtected } = args;
    const logs = new AccessLogBucket(
      `${this.name}-logs`,
      {
        isProtected,
        writer: 'logdelivery.elasticloadbalancing.amazonaws.com',
        prefix: LOG_PREFIX,
      },
      this.child,
    );
    return new awsx.lb.ApplicationLoadBalancer(
      this.name,
      {
        subnetIds: args.subnetIds,
        securityGroups: [this.securityGroup.id],
        listeners,
        defaultTargetGroup: targetGroup(args),
        dropInvalidHeaderFields: true,
        enableDeletionProtection: isProtected,
        accessLogs: { enabled: true, bucket: logs.bucketName, prefix: LOG_PREFIX },
      },
      { ...this.child, dependsOn: logs.ready },
    );
  }

  private admit(
    { headerName, accepted }: OriginHeader,
    { listeners, defaultTargetGroup }: awsx.lb.ApplicationLoadBalancer,
  ): void {
    new aws.lb.ListenerRule(
      `${this.name}-edge`,
      {
        listenerArn: listeners.apply((all) => all![0]!.arn),
        priority: 1,
        conditions: [{ httpHeader: { httpHeaderName: headerName, values: accepted } }],
        actions: [{ type: 'forward', targetGroupArn: defaultTargetGroup.arn }],
      },
      { ...this.child, additionalSecretOutputs: ['conditions'] },
    );
  }
}
