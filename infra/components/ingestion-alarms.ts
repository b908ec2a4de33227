import type * as pulumi from '@pulumi/pulumi';
import type { AlarmArgs } from '../alarm.ts';
import { alarm } from '../alarm.ts';
import { Component } from '../component.ts';
import { lambdaMetric, launchesMetric, queueMetric, throttleMetrics } from '../metrics.ts';

const FIVE_MINUTES = 300;
const DAY = 86_400;

export interface IngestionAlarmsArgs {
  topicArn: pulumi.Input<string>;
  functionName: pulumi.Input<string>;
  tableName: pulumi.Input<string>;
  sources: readonly string[];
  /** Queues that are empty while all is well, by what they hold. */
  queues: Record<string, pulumi.Input<string>>;
}

/** Tells when launches stop coming in. */
export class IngestionAlarms extends Component {
  private readonly topicArn: pulumi.Input<string>;

  constructor(name: string, args: IngestionAlarmsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('IngestionAlarms', name, opts);
    this.topicArn = args.topicArn;

    this.watchFunction(args);
    this.watchTable(args);
    this.watchSources(args);
    this.watchQueues(args);

    this.registerOutputs();
  }

  private watchFunction({ functionName }: IngestionAlarmsArgs): void {
    this.alarm('errors', {
      description: 'Ingestion failed more than 10 times in 5 minutes',
      metrics: [lambdaMetric('Errors', functionName)],
      statistic: 'Sum',
      period: FIVE_MINUTES,
      above: 10,
    });
    this.alarm('duration', {
      description: 'Ingestion takes more than 10 seconds',
      metrics: [lambdaMetric('Duration', functionName)],
      statistic: 'Average',
      period: FIVE_MINUTES,
      above: 10_000,
    });
  }

  private watchTable({ tableName }: IngestionAlarmsArgs): void {
    this.alarm('throttles', {
      description: 'DynamoDB put off requests to the launches table',
      metrics: throttleMetrics(tableName),
      statistic: 'Sum',
      period: FIVE_MINUTES,
      above: 0,
    });
  }

  private watchSources({ sources, tableName }: IngestionAlarmsArgs): void {
    for (const source of sources) {
      this.alarm(`silence-${source}`, {
        description: `No launch was read from ${source} in a day`,
        metrics: [launchesMetric('LaunchesRead', source, tableName)],
        statistic: 'Sum',
        period: DAY,
        below: 1,
        silenceIsBad: true,
      });
      // The least of a day: no run of it read the source whole. None at all: nothing ran, or nothing ever succeeded.
      this.alarm(`age-${source}`, {
        description: `${source} was not read whole in a day`,
        metrics: [launchesMetric('SourceAge', source, tableName)],
        statistic: 'Minimum',
        period: DAY,
        above: DAY,
        silenceIsBad: true,
      });
    }
  }

  private watchQueues({ queues }: IngestionAlarmsArgs): void {
    for (const [part, queueName] of Object.entries(queues)) {
      this.alarm(`queue-${part}`, {
        description: `The queue of ${part} is not empty`,
        metrics: [queueMetric('ApproximateNumberOfMessagesVisible', queueName)],
        statistic: 'Maximum',
        period: FIVE_MINUTES,
        above: 0,
      });
    }
  }

  private alarm(part: string, args: Omit<AlarmArgs, 'topicArn'>): void {
    alarm(`${this.name}-${part}`, { ...args, topicArn: this.topicArn }, this.child);
  }
}
