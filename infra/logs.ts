import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';

/** Days every log is kept. */
export const LOG_RETENTION_DAYS = 30;

/** A log group of ours: made here so that it is bounded and goes with the stack. */
export const logGroup = (
  name: string,
  opts: pulumi.CustomResourceOptions,
): aws.cloudwatch.LogGroup =>
  new aws.cloudwatch.LogGroup(name, { retentionInDays: LOG_RETENTION_DAYS }, opts);
