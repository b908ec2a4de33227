import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import type { Statement } from './iam.ts';
import { policy } from './iam.ts';

export type LifecycleRule = aws.types.input.s3.BucketLifecycleConfigurationRule;

/** How long nobody may delete an object. */
export interface ObjectLock {
  /** `GOVERNANCE`: but for who may `s3:BypassGovernanceRetention`; `COMPLIANCE`: nobody, not even AWS. */
  mode: 'GOVERNANCE' | 'COMPLIANCE';
  days: number;
}

export interface PrivateBucketArgs {
  /** Keeps the bucket from being deleted with objects in it. */
  isProtected: boolean;
  /** When objects move and go. */
  lifecycle: LifecycleRule;
  /** Who may do what in the bucket; all the others' access is by IAM alone. */
  admit: (bucket: aws.s3.Bucket) => Statement[];
  /** Key that objects are encrypted under. @default S3's own */
  keyArn?: pulumi.Input<string> | undefined;
  /** @default objects can be deleted */
  lock?: ObjectLock | undefined;
}

export interface PrivateBucket {
  bucket: aws.s3.Bucket;
  /** Nobody can be told to write here before these are in place. */
  ready: pulumi.Resource[];
}

const closeToPublic = (
  name: string,
  bucket: aws.s3.Bucket,
  opts: pulumi.CustomResourceOptions,
): aws.s3.BucketPublicAccessBlock => {
  new aws.s3.BucketOwnershipControls(
    name,
    { bucket: bucket.id, rule: { objectOwnership: 'BucketOwnerEnforced' } },
    opts,
  );
  return new aws.s3.BucketPublicAccessBlock(
    name,
    {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    opts,
  );
};

const encrypt = (
  name: string,
  bucket: aws.s3.Bucket,
  keyArn: pulumi.Input<string> | undefined,
  opts: pulumi.CustomResourceOptions,
): void => {
  const rule =
    keyArn === undefined
      ? { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }
      : {
          applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn },
          // One call of KMS for many objects.
          bucketKeyEnabled: true,
        };
  new aws.s3.BucketServerSideEncryptionConfiguration(
    name,
    { bucket: bucket.id, rules: [rule] },
    opts,
  );
};

/** Keeps what is overwritten or deleted until the lifecycle takes it out, and locks it where that is asked for. */
const keepVersions = (
  name: string,
  bucket: aws.s3.Bucket,
  { lifecycle, lock }: PrivateBucketArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] => {
  const versioning = new aws.s3.BucketVersioning(
    name,
    { bucket: bucket.id, versioningConfiguration: { status: 'Enabled' } },
    opts,
  );
  const afterVersioning = { ...opts, dependsOn: [versioning] };
  new aws.s3.BucketLifecycleConfiguration(
    name,
    { bucket: bucket.id, rules: [lifecycle] },
    afterVersioning,
  );
  if (lock === undefined) return [];
  const retention = new aws.s3.BucketObjectLockConfiguration(
    name,
    { bucket: bucket.id, rule: { defaultRetention: lock } },
    afterVersioning,
  );
  return [retention];
};

const onlyByTls = ({ arn }: aws.s3.Bucket): Statement => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [arn, pulumi.interpolate`${arn}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

/** A bucket that is not public, encrypted, versioned, reached by TLS only, and emptied as time goes by. */
export const privateBucket = (
  name: string,
  args: PrivateBucketArgs,
  opts: pulumi.CustomResourceOptions,
): PrivateBucket => {
  const { isProtected, admit, keyArn, lock } = args;
  const bucket = new aws.s3.Bucket(
    name,
    { forceDestroy: !isProtected, ...(lock === undefined ? {} : { objectLockEnabled: true }) },
    opts,
  );
  const closed = closeToPublic(name, bucket, opts);
  encrypt(name, bucket, keyArn, opts);
  const locked = keepVersions(name, bucket, args, opts);
  const admission = new aws.s3.BucketPolicy(
    name,
    { bucket: bucket.id, policy: policy(...admit(bucket), onlyByTls(bucket)) },
    { ...opts, dependsOn: [closed] },
  );
  return { bucket, ready: [admission, ...locked] };
};
