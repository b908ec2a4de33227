import type { Rule } from './rule.ts';
import { at, requiresCompanion } from './rule.ts';

const BUCKET = 'aws:s3/bucket:Bucket';

const BLOCKS = [
  'blockPublicAcls',
  'blockPublicPolicy',
  'ignorePublicAcls',
  'restrictPublicBuckets',
];

export const BUCKET_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_21',
    description: 'A bucket keeps the versions of its objects.',
    scope: 'stack',
    checks: {
      [BUCKET]: requiresCompanion('keeps no versions (BucketVersioning)', [BUCKET], {
        type: 'aws:s3/bucketVersioning:BucketVersioning',
        key: 'bucket',
        counts: (props) => at(props, 'versioningConfiguration', 'status') === 'Enabled',
      }),
    },
  },
  {
    id: 'CKV2_AWS_6',
    description: 'A bucket is blocked to the public in every way.',
    scope: 'stack',
    checks: {
      [BUCKET]: requiresCompanion('can be made public (BucketPublicAccessBlock)', [BUCKET], {
        type: 'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock',
        key: 'bucket',
        counts: (props) => BLOCKS.every((block) => at(props, block) === true),
      }),
    },
  },
];
