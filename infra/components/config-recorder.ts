import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import type { Account } from '../account.ts';
import { thisAccount } from '../account.ts';
import { Component } from '../component.ts';
import type { Statement } from '../iam.ts';
import { thisAccountOnly } from '../iam.ts';
import type { LifecycleRule, PrivateBucket } from '../private-bucket.ts';
import { privateBucket } from '../private-bucket.ts';
import type { Keys } from './keys.ts';

const SERVICE = 'config.amazonaws.com';

const LIFECYCLE: LifecycleRule = {
  id: 'archive',
  status: 'Enabled',
  filter: { prefix: '' },
  transitions: [{ days: 30, storageClass: 'STANDARD_IA' }],
  expiration: { days: 365 },
  noncurrentVersionExpiration: { noncurrentDays: 180 },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
};

export interface ConfigRecorderArgs {
  /** Keeps the bucket from being deleted with records in it. */
  isProtected: boolean;
  /** @default S3's own */
  keys?: Pick<Keys, 'buckets'> | undefined;
}

/**
 * AWS Config: what every resource of the account looked like, and when. An account has one recorder in a region.
 * Its bucket is its own, since Config cannot write into one that locks objects.
 */
export class ConfigRecorder extends Component {
  constructor(name: string, args: ConfigRecorderArgs, opts?: pulumi.ComponentResourceOptions) {
    super('ConfigRecorder', name, opts);

    const store = this.createBucket(args);
    const recorder = this.createRecorder();
    const channel = this.createChannel(args, store, recorder);
    this.start(recorder, channel);

    this.registerOutputs();
  }

  private createBucket({ isProtected, keys }: ConfigRecorderArgs): PrivateBucket {
    const account = thisAccount(this.child);
    return privateBucket(
      this.name,
      {
        isProtected,
        lifecycle: LIFECYCLE,
        admit: ({ arn }) => this.admitConfig(account, arn),
        keyArn: keys?.buckets,
      },
      this.child,
    );
  }

  private admitConfig({ id }: Account, bucketArn: pulumi.Output<string>): Statement[] {
    const objects = pulumi.interpolate`${bucketArn}/AWSLogs/${id}/Config/*`;
    const letConfig = (actions: string[], resource: pulumi.Input<string>): Statement => ({
      Effect: 'Allow',
      Principal: { Service: SERVICE },
      Action: actions,
      Resource: [resource],
      Condition: thisAccountOnly(this.child),
    });
    return [
      letConfig(['s3:GetBucketAcl', 's3:ListBucket'], bucketArn),
      letConfig(['s3:PutObject'], objects),
    ];
  }

  /** As the role that AWS keeps for Config: it reads every kind of resource, new ones too. */
  private createRecorder(): aws.cfg.Recorder {
    const role = new aws.iam.ServiceLinkedRole(this.name, { awsServiceName: SERVICE }, this.child);
    return new aws.cfg.Recorder(
      this.name,
      {
        roleArn: role.arn,
        recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
      },
      this.child,
    );
  }

  private createChannel(
    { keys }: ConfigRecorderArgs,
    { bucket, ready }: PrivateBucket,
    recorder: aws.cfg.Recorder,
  ): aws.cfg.DeliveryChannel {
    return new aws.cfg.DeliveryChannel(
      this.name,
      {
        s3BucketName: bucket.bucket,
        ...(keys === undefined ? {} : { s3KmsKeyArn: keys.buckets }),
      },
      { ...this.child, dependsOn: [...ready, recorder] },
    );
  }

  private start(recorder: aws.cfg.Recorder, channel: aws.cfg.DeliveryChannel): void {
    new aws.cfg.RecorderStatus(
      this.name,
      { name: recorder.name, isEnabled: true },
      { ...this.child, dependsOn: [channel] },
    );
  }
}
