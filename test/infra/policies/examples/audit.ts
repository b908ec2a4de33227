import type { Examples } from './example.ts';
import { alone, resource } from './example.ts';

const trail = resource('aws:cloudtrail/trail:Trail');
const detector = resource('aws:guardduty/detector:Detector');
const bucket = resource('aws:s3/bucket:Bucket');
const versioning = resource('aws:s3/bucketVersioning:BucketVersioning');
const block = resource('aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock');

const versions = (of: string, status: string) => ({
  bucket: of,
  versioningConfiguration: { status },
});
const BLOCKED = {
  bucket: 'one',
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};
const LOGGED = { cloudWatchLogsGroupArn: 'group', cloudWatchLogsRoleArn: 'role' };

export const AUDIT_EXAMPLES: Record<string, Examples> = {
  CKV_AWS_36: {
    breaks: alone(trail, {}, { enableLogFileValidation: false }),
    keeps: alone(trail, { enableLogFileValidation: true }),
  },
  CKV_AWS_67: {
    breaks: alone(trail, {}, { isMultiRegionTrail: false }),
    keeps: alone(trail, { isMultiRegionTrail: true }),
  },
  CKV_AWS_35: {
    breaks: alone(trail, {}),
    keeps: alone(trail, { kmsKeyId: 'key' }),
  },
  CKV2_AWS_10: {
    breaks: alone(trail, {}, { cloudWatchLogsGroupArn: 'group' }),
    keeps: alone(trail, LOGGED),
  },
  CKV_AWS_238: {
    breaks: alone(detector, {}, { enable: false }),
    keeps: alone(detector, { enable: true }),
  },
  CKV_AWS_21: {
    breaks: [
      [bucket({})],
      [bucket({}), versioning(versions('one', 'Suspended'))],
      [bucket({}), bucket({}, 'second'), versioning(versions('one', 'Enabled'))],
    ],
    keeps: [[bucket({}), versioning(versions('one', 'Enabled'))]],
  },
  CKV2_AWS_6: {
    breaks: [[bucket({})], [bucket({}), block({ ...BLOCKED, restrictPublicBuckets: false })]],
    keeps: [[bucket({}), block(BLOCKED)]],
  },
};
