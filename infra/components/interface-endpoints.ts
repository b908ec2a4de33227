import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

/** What a task needs to start where there is no way to the internet; image layers come from S3. */
const SERVICES = ['ecr.api', 'ecr.dkr', 'logs'];

export interface InterfaceEndpointsArgs {
  region: string;
  /** Services beside those that every task needs, e.g. `xray`. @default none */
  others?: readonly string[];
  vpcId: pulumi.Input<string>;
  /** One address in each. */
  subnetIds: pulumi.Input<string[]>;
  /** Ranges the services may be called from (CIDR). */
  callers: readonly string[];
}

/** Private addresses of the AWS services that tasks need, behind a security group of their own. */
export class InterfaceEndpoints extends Component {
  constructor(name: string, args: InterfaceEndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('InterfaceEndpoints', name, opts);

    const group = this.createSecurityGroup(args);
    for (const service of [...SERVICES, ...(args.others ?? [])]) {
      this.createEndpoint(service, group, args);
    }

    this.registerOutputs();
  }

  private createSecurityGroup({ vpcId, callers }: InterfaceEndpointsArgs): aws.ec2.SecurityGroup {
    const group = new aws.ec2.SecurityGroup(
      `${this.name}-group`,
      { vpcId, description: 'AWS services reached inside the network' },
      this.child,
    );
    callers.forEach((cidrIpv4, index) => {
      new aws.vpc.SecurityGroupIngressRule(
        `${this.name}-from-subnet-${index + 1}`,
        {
          securityGroupId: group.id,
          description: 'HTTPS from a private subnet',
          cidrIpv4,
          ipProtocol: 'tcp',
          fromPort: 443,
          toPort: 443,
        },
        this.child,
      );
    });
    return group;
  }

  private createEndpoint(
    service: string,
    group: aws.ec2.SecurityGroup,
    { region, vpcId, subnetIds }: InterfaceEndpointsArgs,
  ): void {
    new aws.ec2.VpcEndpoint(
      `${this.name}-${service.replace('.', '-')}`,
      {
        vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: 'Interface',
        subnetIds,
        securityGroupIds: [group.id],
        privateDnsEnabled: true,
      },
      this.child,
    );
  }
}
