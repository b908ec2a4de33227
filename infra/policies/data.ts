import type { Check, Rule } from './rule.ts';
import { at, requires } from './rule.ts';

const KEEPS_FOR_EVER = 'keeps its logs for ever (retentionInDays)';

const keepsSomeDays = (props: unknown): boolean => Number(at(props, 'retentionInDays') ?? 0) > 0;

/** The component makes a log group of its own unless it is told of one. */
const ofComponent: Check = (props) => {
  const group = at(props, 'taskDefinitionArgs', 'logGroup');
  const isElsewhere = at(group, 'skip') === true || at(group, 'existing') !== undefined;
  return isElsewhere || keepsSomeDays(at(group, 'args')) ? null : KEEPS_FOR_EVER;
};

export const DATA_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_28',
    description: 'A DynamoDB table can be restored to a point in time.',
    scope: 'resource',
    checks: {
      'aws:dynamodb/table:Table': requires(
        'cannot be restored to a point in time (pointInTimeRecovery)',
        (props) => at(props, 'pointInTimeRecovery', 'enabled') === true,
      ),
    },
  },
  {
    id: 'CKV_AWS_66',
    description: 'A CloudWatch log group says how many days it keeps.',
    scope: 'resource',
    checks: {
      'aws:cloudwatch/logGroup:LogGroup': requires(KEEPS_FOR_EVER, keepsSomeDays),
      'awsx:ecs:FargateService': ofComponent,
    },
  },
];
