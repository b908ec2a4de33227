import type { Check, Rule } from './rule.ts';
import { at, requires, requiresCompanion } from './rule.ts';

const FUNCTION = 'aws:lambda/function:Function';

const hasDeadLetters = (props: unknown): boolean =>
  Boolean(at(props, 'deadLetterConfig', 'targetArn'));

const hasFailureDestination = requiresCompanion(
  'loses events that fail (deadLetterConfig, or a FunctionEventInvokeConfig with onFailure)',
  [FUNCTION],
  {
    type: 'aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig',
    key: 'functionName',
    counts: (props) => Boolean(at(props, 'destinationConfig', 'onFailure', 'destination')),
  },
);

const keepsFailedEvents: Check = (props, stack) =>
  hasDeadLetters(props) ? null : hasFailureDestination(props, stack);

const isService = (principal: unknown): boolean => String(principal).endsWith('.amazonaws.com');

export const FUNCTION_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_116',
    description: 'A Lambda function has a queue for events it failed on.',
    scope: 'stack',
    checks: { [FUNCTION]: keepsFailedEvents },
  },
  {
    id: 'CKV_AWS_115',
    description: 'A Lambda function has a limit of concurrent executions of its own.',
    scope: 'resource',
    checks: {
      [FUNCTION]: requires(
        'can use up the concurrency of the account (reservedConcurrentExecutions)',
        (props) => Number(at(props, 'reservedConcurrentExecutions') ?? -1) >= 0,
      ),
    },
  },
  {
    id: 'CKV_AWS_50',
    description: 'A Lambda function is traced by X-Ray.',
    scope: 'resource',
    checks: {
      [FUNCTION]: requires(
        'is not traced (tracingConfig)',
        (props) => at(props, 'tracingConfig', 'mode') === 'Active',
      ),
    },
  },
  {
    id: 'CKV_AWS_364',
    description: 'A service may invoke a Lambda function for one source ARN or account only.',
    scope: 'resource',
    checks: {
      'aws:lambda/permission:Permission': requires(
        'lets a service invoke the function for anybody (sourceArn, sourceAccount)',
        (props) =>
          !isService(at(props, 'principal')) ||
          Boolean(at(props, 'sourceArn') ?? at(props, 'sourceAccount')),
      ),
    },
  },
];
