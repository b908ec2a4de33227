import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { ServiceRole } from '../iam.ts';
import { allow, serviceRole } from '../iam.ts';
import { failureQueue, sendTo } from '../queues.ts';
import type { Keys } from './keys.ts';

const FOUR_TIMES_A_DAY = 'cron(0 1,7,13,19 * * ? *)';

export interface ScheduleArgs {
  /** What is run, once for each source. */
  function: aws.lambda.Function;
  sources: readonly string[];
  /** Key of the failure queue. @default SQS's own */
  keys?: Pick<Keys, 'queues'> | undefined;
}

/** Runs ingestion of every source at 01:00, 07:00, 13:00 and 19:00 UTC. */
export class Schedule extends Component {
  /** Runs that could not even be started. */
  readonly failures: aws.sqs.Queue;

  constructor(name: string, args: ScheduleArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Schedule', name, opts);

    this.failures = failureQueue(`${name}-failures`, this.child, args.keys?.queues);
    const group = new aws.scheduler.ScheduleGroup(name, {}, this.child);
    const role = this.createRole(args, group);
    for (const source of args.sources) this.createSchedule(source, args, group, role);

    this.registerOutputs();
  }

  private createRole(args: ScheduleArgs, group: aws.scheduler.ScheduleGroup): ServiceRole {
    return serviceRole(
      this.name,
      {
        service: 'scheduler.amazonaws.com',
        condition: { StringEquals: { 'aws:SourceArn': group.arn } },
        statements: [
          allow(['lambda:InvokeFunction'], args.function.arn),
          ...sendTo(this.failures, args.keys?.queues),
        ],
      },
      this.child,
    );
  }

  private createSchedule(
    source: string,
    args: ScheduleArgs,
    group: aws.scheduler.ScheduleGroup,
    { role, grants }: ServiceRole,
  ): void {
    new aws.scheduler.Schedule(
      `${this.name}-${source}`,
      {
        description: `Collects what is new from ${source}`,
        groupName: group.name,
        scheduleExpression: FOUR_TIMES_A_DAY,
        scheduleExpressionTimezone: 'UTC',
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: args.function.arn,
          roleArn: role.arn,
          input: JSON.stringify({ schedule: true, source }),
          retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: 3600 },
          deadLetterConfig: { arn: this.failures.arn },
        },
      },
      { ...this.child, dependsOn: [grants] },
    );
  }
}
