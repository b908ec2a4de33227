import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';

const FOURTEEN_DAYS = 1_209_600;

/** A queue for what failed: kept as long as SQS keeps anything, so that a person can look and send it again. */
export const failureQueue = (name: string, opts: pulumi.CustomResourceOptions): aws.sqs.Queue =>
  new aws.sqs.Queue(
    name,
    { messageRetentionSeconds: FOURTEEN_DAYS, sqsManagedSseEnabled: true },
    opts,
  );
