import { describe, expect, it } from '@jest/globals';
import { UNSCOPED_ACTIONS } from '../../infra/iam.ts';
import { Stack, statementsOf } from './helpers/stack.ts';

const POLICY_INPUTS = ['policy', 'assumeRolePolicy', 'policyDocument'];

/** Every statement anywhere in a stack, inline or on a resource. */
const allStatements = (stack: Stack) =>
  stack.resources.flatMap(({ name, inputs }) =>
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

    it('leave open no more than the streams of one log group and the logs of one account', () => {
      const open = grants
        .flatMap(({ Resource }) => Resource)
        .filter((resource) => resource.includes('*') && resource !== '*');
      for (const resource of open) {
        expect(resource).toMatch(
          /^arn:aws:cloudwatch:us-east-1:123456789012:[\w-]+:\*$|^arn:aws:s3:::[\w-]+\/(balancer\/)?AWSLogs\/123456789012\/\*$/,
        );
      }
    });

    it('use no policy but their own', () => {
      const types = stack.resources.map(({ type }) => type);
      expect(types.filter((type) => /policyAttachment|ManagedPolicy/i.test(type))).toEqual([]);
    });

    it('let services of AWS take roles, those that can for this account alone', () => {
      const roles = stack.all('aws:iam/role:Role');
      expect(roles.length).toBe(5);
      for (const { name, inputs } of roles) {
        const [trust] = statementsOf(inputs['assumeRolePolicy']);
        expect(trust?.Principal).toEqual({ Service: expect.stringMatching(/\.amazonaws\.com$/) });
        // Lambda passes no source on when it takes a role.
        if (!name.endsWith('-ingestion')) expect(trust).toHaveProperty('Condition.StringEquals');
      }
    });
  },
);

it('every unscoped action has its reason', () => {
  expect(Object.values(UNSCOPED_ACTIONS).every((reason) => reason.endsWith('.'))).toBe(true);
});
