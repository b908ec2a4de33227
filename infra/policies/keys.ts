import type { Rule } from './rule.ts';
import { at, requires } from './rule.ts';
import { statementsOf } from './statements.ts';

const KEY = 'aws:kms/key:Key';

/** Whether a statement lets everybody in AWS do something; a condition on the caller's account narrows it. */
const admitsAnybody = (statement: unknown): boolean => {
  const principal = at(statement, 'Principal');
  const named = at(principal, 'AWS') ?? principal;
  return (
    at(statement, 'Effect') === 'Allow' &&
    [named].flat().includes('*') &&
    at(statement, 'Condition', 'StringEquals', 'kms:CallerAccount') === undefined
  );
};

export const KEY_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_7',
    description: 'A KMS key is turned once a year.',
    scope: 'resource',
    checks: {
      [KEY]: requires(
        'is never turned (enableKeyRotation)',
        (props) => at(props, 'enableKeyRotation') === true,
      ),
    },
  },
  {
    id: 'CKV_AWS_33',
    description: 'The policy of a KMS key does not let everybody in.',
    scope: 'resource',
    checks: {
      [KEY]: requires(
        'can be used from any account (policy)',
        (props) => !statementsOf(at(props, 'policy')).some(admitsAnybody),
      ),
    },
  },
  {
    id: 'CKV2_AWS_64',
    description: 'A KMS key has a policy that somebody wrote.',
    scope: 'resource',
    checks: {
      [KEY]: requires('has no policy of its own (policy)', (props) => Boolean(at(props, 'policy'))),
    },
  },
];
