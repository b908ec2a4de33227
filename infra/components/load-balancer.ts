import * as aws from '@pulumi/aws';
import * as awsx from '@pulumi/awsx';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { Listener, TargetArgs } from '../listeners.ts';
import { plain, secure, targetGroup } from '../listeners.ts';
import { ACCESS_LOG_PREFIX, AccessLogBucket } from './access-log-bucket.ts';
import { Certificate } from './certificate.ts';

export interface LoadBalancerArgs extends TargetArgs {
  /** Public subnets, in two zones or more. */
  subnetIds: pulumi.Input<string[]>;
  /** Keeps the balancer and its logs from being deleted. */
  isProtected: boolean;
  /** Certificate for HTTPS. @default one is made when there is a domainName; with neither: plain HTTP */
  certificateArn?: string | undefined;
  /** Name that is to lead here. @default the balancer's own */
  domainName?: string | undefined;
  /** Route 53 zone of the name. @default the name is in another zone, and certificateArn is its certificate */
  hostedZoneId?: string | undefined;
}

/** The public entrance, with a security group of its own and access logs. Its name has few characters to spare. */
export class LoadBalancer extends Component {
  /** Address of the dashboard, without a path. */
  readonly url: pulumi.Output<string>;
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly targetGroupArn: pulumi.Output<string>;
  /** Last parts of the two ARNs: how CloudWatch and scaling call them. */
  readonly arnSuffix: pulumi.Output<string>;
  readonly targetGroupArnSuffix: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    super('LoadBalancer', name, opts);

    const certificateArn = this.chooseCertificate(args);
    const listeners = certificateArn === undefined ? [plain()] : secure(certificateArn);
    this.securityGroup = this.createSecurityGroup(args, listeners);
    const balancer = this.createBalancer(args, listeners);
    const host = this.nameBalancer(args, balancer);

    const scheme = certificateArn === undefined ? 'http' : 'https';
    this.url = pulumi.interpolate`${scheme}://${host}`;
    this.arnSuffix = balancer.loadBalancer.arnSuffix;
    this.targetGroupArn = balancer.defaultTargetGroup.arn;
    this.targetGroupArnSuffix = balancer.defaultTargetGroup.arnSuffix;
    this.registerOutputs({ url: this.url });
  }

  private chooseCertificate(args: LoadBalancerArgs): pulumi.Input<string> | undefined {
    const { certificateArn, domainName, hostedZoneId } = args;
    if (certificateArn !== undefined || domainName === undefined || hostedZoneId === undefined) {
      return certificateArn;
    }
    return new Certificate(`${this.name}-tls`, { domainName, hostedZoneId }, this.child).arn;
  }

  /** Open to the world on the listeners' ports; where traffic may go on to is said by who receives it. */
  private createSecurityGroup(
    { vpcId }: LoadBalancerArgs,
    listeners: Listener[],
  ): aws.ec2.SecurityGroup {
    const group = new aws.ec2.SecurityGroup(
      this.name,
      { vpcId, description: 'The public entrance' },
      this.child,
    );
    for (const { port } of listeners) {
      new aws.vpc.SecurityGroupIngressRule(
        `${this.name}-${port as number}`,
        {
          securityGroupId: group.id,
          description: 'Anyone',
          cidrIpv4: '0.0.0.0/0',
          ipProtocol: 'tcp',
          fromPort: port as number,
          toPort: port as number,
        },
        this.child,
      );
    }
    return group;
  }

  private createBalancer(
    args: LoadBalancerArgs,
    listeners: Listener[],
  ): awsx.lb.ApplicationLoadBalancer {
    const { isProtected } = args;
    const logs = new AccessLogBucket(`${this.name}-logs`, { isProtected }, this.child);
    return new awsx.lb.ApplicationLoadBalancer(
      this.name,
      {
        subnetIds: args.subnetIds,
        securityGroups: [this.securityGroup.id],
        listeners,
        defaultTargetGroup: targetGroup(args),
        dropInvalidHeaderFields: true,
        enableDeletionProtection: isProtected,
        accessLogs: { enabled: true, bucket: logs.bucketName, prefix: ACCESS_LOG_PREFIX },
      },
      { ...this.child, dependsOn: logs.ready },
    );
  }

  /** @returns the name people use */
  private nameBalancer(
    { domainName, hostedZoneId }: LoadBalancerArgs,
    { loadBalancer }: awsx.lb.ApplicationLoadBalancer,
  ): pulumi.Input<string> {
    if (domainName === undefined) return loadBalancer.dnsName;
    // A name in somebody else's zone is theirs to point here.
    if (hostedZoneId === undefined) return domainName;
    const { dnsName, zoneId } = loadBalancer;
    new aws.route53.Record(
      `${this.name}-name`,
      {
        zoneId: hostedZoneId,
        name: domainName,
        type: 'A',
        aliases: [{ name: dnsName, zoneId, evaluateTargetHealth: true }],
      },
      this.child,
    );
    return domainName;
  }
}
