import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { bundleFunction } from '../bundle.ts';
import { Component } from '../component.ts';
import type { ServiceRole } from '../iam.ts';
import { serviceRole, writeLogs } from '../iam.ts';
import { logGroup } from '../logs.ts';
import { failureQueue, sendTo } from '../queues.ts';
import { COLLECTOR_VARIABLES, collectorLayer, sendTraces } from '../tracing.ts';
import type { Keys } from './keys.ts';
import type { LaunchLibraryToken } from './launch-library-token.ts';
import type { TableUse } from './launches-table.ts';

/** Seconds; a run that needs longer is gone on with by the next one. */
const TIMEOUT = 300;

export interface IngestionArgs {
  table: TableUse;
  /** ENVIRONMENT of the function; `dev` adds detail to its answers. */
  environment: string;
  sources: readonly string[];
  /** Where the launch APIs are. @default the real ones */
  spacexApiUrl?: string | undefined;
  launchLibraryApiUrl?: string | undefined;
  /** Raises Launch Library's limit of calls. @default none */
  launchLibraryToken?: LaunchLibraryToken | undefined;
  /** Whether a collector runs beside the function and takes its spans to X-Ray. @default false */
  tracing?: boolean;
  region: string;
  /** Runs at once, taken from the account's quota. @default not reserved: a new account may have none to give */
  reservedConcurrency?: number | undefined;
  /** Keys of the log and of the failure queue. @default AWS's own */
  keys?: Pick<Keys, 'logs' | 'queues'> | undefined;
}

/** The function that collects launches. What still fails after Lambda's retries waits in its failure queue. */
export class Ingestion extends Component {
  readonly function: aws.lambda.Function;
  readonly failures: aws.sqs.Queue;

  constructor(name: string, args: IngestionArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Ingestion', name, opts);

    const { keys } = args;
    const logs = logGroup(name, this.child, keys?.logs);
    this.failures = failureQueue(`${name}-failures`, this.child, keys?.queues);
    const role = this.createRole(args, logs);
    this.function = this.createFunction(args, role, logs);
    this.retryTwice();

    this.registerOutputs({ functionName: this.function.name });
  }

  private createRole(
    { table, launchLibraryToken, keys }: IngestionArgs,
    logs: aws.cloudwatch.LogGroup,
  ): ServiceRole {
    return serviceRole(
      this.name,
      {
        service: 'lambda.amazonaws.com',
        statements: [
          ...table.statements,
          ...(launchLibraryToken?.statements ?? []),
          writeLogs(logs),
          ...sendTo(this.failures, keys?.queues),
          sendTraces(),
        ],
      },
      this.child,
    );
  }

  private createFunction(
    args: IngestionArgs,
    { role, grants }: ServiceRole,
    logs: aws.cloudwatch.LogGroup,
  ): aws.lambda.Function {
    const { reservedConcurrency, tracing, region } = args;
    return new aws.lambda.Function(
      this.name,
      {
        description: 'Collects launches from the launch APIs into the table',
        runtime: 'nodejs24.x',
        architectures: ['arm64'],
        handler: 'index.handler',
        code: new pulumi.asset.AssetArchive({
          'index.mjs': new pulumi.asset.StringAsset(bundleFunction('ingest-launches')),
        }),
        timeout: TIMEOUT,
        memorySize: 512,
        role: role.arn,
        environment: { variables: variablesOf(args) },
        // The function writes its own JSON lines, the metrics among them: Lambda must not wrap them.
        loggingConfig: { logFormat: 'Text', logGroup: logs.name },
        tracingConfig: { mode: 'Active' },
        ...(tracing === true ? { layers: [collectorLayer(region)] } : {}),
        deadLetterConfig: { targetArn: this.failures.arn },
        ...(reservedConcurrency === undefined
          ? {}
          : { reservedConcurrentExecutions: reservedConcurrency }),
      },
      { ...this.child, dependsOn: [grants] },
    );
  }

  private retryTwice(): void {
    new aws.lambda.FunctionEventInvokeConfig(
      this.name,
      {
        functionName: this.function.name,
        maximumRetryAttempts: 2,
        maximumEventAgeInSeconds: 3600,
      },
      this.child,
    );
  }
}

const variablesOf = (args: IngestionArgs): Record<string, pulumi.Input<string>> => ({
  ...args.table.environment,
  ENVIRONMENT: args.environment,
  LAUNCH_SOURCES: args.sources.join(','),
  ...(args.spacexApiUrl === undefined ? {} : { SPACEX_API_URL: args.spacexApiUrl }),
  ...(args.launchLibraryApiUrl === undefined
    ? {}
    : { LAUNCH_LIBRARY_API_URL: args.launchLibraryApiUrl }),
  ...args.launchLibraryToken?.environment,
  ...(args.tracing === true ? COLLECTOR_VARIABLES : {}),
});
