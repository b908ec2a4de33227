import { describe, expect, it } from '@jest/globals';
import { Stack } from './helpers/stack.ts';

const [dev, prod, full] = [new Stack('dev'), new Stack('prod'), new Stack('full')];
const longest = new Stack('longest');
const trusting = new Stack('trusting');
const POOL = 'aws:cognito/userPool:UserPool';
const CLIENT = 'aws:cognito/userPoolClient:UserPoolClient';
const SECRET = 'aws:secretsmanager/secretVersion:SecretVersion';

interface Named {
  name: string;
  value?: string;
  valueFrom?: string;
}

const container = (stack: Stack) =>
  (
    stack.inputs('awsx:ecs:FargateService')['taskDefinitionArgs'] as {
      container: { environment: Named[]; secrets: Named[] };
    }
  ).container;

const told = (stack: Stack): Record<string, string | undefined> =>
  Object.fromEntries(container(stack).environment.map(({ name, value }) => [name, value]));

describe('the user pool', () => {
  it('is made unless there is an issuer, and takes in nobody by themselves', () => {
    expect(dev.inputs(POOL)).toMatchObject({
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      passwordPolicy: { minimumLength: 12 },
      softwareTokenMfaConfiguration: { enabled: true },
      deletionProtection: 'INACTIVE',
    });
    expect(dev.one(POOL).protect).toBe(false);
    expect(full.inputs(POOL)).toMatchObject({ deletionProtection: 'ACTIVE' });
    expect(full.one(POOL).protect).toBe(true);
    expect(dev.inputs('aws:cognito/userGroup:UserGroup')).toMatchObject({ name: 'operator' });
    expect(trusting.resources.filter(({ type }) => type.startsWith('aws:cognito/'))).toEqual([]);
  });

  it('signs people in by authorization code where requests are encrypted up to the balancer', () => {
    expect(full.inputs(CLIENT)).toMatchObject({
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ['code'],
      callbackUrls: ['https://launches.example.org/sign-in/callback'],
      logoutUrls: ['https://launches.example.org/'],
      preventUserExistenceErrors: 'ENABLED',
    });
    expect(full.inputs(CLIENT)).not.toHaveProperty('generateSecret');
    expect(full.inputs('aws:cognito/userPoolDomain:UserPoolDomain')).toMatchObject({
      domain: 'spacex-dashboard-full-users-spacex-dashboard-full-users-id',
    });
    expect(told(full)).toMatchObject({
      OIDC_CLIENT_ID: 'spacex-dashboard-full-users-id',
      PUBLIC_URL: 'https://launches.example.org',
    });
  });

  it.each([
    ['dev, which has plain HTTP', dev],
    ['prod, where that ends at CloudFront', prod],
  ])('gives tokens alone in %s', (_, stack) => {
    expect(stack.inputs(CLIENT)).not.toHaveProperty('callbackUrls');
    expect(stack.all('aws:cognito/userPoolDomain:UserPoolDomain')).toEqual([]);
    expect(told(stack)).toHaveProperty('OIDC_ISSUER');
    expect(told(stack)).not.toHaveProperty('OIDC_CLIENT_ID');
    expect(container(stack).secrets).toEqual([]);
    expect(stack.all(SECRET).filter(({ name }) => name.includes('-access-'))).toEqual([]);
  });
});

describe('an issuer of the stack', () => {
  it('is told to the dashboard and to the function', () => {
    expect(told(trusting)).toMatchObject({
      AUTH_READING: 'sign-in',
      OIDC_ISSUER: 'https://id.example.org/realms/launches',
      OIDC_AUDIENCE: 'https://launches.example.org',
      OIDC_AUDIENCE_CLAIM: 'aud',
      OIDC_CLIENT_ID: 'dashboard',
      OIDC_ROLES_CLAIM: 'realm_access.roles',
    });
    const { variables } = trusting.inputs('aws:lambda/function:Function')['environment'] as {
      variables: Record<string, string>;
    };
    expect(variables['OIDC_ROLES_CLAIM']).toBe('realm_access.roles');
  });

  it('is not told to tasks that cannot reach it', () => {
    expect(Object.keys(told(longest)).join(' ')).not.toMatch(/OIDC|INGESTION/);
    const actions = longest
      .grants('spacex-dashboard-abcdefgh-1234567-web-task')
      .flatMap(({ Action }) => Action);
    expect(actions).toContain('dynamodb:Query');
    expect(actions.join(' ')).not.toMatch(/lambda|secretsmanager/);
  });
});

describe('the secrets', () => {
  it('are in Secrets Manager, marked as secret in the state, and in no variable', () => {
    const versions = trusting.all(SECRET);
    expect(versions.map(({ name }) => name).sort()).toEqual([
      'spacex-dashboard-trusting-access-client',
      'spacex-dashboard-trusting-access-session',
      'spacex-dashboard-trusting-origin',
    ]);
    for (const { secrets } of versions) expect(secrets).toEqual(['secretString']);
    expect(JSON.stringify(container(trusting))).not.toMatch(/r{64}|a-client-secret/);
  });

  it('keep their first value where the program makes one', () => {
    const ignored = (purpose: string) =>
      trusting.one(SECRET, `spacex-dashboard-trusting-access-${purpose}`).ignoreChanges;
    expect(ignored('session')).toEqual(['secretString']);
    expect(ignored('client')).toEqual([]);
  });

  it('are read by ECS, each by its name, and by nothing else', () => {
    const names = container(trusting).secrets.map(({ name }) => name);
    const arns = container(trusting).secrets.map(({ valueFrom }) => valueFrom);
    expect(names).toEqual(['OIDC_CLIENT_SECRET', 'SESSION_KEY']);
    const reading = (role: string) =>
      trusting
        .grants(`spacex-dashboard-trusting-web-${role}`)
        .filter(({ Action }) => Action.includes('secretsmanager:GetSecretValue'))
        .flatMap(({ Resource }) => Resource);
    expect(reading('execution').sort()).toEqual([...arns].sort());
    expect(reading('task')).toEqual([]);
  });
});
