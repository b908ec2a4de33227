import { describe, expect, it } from '@jest/globals';
import { ForbiddenError, requireOperator } from '../../../functions/ingest-launches/caller.ts';
import { tokenOf } from '../../helpers/unsigned-token.ts';

const called = (authorizer?: object, headers: object = {}) => ({
  ...{ version: '2.0', headers, requestContext: { authorizer } },
});
const withHeader = (authorization: string | undefined) => called({ jwt: {} }, { authorization });
const withClaims = (claims: object) => withHeader(`Bearer ${tokenOf({ sub: 'ada', ...claims })}`);

const expectForbidden = (event: unknown, claim = 'roles'): void =>
  expect(() => requireOperator(event, claim)).toThrow(ForbiddenError);
const expectWelcome = (event: unknown, claim = 'roles'): void =>
  expect(() => requireOperator(event, claim)).not.toThrow();

describe('a call with a token', () => {
  it.each([['operator'], [['operator']], [['viewer', 'operator']], ['viewer operator']])(
    'is let through with the roles %j',
    (roles) => expectWelcome(withClaims({ roles })),
  );

  it.each([
    ...['', 'viewer', 'operators', '[no-operator]', '[viewer operator]', undefined, 1, null],
    ...[[], ['viewer'], ['tower operator'], { operator: true }],
  ])('is forbidden with the roles %j', (roles) => expectForbidden(withClaims({ roles })));

  it('is forbidden with the role in another claim', () => {
    const event = withClaims({ 'cognito:groups': ['operator'] });
    expectForbidden(event);
    expectWelcome(event, 'cognito:groups');
  });

  it('may have its roles in an object, or in a claim with dots in its name', () => {
    expectWelcome(withClaims({ realm_access: { roles: ['operator'] } }), 'realm_access.roles');
    expectWelcome(withClaims({ 'example.org/roles': ['operator'] }), 'example.org/roles');
    expectForbidden(withClaims({ realm_access: null }), 'realm_access.roles');
  });

  it('is forbidden with an ID token, whatever its roles', () => {
    const roles = ['operator'];
    expectForbidden(withClaims({ roles, token_use: 'id' }));
    expectForbidden(withClaims({ roles, token_use: null }));
    expectWelcome(withClaims({ roles, token_use: 'access' }));
  });

  it('is read whatever its scheme looks like, and refused when it is not one token', () => {
    const token = tokenOf({ roles: ['operator'] });
    for (const header of [token, `bearer ${token}`]) expectWelcome(withHeader(header));
    const wrong = [undefined, '', 'Bearer', 'Bearer a.b.c', `Bearer ${token},${token}`];
    for (const header of wrong) expectForbidden(withHeader(header));
  });
});

it('a call that IAM or nobody admitted is let through', () => {
  const others = [called({ iam: {} }), called(), { schedule: true }, {}, null, 'x'];
  for (const event of others) expectWelcome(event);
});
