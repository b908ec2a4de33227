import type * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { thisAccount } from '../account.ts';
import { Component } from '../component.ts';
import type { Statement } from '../iam.ts';
import { allow } from '../iam.ts';
import { LOG_RETENTION_DAYS } from '../logs.ts';
import type { LifecycleRule } from '../private-bucket.ts';
import { privateBucket } from '../private-bucket.ts';

/** Folder in the bucket. */
export const ACCESS_LOG_PREFIX = 'balancer';

/** What is overwritten or deleted stays for as long as it would have. */
const EXPIRY: LifecycleRule = {
  id: 'expire',
  status: 'Enabled',
  filter: { prefix: '' },
  expiration: { days: LOG_RETENTION_DAYS },
  noncurrentVersionExpiration: { noncurrentDays: LOG_RETENTION_DAYS },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
};

export interface AccessLogBucketArgs {
  /** Keeps the bucket from being deleted with logs in it. */
  isProtected: boolean;
}

/**
 * A private bucket that load balancers of this account, and nobody else, may write access logs to. It is
 * encrypted with S3's own key: balancers cannot write under another.
 */
export class AccessLogBucket extends Component {
  readonly bucketName: pulumi.Output<string>;
  /** A balancer cannot be told to write here before this is in place. */
  readonly ready: pulumi.Resource[];

  constructor(name: string, args: AccessLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super('AccessLogBucket', name, opts);

    const { bucket, ready } = privateBucket(
      name,
      {
        isProtected: args.isProtected,
        lifecycle: EXPIRY,
        admit: (created) => [this.admitBalancers(created)],
      },
      this.child,
    );

    this.bucketName = bucket.bucket;
    this.ready = ready;
    this.registerOutputs({ bucketName: this.bucketName });
  }

  private admitBalancers({ arn }: aws.s3.Bucket): Statement {
    const { id } = thisAccount(this.child);
    const logs = pulumi.interpolate`${arn}/${ACCESS_LOG_PREFIX}/AWSLogs/${id}/*`;
    return {
      ...allow(['s3:PutObject'], logs),
      Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
    };
  }
}
