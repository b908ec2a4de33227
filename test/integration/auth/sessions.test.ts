import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Seals } from '../../../dashboard-api/auth/session/seals.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import type { SessionFixture } from './session-fixture.ts';
import {
  API,
  FORM,
  FORM_TOKEN,
  HERE,
  NEW,
  OLD,
  OTTO,
  session,
  signOut,
  startSessionFixture,
} from './session-fixture.ts';

let fixture: SessionFixture;
beforeAll(async () => {
  fixture = await startSessionFixture();
});
afterAll(() => fixture.stop());

describe('a session', () => {
  let dashboard: TestDashboard;
  beforeAll(async () => {
    dashboard = await fixture.start();
  });
  afterAll(() => dashboard.stop());

  const statusWith = async (headers: Record<string, string>, path = API): Promise<number> =>
    (await dashboard.get(path, { headers })).status;

  it('lets an operator see runs, sealed with this key or the one before', async () => {
    expect(await statusWith(await session())).toBe(200);
    expect(await statusWith(await session(OTTO, { secret: OLD }))).toBe(200);
    expect(await statusWith(await session(), '/operations')).toBe(200);
  });

  it('is none when it is over, sealed with another key, for something else, or changed', async () => {
    const { cookie } = await session();
    const others = [
      await session(OTTO, { seconds: -1 }),
      await session(OTTO, { secret: 'elsewhere-'.repeat(4) }),
      await session(OTTO, { purpose: 'sign-in' }),
      { cookie: `${cookie!.slice(0, -4)}AAAA` },
      { cookie: 'session=' },
      { cookie: 'session=a.b.c.d.e' },
      { cookie: cookie!.replace('session=', '__Host-session=') },
      await session({ ...OTTO, id: undefined }),
    ];
    for (const headers of others) expect(await statusWith(headers)).toBe(401);
  });

  it('without the role may read and no more', async () => {
    const vera = await session({ ...OTTO, roles: [] });
    expect(await statusWith(vera)).toBe(403);
    expect(await statusWith(vera, '/operations')).toBe(403);
    expect(await statusWith(vera, '/')).toBe(200);
  });

  it('keeps pages out of caches, and leaves the rest in them', async () => {
    const headers = await session();
    const caching = async (path: string, more = {}) =>
      (await dashboard.get(path, { headers: { ...headers, ...more } })).headers;
    for (const path of ['/', '/launches', '/none', '/operations']) {
      expect((await caching(path)).get('cache-control')).toBe('private, no-store');
      expect((await caching(path)).get('vary')).toContain('Cookie');
    }
    expect((await caching('/api/v1/launches')).get('cache-control')).toMatch(/^public/);
    expect((await dashboard.get('/')).headers.get('cache-control')).toMatch(/^public/);
  });

  const post = async (path: string, more: Record<string, string>, body?: string) =>
    dashboard.get(path, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...(await session()), ...more },
      ...(body === undefined ? {} : { body }),
    });
  const JSON_BODY = { 'content-type': 'application/json' };

  describe.each([
    ['/operations', FORM, `form_token=${FORM_TOKEN}`, ''],
    ['/sign-out', FORM, `form_token=${FORM_TOKEN}`, ''],
  ])('POST %s', (path, type, good, none) => {
    it('is done for a form of ours alone', async () => {
      expect((await post(path, { ...type, ...HERE }, good)).status).not.toBe(403);
      const origin = `http://127.0.0.1:${fixture.port}`;
      expect((await post(path, { ...type, origin }, good)).status).not.toBe(403);
    });

    it.each([
      [{ 'sec-fetch-site': 'cross-site' }],
      [{ 'sec-fetch-site': 'same-site' }],
      [{ 'sec-fetch-site': 'none' }],
      [{ origin: 'https://evil.example' }],
      [{ origin: 'null' }],
      [{}],
    ])('is refused from %j, token or not', async (from: Record<string, string>) => {
      expect((await post(path, { ...type, ...from }, good)).status).toBe(403);
    });

    it('is refused without the token, and with another one', async () => {
      for (const body of [none, 'form_token=', 'form_token=other', 'form_token=a&form_token=b']) {
        expect((await post(path, { ...type, ...HERE }, body)).status).toBe(403);
      }
    });
  });

  it('starts ingestion over the API with the token in a header alone', async () => {
    const headers = { ...JSON_BODY, ...HERE };
    expect((await post(API, headers, '{}')).status).toBe(403);
    expect((await post(API, { ...headers, 'x-form-token': 'other' }, '{}')).status).toBe(403);
    const foreign = { ...JSON_BODY, 'sec-fetch-site': 'cross-site', 'x-form-token': FORM_TOKEN };
    expect((await post(API, foreign, '{}')).status).toBe(403);
    // It is let through, and there is no function to start.
    const own = { ...headers, 'x-form-token': FORM_TOKEN };
    expect((await post(API, own, '{}')).status).toBe(503);
  });

  it('ends with its cookie', async () => {
    const response = await signOut(dashboard, await session());
    expect(response.status).toBe(200);
    expect(response.headers.get('refresh')).toContain(`0; url=${fixture.issuer.url}/session/end?`);
    expect(response.headers.get('set-cookie')).toMatch(/^session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await response.text()).toContain('You are signed out of this site.');
    const nobody = await dashboard.get('/sign-out', { method: 'POST', redirect: 'manual' });
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/']);
  });
});

