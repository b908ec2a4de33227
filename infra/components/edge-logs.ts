import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { Component } from '../component.ts';
import { EDGE_REGION } from '../edge-region.ts';
import { LOG_DELIVERY } from '../logs.ts';
import { AccessLogBucket } from './access-log-bucket.ts';
import type { Keys } from './keys.ts';

/** What is written down of every request. Cookies, query and referrer are not: they hold what is nobody's business. */
const FIELDS = [
  'date',
  'time',
  'x-edge-location',
  'c-ip',
  'cs-method',
  'x-host-header',
  'cs-uri-stem',
  'sc-status',
  'sc-bytes',
  'time-taken',
  'time-to-first-byte',
  'cs(User-Agent)',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'x-edge-request-id',
  'cs-protocol-version',
  'ssl-protocol',
];

export interface EdgeLogsArgs {
  distribution: aws.cloudfront.Distribution;
  /** Keeps the logs from being deleted. */
  isProtected: boolean;
  /** Key of the logs. @default S3's own */
  keys?: Pick<Keys, 'buckets'> | undefined;
}

/** Access logs of a distribution, as JSON in a bucket. */
export class EdgeLogs extends Component {
  constructor(name: string, args: EdgeLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('EdgeLogs', name, opts);

    const source = new aws.cloudwatch.LogDeliverySource(
      name,
      { region: EDGE_REGION, logType: 'ACCESS_LOGS', resourceArn: args.distribution.arn },
      this.child,
    );
    this.deliver(source, this.createBucket(source, args));

    this.registerOutputs();
  }

  private createBucket(
    { arn }: aws.cloudwatch.LogDeliverySource,
    { isProtected, keys }: EdgeLogsArgs,
  ): AccessLogBucket {
    return new AccessLogBucket(
      `${this.name}-bucket`,
      {
        isProtected,
        keyArn: keys?.buckets,
        writer: LOG_DELIVERY,
        condition: {
          StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' },
          ArnEquals: { 'aws:SourceArn': arn },
        },
      },
      this.child,
    );
  }

  private deliver(source: aws.cloudwatch.LogDeliverySource, bucket: AccessLogBucket): void {
    const destination = new aws.cloudwatch.LogDeliveryDestination(
      this.name,
      {
        region: EDGE_REGION,
        outputFormat: 'json',
        deliveryDestinationConfiguration: { destinationResourceArn: bucket.arn },
      },
      this.child,
    );
    new aws.cloudwatch.LogDelivery(
      this.name,
      {
        region: EDGE_REGION,
        deliverySourceName: source.name,
        deliveryDestinationArn: destination.arn,
        recordFields: FIELDS,
      },
      { ...this.child, dependsOn: bucket.ready },
    );
  }
}
