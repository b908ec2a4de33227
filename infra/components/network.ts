import * as aws from '@pulumi/aws';
import * as awsx from '@pulumi/awsx';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { StackConfig } from '../stack-options.ts';
import { FlowLogs } from './flow-logs.ts';
import { InterfaceEndpoints } from './interface-endpoints.ts';
import type { Keys } from './keys.ts';

const NETWORK = '10.0.0.0/16';
const PUBLIC_SUBNETS = ['10.0.1.0/24', '10.0.2.0/24'];
const PRIVATE_SUBNETS = ['10.0.10.0/24', '10.0.11.0/24'];

const NAT_STRATEGIES = { none: 'None', single: 'Single', 'one-per-zone': 'OnePerAz' } as const;

export interface NetworkArgs {
  region: string;
  /** Way of the private subnets to the internet. @default none */
  natGateways?: StackConfig['natGateways'];
  /** Whether ECR and CloudWatch Logs have addresses in the private subnets. @default false */
  interfaceEndpoints?: boolean;
  /** Whether X-Ray has addresses there as well. @default false */
  tracing?: boolean;
  /** Whether tasks live in the public subnets. @default false */
  publicTasks?: boolean;
  /** Key of the flow log. @default CloudWatch's own */
  keys?: Pick<Keys, 'logs'> | undefined;
}

/** The VPC: two zones, each with a public and a private subnet; DynamoDB and S3 are reached without NAT. */
export class Network extends Component {
  readonly vpcId: pulumi.Output<string>;
  /** Where the balancer stands. */
  readonly publicSubnetIds: pulumi.Output<string[]>;
  /** Where tasks run, and whether they have public addresses there. */
  readonly tasks: { subnets: pulumi.Output<string[]>; assignPublicIp: boolean };

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Network', name, opts);
    const { publicTasks = false } = args;

    const vpc = this.createVpc(args);
    this.closeDefaultGroup(vpc);
    new FlowLogs(`${name}-flow`, { vpcId: vpc.vpcId, keys: args.keys }, this.child);
    if (args.interfaceEndpoints === true) this.createInterfaceEndpoints(vpc, args);

    this.vpcId = vpc.vpcId;
    this.publicSubnetIds = vpc.publicSubnetIds;
    this.tasks = {
      subnets: publicTasks ? vpc.publicSubnetIds : vpc.privateSubnetIds,
      assignPublicIp: publicTasks,
    };
    this.registerOutputs({ vpcId: this.vpcId });
  }

  private createVpc({ region, natGateways = 'none' }: NetworkArgs): awsx.ec2.Vpc {
    return new awsx.ec2.Vpc(
      this.name,
      {
        cidrBlock: NETWORK,
        numberOfAvailabilityZones: 2,
        enableDnsHostnames: true,
        enableDnsSupport: true,
        subnetStrategy: 'Auto',
        subnetSpecs: [
          { type: 'Public', cidrBlocks: PUBLIC_SUBNETS },
          { type: 'Private', cidrBlocks: PRIVATE_SUBNETS },
        ],
        natGateways: { strategy: NAT_STRATEGIES[natGateways] },
        // Auto puts the routes into the tables that the component makes.
        vpcEndpointStrategy: 'Auto',
        vpcEndpointSpecs: ['dynamodb', 's3'].map((service) => ({
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: 'Gateway',
        })),
      },
      this.child,
    );
  }

  /** Whatever is started without a group of its own gets this one, so it allows nothing. */
  private closeDefaultGroup({ vpcId }: awsx.ec2.Vpc): void {
    new aws.ec2.DefaultSecurityGroup(
      `${this.name}-default`,
      { vpcId, ingress: [], egress: [] },
      this.child,
    );
  }

  private createInterfaceEndpoints(
    vpc: awsx.ec2.Vpc,
    { region, tracing = false }: NetworkArgs,
  ): void {
    const args = {
      region,
      others: tracing ? ['xray'] : [],
      vpcId: vpc.vpcId,
      subnetIds: vpc.privateSubnetIds,
      callers: PRIVATE_SUBNETS,
    };
    new InterfaceEndpoints(`${this.name}-endpoints`, args, this.child);
  }
}
