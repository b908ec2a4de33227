import { describe, expect, it } from '@jest/globals';
import { UNSCOPED_ACTIONS } from '../../infra/iam.ts';
import { Stack, statementsOf } from './helpers/stack.ts';

const POLICY_INPUTS = ['policy', 'assumeRolePolicy', 'policyDocument'];

/** In the policy of a key `*` is the key: its statements are looked at with the keys. */
const KEY = 'aws:kms/key:Key';

/** What ends in `*`, since its end is another's to choose. */
const OPEN = [
  /^arn:aws:cloudwatch:us-east-1:123456789012:[\w-]+:\*$/,
  /^arn:aws:s3:::[\w-]+\/(balancer\/)?AWSLogs\/123456789012\/(Config\/)?\*$/,
  /^arn:aws:backup:[\w-]+:123456789012:recovery-point:\*$/,
  /^arn:aws:dynamodb:[\w-]+:123456789012:table\/spacex-dashboard-[\w-]+-\*$/,
];

/** Roles whose services pass no source on when they take them: nothing to ask for. */
const WITHOUT_SOURCE = /-(ingestion|audit-trail)$/;

/** Every statement anywhere in a stack but in its keys, inline or on a resource. */
const allStatements = (stack: Stack) =>
  stack.resources
    .filter(({ type }) => type !== KEY)
    .flatMap(({ name, inputs }) =>
      POLICY_INPUTS.filter((key) => typeof inputs[key] === 'string')
        .flatMap((key) => statementsOf(inputs[key]))
        .map((statement) => ({ name, ...statement })),
    );

describe.each(['dev', 'prod', 'full', 'longest', 'direct'] as const)(
  'the grants of %s',
  (stackName) => {
    const stack = new Stack(stackName);
    const grants = allStatements(stack).filter(({ Effect }) => Effect === 'Allow');

    it('name every action', () => {
      expect(grants.length).toBeGreaterThan(15);
      expect(
        grants.flatMap(({ Action }) => Action).filter((action) => action.includes('*')),
      ).toEqual([]);
    });

    it('cover every resource only for the actions that know none', () => {
      const unscoped = grants.filter(({ Resource }) => Resource.includes('*'));
      const listed = Object.keys(UNSCOPED_ACTIONS);
      expect(unscoped.length).toBeGreaterThan(0);
      for (const { Action } of unscoped) {
        expect(listed).toEqual(expect.arrayContaining(Action));
      }
    });

    it('leave open no more than streams, log files, backups and tables that get their names later', () => {
      const open = grants
        .flatMap(({ Resource }) => Resource)
        .filter((resource) => resource.includes('*') && resource !== '*');
      for (const resource of open) {
        expect({ resource, isKnown: OPEN.some((pattern) => pattern.test(resource)) }).toEqual({
          resource,
          isKnown: true,
        });
      }
    });

    it('use no policy but their own', () => {
      const types = stack.resources.map(({ type }) => type);
      expect(types.filter((type) => /policyAttachment|ManagedPolicy/i.test(type))).toEqual([]);
    });

    it('let services of AWS take roles, those that can for this account alone', () => {
      const roles = stack.all('aws:iam/role:Role');
      expect(roles.length).toBeGreaterThanOrEqual(5);
      for (const { name, inputs } of roles) {
        const [trust] = statementsOf(inputs['assumeRolePolicy']);
        expect(trust?.Principal).toEqual({ Service: expect.stringMatching(/\.amazonaws\.com$/) });
        if (!WITHOUT_SOURCE.test(name)) expect(trust).toHaveProperty('Condition.StringEquals');
      }
    });
  },
);

it('every unscoped action has its reason', () => {
  expect(Object.values(UNSCOPED_ACTIONS).every((reason) => reason.endsWith('.'))).toBe(true);
});