describe('signing in', () => {
  let dashboard: TestDashboard;
  beforeAll(async () => {
    dashboard = await fixture.start({ PUBLIC_URL: 'https://launches.example.org' });
  });
  afterAll(() => dashboard.stop());

  const go = (path: string, headers: Record<string, string> = {}) =>
    dashboard.get(path, { headers, redirect: 'manual' });

  it('asks the issuer by code with PKCE, state and nonce, and comes back by the configured address', async () => {
    const response = await go('/sign-in', { host: 'evil.example' });
    expect(response.status).toBe(303);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin).toBe(fixture.issuer.url);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: 'https://launches.example.org/sign-in/callback',
    });
  });

  it('sets a cookie that is sealed and for this host by HTTPS alone', async () => {
    const cookie = (await go('/sign-in')).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^__Host-sign-in=[\w.-]+; Max-Age=600; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(cookie).not.toContain('Domain');
  });

  it('leads back to a path of this site and nowhere else', async () => {
    const returnsTo = async (target: string): Promise<unknown> => {
      const response = await go(`/sign-in?return_to=${encodeURIComponent(target)}`);
      const [, sealed = ''] = /=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? [];
      return (await new Seals([NEW]).open(sealed, 'sign-in'))?.['returnTo'];
    };
    expect(await returnsTo('/launches?source=spacex')).toBe('/launches?source=spacex');
    for (const target of ['https://evil.example', '//evil.example', '/\\evil.example', 'evil']) {
      expect(await returnsTo(target)).toBe('/');
    }
  });

  it.each([
    ['without a cookie', '?code=x&state=y', {}],
    ['without a code', '', { state: 'y' }],
    ['with another state', '?code=x&state=other', { state: 'y' }],
    ['with a code of somebody else', `?code=x&state=y&iss=`, { state: 'y' }],
    ['that the issuer refused', '?error=access_denied&state=y&iss=', { state: 'y' }],
  ])('fails %s', async (_, query, attempt: { state?: string }) => {
    const content = { nonce: 'n', verifier: 'v'.repeat(43), returnTo: '/', ...attempt };
    const sealed = await new Seals([NEW]).seal(content, 'sign-in', 60);
    const cookie = attempt.state === undefined ? '' : `__Host-sign-in=${sealed}`;
    const iss = query.endsWith('iss=') ? encodeURIComponent(fixture.issuer.url) : '';
    const response = await go(`/sign-in/callback${query}${iss}`, { cookie, accept: 'text/html' });
    expect(response.status).toBe(400);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-sign-in=; /);
    expect(response.headers.get('set-cookie')).not.toContain('session');
    expect(await response.text()).toContain('The sign-in was not completed.');
  });

  it('says so while the issuer does not answer', async () => {
    const lonely = await fixture.start({ OIDC_ISSUER: 'http://127.0.0.1:9', PORT: '0' });
    const response = await lonely.get('/sign-in', { headers: { accept: 'text/html' } });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Signing in is not possible');
    await lonely.stop();
  });
});

describe('where reading needs a sign-in', () => {
  let dashboard: TestDashboard;
  beforeAll(async () => {
    dashboard = await fixture.start({ AUTH_READING: 'sign-in' });
  });
  afterAll(() => dashboard.stop());

  const ask = (path: string, headers: Record<string, string> = {}) =>
    dashboard.get(path, { redirect: 'manual', headers });

  it.each(['/api/v1/launches', '/api/v1/launches.csv', '/API/v1/statistics/status', '/docs-json'])(
    '%s is closed to programs',
    async (path) => {
      const response = await ask(path, { accept: 'text/html' });
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    },
  );

  it.each(['/', '/launches?source=spacex', '/launches/bulgariasat-1', '/data', '/docs', '/none'])(
    '%s leads to the sign-in',
    async (path) => {
      const response = await ask(path, { accept: 'text/html' });
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(
        `/sign-in?return_to=${encodeURIComponent(path)}`,
      );
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    },
  );

  it.each([
    '/health',
    '/liveness',
    '/readiness',
    '/health/detailed',
    '/favicon.svg',
    '/robots.txt',
  ])('%s stays open', async (path) => {
    expect((await ask(path)).status).toBe(200);
  });

  it('is open to who is signed in, and kept out of caches', async () => {
    const headers = await session({ ...OTTO, roles: [] });
    for (const path of ['/', '/api/v1/launches', '/docs']) {
      const response = await ask(path, headers);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    }
  });
});
