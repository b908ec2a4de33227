import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import type { Statement } from '../iam.ts';
import { allow, policy } from '../iam.ts';
import { LOG_RETENTION_DAYS } from '../logs.ts';

export interface AccessLogBucketArgs {
  /** Keeps the bucket from being deleted with logs in it. */
  isProtected: boolean;
  /** Service that writes the logs. */
  writer: string;
  /** Folder it writes to, above `AWSLogs`. @default none */
  prefix?: string;
  /** Narrows for whom the service writes (IAM condition). @default whatever is in this account */
  condition?: Statement['Condition'];
}

/**
 * A bucket that one service of AWS, and nobody else, may write access logs of this account to: not public,
 * encrypted, TLS only, emptied as time goes by.
 */
export class AccessLogBucket extends Component {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Nothing can be told to write here before this is in place. */
  readonly admission: aws.s3.BucketPolicy;

  constructor(name: string, args: AccessLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super('AccessLogBucket', name, opts);

    const bucket = new aws.s3.Bucket(name, { forceDestroy: !args.isProtected }, this.child);
    const closed = this.closeToPublic(bucket);
    this.encrypt(bucket);
    this.expire(bucket);
    this.admission = this.admit(args, bucket, closed);

    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    this.registerOutputs({ bucketName: this.bucketName });
  }

  private closeToPublic(bucket: aws.s3.Bucket): aws.s3.BucketPublicAccessBlock {
    new aws.s3.BucketOwnershipControls(
      this.name,
      { bucket: bucket.id, rule: { objectOwnership: 'BucketOwnerEnforced' } },
      this.child,
    );
    return new aws.s3.BucketPublicAccessBlock(
      this.name,
      {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      this.child,
    );
  }

  /** With S3's own key: balancers cannot write under another. */
  private encrypt(bucket: aws.s3.Bucket): void {
    new aws.s3.BucketServerSideEncryptionConfiguration(
      this.name,
      {
        bucket: bucket.id,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
      },
      this.child,
    );
  }

  /** What is overwritten or deleted stays for as long as it would have. */
  private expire(bucket: aws.s3.Bucket): void {
    const versioning = new aws.s3.BucketVersioning(
      this.name,
      { bucket: bucket.id, versioningConfiguration: { status: 'Enabled' } },
      this.child,
    );
    const days = LOG_RETENTION_DAYS;
    new aws.s3.BucketLifecycleConfiguration(
      this.name,
      {
        bucket: bucket.id,
        rules: [
          {
            id: 'expire',
            status: 'Enabled',
            filter: { prefix: '' },
            expiration: { days },
            noncurrentVersionExpiration: { noncurrentDays: days },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
          },
        ],
      },
      { ...this.child, dependsOn: [versioning] },
    );
  }

  private admit(
    { writer, prefix, condition }: AccessLogBucketArgs,
    bucket: aws.s3.Bucket,
    closed: aws.s3.BucketPublicAccessBlock,
  ): aws.s3.BucketPolicy {
    const { accountId } = aws.getCallerIdentityOutput({}, this.child);
    const folder = prefix === undefined ? '' : `${prefix}/`;
    const logs = pulumi.interpolate`${bucket.arn}/${folder}AWSLogs/${accountId}/*`;
    return new aws.s3.BucketPolicy(
      this.name,
      {
        bucket: bucket.id,
        policy: policy(
          {
            ...allow(['s3:PutObject'], logs),
            Principal: { Service: writer },
            ...(condition === undefined ? {} : { Condition: condition }),
          },
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ),
      },
      { ...this.child, dependsOn: [closed] },
    );
  }
}
