import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import type { Account } from './account.ts';

/** Days every log is kept. */
export const LOG_RETENTION_DAYS = 30;

/**
 * A log group of ours: made here so that it is bounded and goes with the stack.
 * @param keyArn key it is encrypted under; CloudWatch's own when not given
 * @param place where it is and how its name begins: in the stack's region and as `name` says when not given
 */
export const logGroup = (
  name: string,
  opts: pulumi.CustomResourceOptions,
  keyArn?: pulumi.Input<string>,
  place: Pick<aws.cloudwatch.LogGroupArgs, 'region' | 'namePrefix'> = {},
): aws.cloudwatch.LogGroup =>
  new aws.cloudwatch.LogGroup(
    name,
    {
      ...place,
      retentionInDays: LOG_RETENTION_DAYS,
      ...(keyArn === undefined ? {} : { kmsKeyId: keyArn }),
    },
    opts,
  );

/** The service by which others of AWS deliver their logs. */
export const LOG_DELIVERY = 'delivery.logs.amazonaws.com';

/** WAF writes to groups of such a name only. */
export const FIREWALL_LOG_PREFIX = 'aws-waf-logs-';

/** ARN of a log group by its name, which may end in `*`. */
export const logGroupArn = (
  { id, partition }: Account,
  region: string,
  name: string,
): pulumi.Output<string> =>
  pulumi.interpolate`arn:${partition}:logs:${region}:${id}:log-group:${name}`;
