import * as pulumi from '@pulumi/pulumi';
import { thisAccount } from '../account.ts';
import { Component } from '../component.ts';
import type { Statement } from '../iam.ts';
import { allow } from '../iam.ts';
import { LOG_RETENTION_DAYS } from '../logs.ts';
import type { LifecycleRule } from '../private-bucket.ts';
import { privateBucket } from '../private-bucket.ts';

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
  /** Service that writes the logs. */
  writer: string;
  /** Folder it writes to, above `AWSLogs`. @default none */
  prefix?: string;
  /** Narrows for whom the service writes (IAM condition). @default whatever is in this account */
  condition?: Statement['Condition'];
  /** Key of the logs, whose policy lets the service use it. @default S3's own: balancers cannot write under another */
  keyArn?: pulumi.Input<string> | undefined;
}

/** A private bucket that one service of AWS, and nobody else, may write access logs of this account to. */
export class AccessLogBucket extends Component {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Nothing can be told to write here before this is in place. */
  readonly ready: pulumi.Resource[];

  constructor(name: string, args: AccessLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super('AccessLogBucket', name, opts);

    const { isProtected, keyArn } = args;
    const { bucket, ready } = privateBucket(
      name,
      { isProtected, keyArn, lifecycle: EXPIRY, admit: ({ arn }) => [this.admit(arn, args)] },
      this.child,
    );

    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    this.ready = ready;
    this.registerOutputs({ bucketName: this.bucketName });
  }

  private admit(
    arn: pulumi.Output<string>,
    { writer, prefix, condition }: AccessLogBucketArgs,
  ): Statement {
    const { id } = thisAccount(this.child);
    const folder = prefix === undefined ? '' : `${prefix}/`;
    return {
      ...allow(['s3:PutObject'], pulumi.interpolate`${arn}/${folder}AWSLogs/${id}/*`),
      Principal: { Service: writer },
      ...(condition === undefined ? {} : { Condition: condition }),
    };
  }
}
