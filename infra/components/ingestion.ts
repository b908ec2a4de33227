import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { bundleFunction } from '../bundle.ts';
import { Component } from '../component.ts';
import type { ServiceRole } from '../iam.ts';
import { allow, serviceRole, unscoped, writeLogs } from '../iam.ts';
import { logGroup } from '../logs.ts';
import { failureQueue } from '../queues.ts';
import type { Use } from '../uses.ts';

/** Seconds; a run that needs longer is gone on with by the next one. */
const TIMEOUT = 300;

export interface IngestionArgs {
  table: Use;
  /** ENVIRONMENT of the function; `dev` adds detail to its answers. */
  environment: string;
  sources: readonly string[];
  /** Where the launch APIs are. @default the real ones */
  spacexApiUrl?: string | undefined;
  launchLibraryApiUrl?: string | undefined;
  /** Secret; raises Launch Library's limit of calls. @default none */
  launchLibraryToken?: pulumi.Input<string> | undefined;
  /** Claim of a caller's token that lists roles. @default roles */
  rolesClaim?: string | undefined;
  /** Runs at once, taken from the account's quota. @default not reserved: a new account may have none to give */
  reservedConcurrency?: number | undefined;
}

/** The function that collects launches. What still fails after Lambda's retries waits in its failure queue. */
export class Ingestion extends Component {
  readonly function: aws.lambda.Function;
  readonly failures: aws.sqs.Queue;
  /** For a program that runs it and waits for its answer. */
  readonly caller: Use;

  constructor(name: string, args: IngestionArgs, opts?: pulumi.ComponentResourceOptions) {
    super('Ingestion', name, opts);

    const logs = logGroup(name, this.child);
    this.failures = failureQueue(`${name}-failures`, this.child);
    const role = this.createRole(args, logs);
    this.function = this.createFunction(args, role, logs);
    this.retryTwice();
    this.caller = {
      environment: { INGESTION_FUNCTION_NAME: this.function.name },
      statements: [allow(['lambda:InvokeFunction'], this.function.arn)],
    };

    this.registerOutputs({ functionName: this.function.name });
  }

  private createRole({ table }: IngestionArgs, logs: aws.cloudwatch.LogGroup): ServiceRole {
    return serviceRole(
      this.name,
      {
        service: 'lambda.amazonaws.com',
        statements: [
          ...table.statements,
          writeLogs(logs),
          allow(['sqs:SendMessage'], this.failures.arn),
          unscoped('xray:PutTraceSegments', 'xray:PutTelemetryRecords'),
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
    const { reservedConcurrency } = args;
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
  ...(args.rolesClaim === undefined ? {} : { OIDC_ROLES_CLAIM: args.rolesClaim }),
  ...(args.spacexApiUrl === undefined ? {} : { SPACEX_API_URL: args.spacexApiUrl }),
  ...(args.launchLibraryApiUrl === undefined
    ? {}
    : { LAUNCH_LIBRARY_API_URL: args.launchLibraryApiUrl }),
  ...(args.launchLibraryToken === undefined
    ? {}
    : { LAUNCH_LIBRARY_TOKEN: args.launchLibraryToken }),
});
