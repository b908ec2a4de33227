import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateKeyPair } from 'jose';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import type { TokenIssuer } from '../../helpers/token-issuer.ts';
import { AUDIENCE, startTokenIssuer } from '../../helpers/token-issuer.ts';

const PATH = '/api/v1/ingestions';
const minutesFromNow = (minutes: number): number => Math.floor(Date.now() / 1000) + minutes * 60;

let dynamodb: TestDynamoDB;
let tableName: string;
beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  tableName = await dynamodb.createTable();
});
afterAll(() => dynamodb.stop());

const ask = (dashboard: TestDashboard, token: string, method = 'GET'): Promise<Response> =>
  dashboard.get(PATH, { method, headers: { authorization: `Bearer ${token}` } });

describe('what needs the role operator', () => {
  let issuer: TokenIssuer;
  let dashboard: TestDashboard;
  beforeAll(async () => {
    issuer = await startTokenIssuer();
    dashboard = await startDashboard(dynamodb.endpoint, tableName, issuer.environment);
  });
  afterAll(async () => {
    await dashboard.stop();
    await issuer.stop();
  });

  const expectRefusal = async (response: Response, error?: string): Promise<void> => {
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const challenge = response.headers.get('www-authenticate');
    expect(challenge).toMatch(/^Bearer realm="spacex-dashboard"/);
    expect(challenge?.includes('error=')).toBe(error !== undefined);
    if (error !== undefined) expect(challenge).toContain(`error="${error}"`);
    expect(await response.json()).toMatchObject({ status: 401, title: 'Unauthorized' });
  };

  it('is open to an operator with a token', async () => {
    const response = await ask(dashboard, await issuer.token());
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('vary')).toMatch(/Authorization/);
    expect(await response.json()).toMatchObject({
      sources: [{ source: 'launch-library', runs: [] }, { source: 'spacex' }],
    });
  });

  it.each(['GET', 'POST'])('is closed to %s without a token', async (method) => {
    await expectRefusal(await dashboard.get(PATH, { method }));
    for (const authorization of ['Basic YWRhOmFkYQ==', 'Bearer', 'Bearer a b']) {
      const headers = { authorization };
      await expectRefusal(await dashboard.get(PATH, { method, headers }), 'invalid_token');
    }
  });

  const FORGED: [string, () => Promise<string>][] = [
    ['that has expired', () => issuer.token({ exp: minutesFromNow(-1) })],
    ['that never expires', () => issuer.token({ exp: undefined })],
    ['that is for later', () => issuer.token({ nbf: minutesFromNow(5) })],
    ['of another issuer', () => issuer.token({ iss: 'https://issuer.example.org' })],
    ['for somebody else', () => issuer.token({ aud: 'https://other.example.org' })],
    ['for nobody', () => issuer.token({ aud: undefined })],
    ['of nobody', () => issuer.token({ sub: undefined })],
    [
      'signed with a key the issuer does not have',
      async () => issuer.token({}, {}, (await generateKeyPair('ES256')).privateKey),
    ],
    [
      'that names a key the issuer does not have',
      async () => issuer.token({}, { kid: 'second' }, (await generateKeyPair('ES256')).privateKey),
    ],
    [
      'signed by HS256 with the public key',
      async () =>
        issuer.token({}, { alg: 'HS256' }, new TextEncoder().encode(await issuer.publicKey())),
    ],
    [
      'that is not signed',
      async () => {
        const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
        return `${encode({ alg: 'none' })}.${encode(issuer.claims())}.`;
      },
    ],
    [
      'whose claims were changed',
      async () => {
        const [header, , signature] = (await issuer.token({ roles: ['viewer'] })).split('.');
        const claims = Buffer.from(JSON.stringify(issuer.claims())).toString('base64url');
        return `${header}.${claims}.${signature}`;
      },
    ],
    ['that is none', () => Promise.resolve('abc')],
  ];

  it.each(FORGED)('is closed to a token %s', async (_, forge) => {
    const token = await forge();
    for (const method of ['GET', 'POST']) {
      await expectRefusal(await ask(dashboard, token, method), 'invalid_token');
    }
  });

  it.each([[['viewer']], [[]], [undefined], ['operators'], [{ operator: true }]])(
    'is forbidden to the roles %j',
    async (roles) => {
      const token = await issuer.token({ roles });
      for (const method of ['GET', 'POST']) {
        const response = await ask(dashboard, token, method);
        expect(response.status).toBe(403);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
      }
    },
  );

  it('knows a role in a list and among words', async () => {
    for (const roles of [['viewer', 'operator'], 'openid operator']) {
      expect((await ask(dashboard, await issuer.token({ roles }))).status).toBe(200);
    }
  });

  it('reads the keys once for many tokens', async () => {
    const before = issuer.keyRequests();
    await Promise.all(Array.from({ length: 20 }, async () => ask(dashboard, await issuer.token())));
    expect(issuer.keyRequests() - before).toBe(0);
  });

  it('leaves reading to everybody, whatever they send along', async () => {
    for (const authorization of [undefined, 'Bearer abc']) {
      const headers = authorization === undefined ? {} : { authorization };
      const response = await dashboard.get('/api/v1/statistics/status', { headers });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toMatch(/^public/);
    }
  });

  it('cannot be reached by GET or POST of another method or spelling', async () => {
    expect((await dashboard.get(PATH, { method: 'DELETE' })).headers.get('allow')).toBe(
      'GET, HEAD, POST, OPTIONS',
    );
    for (const path of [`${PATH}/`, '/API/V1/Ingestions', `${PATH}?x=1`, '/operations']) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        expect((await dashboard.get(path, { method })).status).toBe(401);
      }
    }
  });
});

