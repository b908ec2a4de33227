import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

/** An ECS cluster on Fargate, on demand and Spot, with Container Insights. */
export class Cluster extends Component {
  readonly arn: pulumi.Output<string>;
  readonly clusterName: pulumi.Output<string>;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super('Cluster', name, opts);

    const cluster = new aws.ecs.Cluster(
      name,
      { settings: [{ name: 'containerInsights', value: 'enabled' }] },
      this.child,
    );
    new aws.ecs.ClusterCapacityProviders(
      name,
      { clusterName: cluster.name, capacityProviders: ['FARGATE', 'FARGATE_SPOT'] },
      this.child,
    );

    this.arn = cluster.arn;
    this.clusterName = cluster.name;
    this.registerOutputs({ arn: this.arn });
  }
}
