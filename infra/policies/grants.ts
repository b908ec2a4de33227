import { UNSCOPED_ACTIONS } from '../iam.ts';
import type { Check, Rule } from './rule.ts';
import { at, listAt } from './rule.ts';
import { statementsOf } from './statements.ts';

const asList = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);

/** Actions a policy allows on every resource there is, without a condition, though AWS could restrict them. */
const unrestricted = (policy: unknown): string[] =>
  statementsOf(policy)
    .filter(
      (statement) =>
        at(statement, 'Effect') === 'Allow' &&
        asList(at(statement, 'Resource')).includes('*') &&
        at(statement, 'Condition') === undefined,
    )
    .flatMap((statement) => asList(at(statement, 'Action')))
    .filter((action) => !(action in UNSCOPED_ACTIONS));

const READING = /^[\w-]+:(Batch)?(Get|List|Describe|Query|Scan|Search|Lookup|View|Check)/;

const inlinePolicies = (role: unknown): unknown[] =>
  listAt(role, 'inlinePolicies').map((entry) => at(entry, 'policy'));

/** Where each type of resource keeps its policies. */
const POLICIES: Readonly<Record<string, (props: unknown) => unknown[]>> = {
  'aws:iam/policy:Policy': (props) => [at(props, 'policy')],
  'aws:iam/rolePolicy:RolePolicy': (props) => [at(props, 'policy')],
  'aws:iam/role:Role': inlinePolicies,
  'awsx:ecs:FargateService': (props) =>
    ['taskRole', 'executionRole'].flatMap((role) =>
      inlinePolicies(at(props, 'taskDefinitionArgs', role, 'args')),
    ),
};

const ofPolicies = (problem: string, isWrong: (action: string) => boolean): Rule['checks'] => {
  const checkOf =
    (policiesOf: (props: unknown) => unknown[]): Check =>
    (props) => {
      const wrong = policiesOf(props).flatMap(unrestricted).filter(isWrong);
      return wrong.length === 0 ? null : `${problem} (${wrong.join(', ')})`;
    };
  return Object.fromEntries(
    Object.entries(POLICIES).map(([type, policiesOf]) => [type, checkOf(policiesOf)]),
  );
};

export const GRANT_RULES: readonly Rule[] = [
  {
    id: 'CKV_AWS_290',
    description: 'An IAM policy does not allow to write everywhere.',
    scope: 'resource',
    checks: ofPolicies('allows to write to any resource', (action) => !READING.test(action)),
  },
  {
    id: 'CKV_AWS_355',
    description: 'An IAM policy names the resources of every action that AWS can restrict.',
    scope: 'resource',
    checks: ofPolicies('allows actions on any resource', () => true),
  },
];
