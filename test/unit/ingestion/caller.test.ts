import { describe, expect, it } from '@jest/globals';
import { ForbiddenError, requireOperator } from '../../../functions/ingest-launches/caller.ts';

const called = (authorizer?: object) => ({ version: '2.0', requestContext: { authorizer } });
const withRoles = (roles: unknown) => called({ jwt: { claims: { sub: 'ada', roles } } });

describe('a call with a token', () => {
  it.each(['operator', '[operator]', '[viewer operator]', 'viewer operator', '[viewer, operator]'])(
    'is let through with the roles %s',
    (roles) => {
      expect(() => requireOperator(withRoles(roles), 'roles')).not.toThrow();
    },
  );

  it.each(['', 'viewer', '[viewer]', 'operators', '[no-operator]', undefined, 1])(
    'is forbidden with the roles %s',
    (roles) => {
      expect(() => requireOperator(withRoles(roles), 'roles')).toThrow(ForbiddenError);
    },
  );

  it('is forbidden without claims, and with the role in another one', () => {
    expect(() => requireOperator(called({ jwt: {} }), 'roles')).toThrow(ForbiddenError);
    const event = called({ jwt: { claims: { 'cognito:groups': '[operator]' } } });
    expect(() => requireOperator(event, 'roles')).toThrow(ForbiddenError);
    expect(() => requireOperator(event, 'cognito:groups')).not.toThrow();
  });
});

it('a call that IAM or nobody admitted is let through', () => {
  const others = [called({ iam: {} }), called(), { schedule: true }, {}, null, 'x'];
  for (const event of others) expect(() => requireOperator(event, 'roles')).not.toThrow();
});
