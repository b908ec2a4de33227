import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { ENVELOPE } from './encryption-key.ts';
import type { Statement } from './iam.ts';
import { allow } from './iam.ts';

const FOURTEEN_DAYS = 1_209_600;

type KeyArn = pulumi.Input<string> | undefined;

/**
 * A queue for what failed: kept as long as SQS keeps anything, so that a person can look and send it again.
 * @param keyArn key it is encrypted under; SQS's own when not given
 */
export const failureQueue = (
  name: string,
  opts: pulumi.CustomResourceOptions,
  keyArn?: KeyArn,
): aws.sqs.Queue =>
  new aws.sqs.Queue(
    name,
    {
      messageRetentionSeconds: FOURTEEN_DAYS,
      ...(keyArn === undefined ? { sqsManagedSseEnabled: true } : { kmsMasterKeyId: keyArn }),
    },
    opts,
  );

/** Allows sending to a queue, under its key where it has one. */
export const sendTo = (queue: aws.sqs.Queue, keyArn?: KeyArn): Statement[] => [
  allow(['sqs:SendMessage'], queue.arn),
  ...(keyArn === undefined ? [] : [allow(ENVELOPE, keyArn)]),
];
