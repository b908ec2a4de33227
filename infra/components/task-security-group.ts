import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

export interface TaskSecurityGroupArgs {
  vpcId: pulumi.Input<string>;
  /** Security group of the balancer, the only one let in. */
  balancerGroupId: pulumi.Input<string>;
  port: number;
}

/** What the dashboard's tasks may hear and say: the balancer on their port, and AWS by HTTPS. */
export class TaskSecurityGroup extends Component {
  readonly groupId: pulumi.Output<string>;

  constructor(name: string, args: TaskSecurityGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super('TaskSecurityGroup', name, opts);

    const group = new aws.ec2.SecurityGroup(
      name,
      { vpcId: args.vpcId, description: 'Tasks of the dashboard' },
      this.child,
    );
    this.connectBalancer(group, args);
    this.admitToAws(group);

    this.groupId = group.id;
    this.registerOutputs({ groupId: this.groupId });
  }

  /** Both ends of the way from the balancer: it may say nothing else to anyone. */
  private connectBalancer(
    group: aws.ec2.SecurityGroup,
    { balancerGroupId, port }: TaskSecurityGroupArgs,
  ): void {
    const ports = { ipProtocol: 'tcp', fromPort: port, toPort: port };
    new aws.vpc.SecurityGroupIngressRule(
      `${this.name}-from-balancer`,
      {
        ...ports,
        securityGroupId: group.id,
        referencedSecurityGroupId: balancerGroupId,
        description: 'Requests and health checks of the balancer',
      },
      this.child,
    );
    new aws.vpc.SecurityGroupEgressRule(
      `${this.name}-of-balancer`,
      {
        ...ports,
        securityGroupId: balancerGroupId,
        referencedSecurityGroupId: group.id,
        description: 'Tasks of the dashboard',
      },
      this.child,
    );
  }

  private admitToAws(group: aws.ec2.SecurityGroup): void {
    new aws.vpc.SecurityGroupEgressRule(
      `${this.name}-to-aws`,
      {
        securityGroupId: group.id,
        description: 'DynamoDB, ECR and CloudWatch Logs, whose addresses change',
        cidrIpv4: '0.0.0.0/0',
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
      },
      this.child,
    );
  }
}
