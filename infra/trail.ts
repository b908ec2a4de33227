import * as pulumi from '@pulumi/pulumi';
import type { Account } from './account.ts';
import { byService } from './encryption-key.ts';
import type { Statement } from './iam.ts';

const SERVICE = 'cloudtrail.amazonaws.com';

/**
 * ARN of a trail before it is there: CloudTrail makes none whose bucket and key do not yet let it in, and those
 * let in this one alone. That is why a trail's name has no random end.
 */
export const trailArn = (
  { id, partition }: Account,
  region: string,
  name: string,
): pulumi.Output<string> =>
  pulumi.interpolate`arn:${partition}:cloudtrail:${region}:${id}:trail/${name}`;

/** Lets a trail write under a key. */
export const trailKeyStatement = (
  { id, partition }: Account,
  trail: pulumi.Input<string>,
): Statement =>
  byService(SERVICE, ['kms:DescribeKey', 'kms:GenerateDataKey'], {
    StringEquals: { 'aws:SourceArn': trail },
    StringLikeIfExists: {
      'kms:EncryptionContext:aws:cloudtrail:arn': pulumi.interpolate`arn:${partition}:cloudtrail:*:${id}:trail/*`,
    },
  });

/** Lets a trail look whose a bucket is, and write its log files there. */
export const trailBucketStatements = (
  { id }: Account,
  bucketArn: pulumi.Input<string>,
  trail: pulumi.Input<string>,
): Statement[] => [
  {
    Effect: 'Allow',
    Principal: { Service: SERVICE },
    Action: ['s3:GetBucketAcl'],
    Resource: [bucketArn],
    Condition: { StringEquals: { 'aws:SourceArn': trail } },
  },
  {
    Effect: 'Allow',
    Principal: { Service: SERVICE },
    Action: ['s3:PutObject'],
    Resource: [pulumi.interpolate`${bucketArn}/AWSLogs/${id}/*`],
    Condition: {
      StringEquals: { 'aws:SourceArn': trail, 's3:x-amz-acl': 'bucket-owner-full-control' },
    },
  },
];
