import type { Rule } from './rule.ts';
import { at, requires } from './rule.ts';

const TRAIL = 'aws:cloudtrail/trail:Trail';

export const AUDIT_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_36',
    description: 'The log files of a trail can be proved unchanged.',
    scope: 'resource',
    checks: {
      [TRAIL]: requires(
        'writes log files that could be changed unnoticed (enableLogFileValidation)',
        (props) => at(props, 'enableLogFileValidation') === true,
      ),
    },
  },
  {
    id: 'CKV_AWS_67',
    description: 'A trail follows every region.',
    scope: 'resource',
    checks: {
      [TRAIL]: requires(
        'does not see other regions (isMultiRegionTrail)',
        (props) => at(props, 'isMultiRegionTrail') === true,
      ),
    },
  },
  {
    id: 'CKV_AWS_35',
    description: 'The log files of a trail are under a key of the account.',
    scope: 'resource',
    checks: {
      [TRAIL]: requires('writes under a key of AWS (kmsKeyId)', (props) =>
        Boolean(at(props, 'kmsKeyId')),
      ),
    },
  },
  {
    id: 'CKV2_AWS_10',
    description: 'A trail writes to CloudWatch Logs, too.',
    scope: 'resource',
    checks: {
      [TRAIL]: requires(
        'is not in CloudWatch Logs (cloudWatchLogsGroupArn, cloudWatchLogsRoleArn)',
        (props) =>
          Boolean(at(props, 'cloudWatchLogsGroupArn')) &&
          Boolean(at(props, 'cloudWatchLogsRoleArn')),
      ),
    },
  },
  {
    id: 'CKV_AWS_238',
    description: 'A GuardDuty detector is on.',
    scope: 'resource',
    checks: {
      'aws:guardduty/detector:Detector': requires(
        'is off (enable)',
        (props) => at(props, 'enable') === true,
      ),
    },
  },
];
