import type { Rule } from './rule.ts';
import { at, requires } from './rule.ts';

/** What must be under a key, and where its type says under which. */
export const ENCRYPTION_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_119',
    description: 'A DynamoDB table is under a key of the account.',
    scope: 'resource',
    checks: {
      'aws:dynamodb/table:Table': requires(
        'is under a key of AWS (serverSideEncryption)',
        (props) => Boolean(at(props, 'serverSideEncryption', 'kmsKeyArn')),
      ),
    },
  },
  {
    id: 'CKV_AWS_158',
    description: 'A CloudWatch log group is under a key of the account.',
    scope: 'resource',
    checks: {
      'aws:cloudwatch/logGroup:LogGroup': requires('is under a key of AWS (kmsKeyId)', (props) =>
        Boolean(at(props, 'kmsKeyId')),
      ),
    },
  },
  {
    id: 'CKV_AWS_26',
    description: 'An SNS topic is encrypted.',
    scope: 'resource',
    checks: {
      'aws:sns/topic:Topic': requires('is not encrypted (kmsMasterKeyId)', (props) =>
        Boolean(at(props, 'kmsMasterKeyId')),
      ),
    },
  },
  {
    id: 'CKV_AWS_27',
    description: 'An SQS queue is encrypted.',
    scope: 'resource',
    checks: {
      'aws:sqs/queue:Queue': requires(
        'is not encrypted (kmsMasterKeyId, sqsManagedSseEnabled)',
        (props) =>
          Boolean(at(props, 'kmsMasterKeyId')) || at(props, 'sqsManagedSseEnabled') === true,
      ),
    },
  },
  {
    id: 'CKV_AWS_166',
    description: 'A backup vault is under a key of the account.',
    scope: 'resource',
    checks: {
      'aws:backup/vault:Vault': requires('is under a key of AWS (kmsKeyArn)', (props) =>
        Boolean(at(props, 'kmsKeyArn')),
      ),
    },
  },
];