describe('an issuer that is not there', () => {
  it.each(['error', 'never'] as const)(
    'answering with %s: 503, then well again',
    async (how) => {
      const issuer = await startTokenIssuer();
      const dashboard = await startDashboard(dynamodb.endpoint, tableName, issuer.environment);
      issuer.answer(how);
      const token = await issuer.token();
      const response = await ask(dashboard, token);
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(await response.json()).toMatchObject({
        detail: expect.stringContaining('The issuer of tokens does not answer'),
      });
      expect((await dashboard.get('/api/v1/statistics/status')).status).toBe(200);
      issuer.answer('well');
      let status = 503;
      for (let tries = 0; status === 503 && tries < 100; tries += 1) {
        await sleep(100);
        ({ status } = await ask(dashboard, token));
      }
      expect(status).toBe(200);
      issuer.answer('never');
      expect((await ask(dashboard, token)).status).toBe(200);
      await dashboard.stop();
      await issuer.stop();
    },
    30_000,
  );
});

describe('tokens for the client at which people sign in', () => {
  let issuer: TokenIssuer;
  let dashboard: TestDashboard;
  beforeAll(async () => {
    issuer = await startTokenIssuer();
    dashboard = await startDashboard(dynamodb.endpoint, tableName, {
      ...issuer.environment,
      ...{ OIDC_AUDIENCE: `dashboard,${AUDIENCE}`, OIDC_CLIENT_ID: 'dashboard' },
      ...{ PUBLIC_URL: 'https://launches.example.org', SESSION_KEY: 'x'.repeat(32) },
    });
  });
  afterAll(async () => {
    await dashboard.stop();
    await issuer.stop();
  });

  it.each([
    ['are taken for access', { aud: 'dashboard' }, 200],
    ['are refused with a nonce', { aud: 'dashboard', nonce: 'n' }, 401],
    ['are refused with the hash of a token', { aud: ['dashboard'], at_hash: 'h' }, 401],
    ['are refused with the hash of a code', { aud: [AUDIENCE, 'dashboard'], c_hash: 'h' }, 401],
    ['are no ID tokens of it when they are for another', { aud: AUDIENCE, nonce: 'n' }, 200],
  ])('%s', async (_, claims, status) => {
    expect((await ask(dashboard, await issuer.token(claims))).status).toBe(status);
  });
});

describe("tokens as Cognito's", () => {
  let issuer: TokenIssuer;
  let dashboard: TestDashboard;
  beforeAll(async () => {
    issuer = await startTokenIssuer('client_id');
    const roles = { OIDC_ROLES_CLAIM: 'cognito:groups' };
    const environment = { ...issuer.environment, ...roles };
    dashboard = await startDashboard(dynamodb.endpoint, tableName, environment);
  });
  afterAll(async () => {
    await dashboard.stop();
    await issuer.stop();
  });

  const CLAIMS = {
    ...{ aud: undefined, client_id: AUDIENCE, token_use: 'access' },
    ...{ roles: undefined, 'cognito:groups': ['operator'] },
  };

  it.each([
    ['are taken for access', {}, 200],
    ['are refused when they are ID tokens', { aud: AUDIENCE, token_use: 'id' }, 401],
    ['are refused for another client', { client_id: 'other' }, 401],
    ['are refused without a client', { client_id: undefined }, 401],
    ['are forbidden without the group', { 'cognito:groups': ['viewers'] }, 403],
  ])('%s', async (_, claims, status) => {
    const token = await issuer.token({ ...CLAIMS, ...claims });
    expect((await ask(dashboard, token)).status).toBe(status);
  });
});

describe('without an issuer', () => {
  let dashboard: TestDashboard;
  beforeAll(async () => {
    dashboard = await startDashboard(dynamodb.endpoint, tableName);
  });
  afterAll(() => dashboard.stop());

  it('reading is public and what needs a role is closed, and says why', async () => {
    for (const headers of [{}, { authorization: 'Bearer abc' }]) {
      const response = await dashboard.get(PATH, { headers });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({
        detail: 'This is closed: no issuer is configured that could say who you are.',
      });
    }
    expect((await dashboard.get('/')).status).toBe(200);
    expect((await dashboard.get('/sign-in')).status).toBe(404);
  });
});
