import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { thisAccount } from '../account.ts';
import { Component } from '../component.ts';
import type { ServiceRole } from '../iam.ts';
import { serviceRole, writeLogs } from '../iam.ts';
import { logGroup } from '../logs.ts';
import type { LifecycleRule, PrivateBucket } from '../private-bucket.ts';
import { privateBucket } from '../private-bucket.ts';
import type { StackConfig } from '../stack-options.ts';
import { trailArn, trailBucketStatements } from '../trail.ts';
import type { Keys } from './keys.ts';

/** Log files are kept, ever cheaper; what replaced or deleted them does not make them disappear at once. */
const LIFECYCLE: LifecycleRule = {
  id: 'archive',
  status: 'Enabled',
  filter: { prefix: '' },
  transitions: [
    { days: 30, storageClass: 'STANDARD_IA' },
    { days: 90, storageClass: 'GLACIER' },
  ],
  noncurrentVersionExpiration: { noncurrentDays: 180 },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
};

export interface AuditTrailArgs {
  region: string;
  /** Name of the trail, as the policies of its bucket and key have it. */
  trailName: string;
  /** Keeps the bucket from being deleted with log files in it. */
  isProtected: boolean;
  /** Who may delete a log file while it is locked, and how many days it is. */
  auditLockMode: StackConfig['auditLockMode'];
  auditLockDays: number;
  /** @default AWS's own */
  keys?: Pick<Keys, 'logs' | 'buckets'> | undefined;
}

/** Writes down who called what of AWS in this account, in every region, where nobody can change it afterwards. */
export class AuditTrail extends Component {
  constructor(name: string, args: AuditTrailArgs, opts?: pulumi.ComponentResourceOptions) {
    super('AuditTrail', name, opts);

    const store = this.createBucket(args);
    const logs = logGroup(name, this.child, args.keys?.logs);
    const role = this.createRole(logs);
    this.createTrail(args, store, logs, role);

    this.registerOutputs();
  }

  private createBucket(args: AuditTrailArgs): PrivateBucket {
    const account = thisAccount(this.child);
    const trail = trailArn(account, args.region, args.trailName);
    return privateBucket(
      this.name,
      {
        isProtected: args.isProtected,
        lifecycle: LIFECYCLE,
        admit: ({ arn }) => trailBucketStatements(account, arn, trail),
        keyArn: args.keys?.buckets,
        lock: {
          mode: args.auditLockMode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
          days: args.auditLockDays,
        },
      },
      this.child,
    );
  }

  /** CloudTrail does not say for whom it takes a role: no condition on that would ever hold. */
  private createRole(logs: aws.cloudwatch.LogGroup): ServiceRole {
    return serviceRole(
      this.name,
      { service: 'cloudtrail.amazonaws.com', statements: [writeLogs(logs)] },
      this.child,
    );
  }

  private createTrail(
    { trailName, keys }: AuditTrailArgs,
    { bucket, ready }: PrivateBucket,
    logs: aws.cloudwatch.LogGroup,
    { role, grants }: ServiceRole,
  ): void {
    new aws.cloudtrail.Trail(
      this.name,
      {
        name: trailName,
        s3BucketName: bucket.bucket,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        cloudWatchLogsGroupArn: pulumi.interpolate`${logs.arn}:*`,
        cloudWatchLogsRoleArn: role.arn,
        ...(keys === undefined ? {} : { kmsKeyId: keys.buckets }),
      },
      { ...this.child, dependsOn: [...ready, grants], deleteBeforeReplace: true },
    );
  }
}
