import type * as aws from '@pulumi/aws';
import * as awsx from '@pulumi/awsx';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { container, logsTo } from '../container.ts';
import type { DashboardVariables } from '../dashboard-variables.ts';
import { dashboardVariables } from '../dashboard-variables.ts';
import { pullNamed } from '../ecr-pull.ts';
import { leaveCountToScaling, strategiesFor } from '../fargate.ts';
import type { ServiceRole, Statement } from '../iam.ts';
import { serviceRole, thisAccountOnly, writeLogs } from '../iam.ts';
import { logGroup } from '../logs.ts';
import type { StackConfig } from '../stack-options.ts';
import { COLLECTOR_IMAGE, collectorContainer, sendTraces } from '../tracing.ts';
import { Cluster } from './cluster.ts';
import type { DashboardImage } from './dashboard-image.ts';
import type { TableUse } from './launches-table.ts';
import type { Keys } from './keys.ts';
import type { LoadBalancer } from './load-balancer.ts';
import type { Network } from './network.ts';
import { TaskSecurityGroup } from './task-security-group.ts';

/** Half a virtual CPU and a GiB of memory, in ECS's units. */
const TASK_SIZE = { cpu: '512', memory: '1024' };

/** Name of the dashboard's container. */
const DASHBOARD = 'dashboard';

export interface DashboardServiceArgs extends DashboardVariables {
  network: Network;
  balancer: LoadBalancer;
  image: DashboardImage;
  table: TableUse;
  /** The collector. @default AWS's own, from its public registry */
  collectorImage?: string | undefined;
  /** What tasks run on. @default on-demand */
  capacity?: StackConfig['capacity'];
  /** Tasks to start with; from then on scaling decides. */
  minTasks: number;
  /** Key of the log. @default CloudWatch's own */
  keys?: Pick<Keys, 'logs'> | undefined;
}

/** The dashboard on Fargate, behind the balancer. A deployment that does not come up is rolled back. */
export class DashboardService extends Component {
  readonly clusterName: pulumi.Output<string>;
  readonly serviceName: pulumi.Output<string>;

  constructor(name: string, args: DashboardServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super('DashboardService', name, opts);

    const cluster = new Cluster(`${name}-cluster`, this.child);
    const group = this.createSecurityGroup(args);
    const task = this.describeTask(args);
    const service = this.createService(args, cluster, group, task);

    this.clusterName = cluster.clusterName;
    this.serviceName = service.service.name;
    this.registerOutputs({ serviceName: this.serviceName });
  }

  private createSecurityGroup({ network, balancer, port }: DashboardServiceArgs) {
    return new TaskSecurityGroup(
      `${this.name}-group`,
      { vpcId: network.vpcId, balancerGroupId: balancer.securityGroup.id, port },
      this.child,
    );
  }

  private describeTask(args: DashboardServiceArgs) {
    const { table, image, region, keys } = args;
    const logs = logGroup(this.name, this.child, keys?.logs);
    // Apart, so that the dashboard cannot pull images nor ECS read launches.
    const traces = args.tracing === true ? [sendTraces()] : [];
    const task = this.createRole('task', [...table.statements, ...traces]);
    const execution = this.createRole('execution', [
      ...image.pullStatements,
      ...pullNamed(args.collectorImage ?? '', this.child),
      writeLogs(logs),
    ]);
    const dashboard = container({
      name: DASHBOARD,
      image: image.uri,
      port: args.port,
      variables: dashboardVariables(args),
      logGroupName: logs.name,
      region,
    });
    const definition = {
      ...TASK_SIZE,
      family: this.name,
      runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
      logGroup: { skip: true },
      taskRole: { roleArn: task.role.arn },
      executionRole: { roleArn: execution.role.arn },
      ...(args.tracing === true
        ? { containers: { [DASHBOARD]: dashboard, collector: collectorOf(args, logs) } }
        : { container: dashboard }),
    };
    return { definition, grants: [task.grants, execution.grants] };
  }

  private createRole(purpose: string, statements: Statement[]): ServiceRole {
    const service = 'ecs-tasks.amazonaws.com';
    const condition = thisAccountOnly(this.child);
    const args = { service, condition, statements };
    return serviceRole(`${this.name}-${purpose}`, args, this.child);
  }

  private createService(
    args: DashboardServiceArgs,
    cluster: Cluster,
    group: TaskSecurityGroup,
    { definition, grants }: ReturnType<DashboardService['describeTask']>,
  ): awsx.ecs.FargateService {
    const { network, balancer, port } = args;
    return new awsx.ecs.FargateService(
      this.name,
      {
        cluster: cluster.arn,
        taskDefinitionArgs: definition,
        capacityProviderStrategies: strategiesFor(args.capacity ?? 'on-demand', args.minTasks),
        desiredCount: args.minTasks,
        networkConfiguration: { ...network.tasks, securityGroups: [group.groupId] },
        loadBalancers: [
          {
            targetGroupArn: balancer.targetGroupArn,
            containerName: DASHBOARD,
            containerPort: port,
          },
        ],
        // ECS takes other capacity providers only together with a new deployment.
        forceNewDeployment: true,
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        availabilityZoneRebalancing: 'ENABLED',
        healthCheckGracePeriodSeconds: 60,
        propagateTags: 'SERVICE',
      },
      {
        ...this.child,
        dependsOn: [balancer, cluster, group, ...grants],
        transforms: [leaveCountToScaling],
      },
    );
  }
}

const collectorOf = (args: DashboardServiceArgs, { name }: aws.cloudwatch.LogGroup) =>
  collectorContainer(
    args.collectorImage ?? COLLECTOR_IMAGE,
    args.region,
    logsTo(name, args.region, 'collector'),
  );
