import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';

/** Seconds between two steps: quick to help, slow to let go. */
const COOLDOWNS = { scaleOutCooldown: 60, scaleInCooldown: 300 };

/** Bounds that weekdays have of their own, from an hour on. */
const WEEKDAY_BOUNDS = [
  { part: 'morning', schedule: 'cron(0 9 ? * MON-FRI *)', minCapacity: 4, maxCapacity: 10 },
  { part: 'evening', schedule: 'cron(0 18 ? * MON-FRI *)', minCapacity: 2, maxCapacity: 5 },
];

export interface ServiceScalingArgs {
  clusterName: pulumi.Input<string>;
  serviceName: pulumi.Input<string>;
  /** Last parts of the ARNs of the balancer and its target group. */
  balancerArnSuffix: pulumi.Input<string>;
  targetGroupArnSuffix: pulumi.Input<string>;
  minTasks: number;
  maxTasks: number;
  /** Time zone (IANA) in which weekdays have bounds of their own. @default none: the same bounds always */
  weekdayTimezone?: string | undefined;
}

/** Keeps the number of tasks where CPU, memory and requests a task are near their targets. */
export class ServiceScaling extends Component {
  constructor(name: string, args: ServiceScalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super('ServiceScaling', name, opts);
    const { weekdayTimezone } = args;

    const target = this.createTarget(args);
    this.follow(target, 'cpu', 70, { predefinedMetricType: 'ECSServiceAverageCPUUtilization' });
    this.follow(target, 'memory', 80, {
      predefinedMetricType: 'ECSServiceAverageMemoryUtilization',
    });
    this.follow(target, 'requests', 1000, {
      predefinedMetricType: 'ALBRequestCountPerTarget',
      resourceLabel: pulumi.interpolate`${args.balancerArnSuffix}/${args.targetGroupArnSuffix}`,
    });
    if (weekdayTimezone !== undefined) this.scheduleBounds(target, weekdayTimezone);

    this.registerOutputs();
  }

  private createTarget(args: ServiceScalingArgs): aws.appautoscaling.Target {
    return new aws.appautoscaling.Target(
      this.name,
      {
        serviceNamespace: 'ecs',
        scalableDimension: 'ecs:service:DesiredCount',
        resourceId: pulumi.interpolate`service/${args.clusterName}/${args.serviceName}`,
        minCapacity: args.minTasks,
        maxCapacity: args.maxTasks,
      },
      {
        ...this.child,
        // With a schedule the bounds are the schedule's, and updates leave them alone.
        ...(args.weekdayTimezone === undefined
          ? {}
          : { ignoreChanges: ['minCapacity', 'maxCapacity'] }),
      },
    );
  }

  private follow(
    { serviceNamespace, scalableDimension, resourceId }: aws.appautoscaling.Target,
    part: string,
    targetValue: number,
    predefinedMetricSpecification: aws.types.input.appautoscaling.PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification,
  ): void {
    new aws.appautoscaling.Policy(
      `${this.name}-${part}`,
      {
        serviceNamespace,
        scalableDimension,
        resourceId,
        policyType: 'TargetTrackingScaling',
        targetTrackingScalingPolicyConfiguration: {
          targetValue,
          predefinedMetricSpecification,
          ...COOLDOWNS,
        },
      },
      this.child,
    );
  }

  private scheduleBounds(
    { serviceNamespace, scalableDimension, resourceId }: aws.appautoscaling.Target,
    timezone: string,
  ): void {
    for (const { part, schedule, ...scalableTargetAction } of WEEKDAY_BOUNDS) {
      new aws.appautoscaling.ScheduledAction(
        `${this.name}-${part}`,
        {
          serviceNamespace,
          scalableDimension,
          resourceId,
          schedule,
          timezone,
          scalableTargetAction,
        },
        this.child,
      );
    }
  }
}
