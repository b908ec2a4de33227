import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../dashboard-api/config/environment.ts';

const read = (variables: Record<string, string>) =>
  readEnvironment({ DYNAMODB_TABLE: 'launches', ...variables }).auth;

const ISSUER = { OIDC_ISSUER: 'https://id.example.org/realms/launches' };
const SECRET = 'x'.repeat(32);
const SIGN_IN = {
  ...{ ...ISSUER, OIDC_CLIENT_ID: 'dashboard', SESSION_KEY: SECRET },
  PUBLIC_URL: 'https://launches.example.org',
};

describe('who may do what', () => {
  it('without an issuer: everybody may read, nobody is an operator', () => {
    expect(read({})).toEqual({ reading: 'public', issuer: undefined });
  });

  it('has defaults for all but the issuer', () => {
    expect(read(ISSUER).issuer).toMatchObject({
      ...{ audiences: [], audienceClaim: 'aud', rolesClaim: 'roles', signIn: undefined },
    });
    expect(read({ ...SIGN_IN, AUTH_READING: 'sign-in' })).toMatchObject({
      reading: 'sign-in',
      issuer: { signIn: { clientId: 'dashboard', scopes: 'openid profile email' } },
    });
  });

  it('takes several audiences, addresses and secrets', () => {
    const SESSION_KEY = `${SECRET}, ${'y'.repeat(40)}`;
    const PUBLIC_URL = 'http://localhost:3000,http://127.0.0.1:3000';
    const { issuer } = read({ ...SIGN_IN, OIDC_AUDIENCE: 'a, b', SESSION_KEY, PUBLIC_URL });
    expect(issuer?.audiences).toEqual(['a', 'b']);
    expect(issuer?.signIn?.sessionSecrets).toEqual([SECRET, 'y'.repeat(40)]);
    expect(issuer?.signIn?.origins.map(({ host }) => host)).toEqual([
      'localhost:3000',
      '127.0.0.1:3000',
    ]);
  });

  it.each([
    [{ AUTH_READING: 'sign-in' }, /AUTH_READING: needs OIDC_ISSUER/],
    [{ AUTH_READING: 'private' }, /AUTH_READING: "private" is not one of public, sign-in/],
    [{ OIDC_ISSUER: 'http://id.example.org' }, /OIDC_ISSUER: .* is not an https address/],
    [{ OIDC_ISSUER: 'id' }, /OIDC_ISSUER: "id" is not an https address/],
    [{ ...ISSUER, OIDC_AUDIENCE_CLAIM: 'azp' }, /OIDC_AUDIENCE_CLAIM: "azp" is not one of/],
    [{ ...ISSUER, OIDC_CLIENT_ID: 'x' }, /PUBLIC_URL: is required.*SESSION_KEY: is required/],
    [{ ...SIGN_IN, PUBLIC_URL: 'https://x.example.org/y' }, /PUBLIC_URL: .* without a path/],
    [{ ...SIGN_IN, PUBLIC_URL: 'http://launches.example.org' }, /PUBLIC_URL: .* not an https/],
    [{ ...SIGN_IN, PUBLIC_URL: 'http://localhost.example.org' }, /PUBLIC_URL: .* not an https/],
    [{ ...SIGN_IN, PUBLIC_URL: 'https://a.example.org,http://[::1]:1' }, /PUBLIC_URL: .* both/],
    [{ ...SIGN_IN, PUBLIC_URL: ',' }, /PUBLIC_URL: names no address/],
  ])('refuses %j by name', (variables, message) => {
    expect(() => read(variables)).toThrow(message);
  });

  it('keeps a secret that is too short to itself', () => {
    expect(() => read({ ...SIGN_IN, SESSION_KEY: 'hunter2' })).toThrow(
      /SESSION_KEY: is not one or more secrets of at least 32 characters$/,
    );
  });
});
