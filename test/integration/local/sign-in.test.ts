import { describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { startDevelopmentIssuer } from '../../../local/sign-in/issuer.ts';
import { LocalError } from '../../../local/terminal.ts';

const ORIGINS = ['http://127.0.0.1:3000'];

const statusFor = (url: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${url}/.well-known/openid-configuration`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });

describe('the development issuer', () => {
  it.each([
    { NODE_ENV: 'production' },
    { ENVIRONMENT: 'prod' },
    { ENVIRONMENT: 'staging', NODE_ENV: 'development' },
  ])('does not start with %j', async (variables) => {
    await expect(startDevelopmentIssuer(ORIGINS, variables)).rejects.toThrow(LocalError);
  });

  it('answers this machine alone, by the name it gave itself', async () => {
    const issuer = await startDevelopmentIssuer(ORIGINS, { ENVIRONMENT: 'dev' });
    const { host, port } = new URL(issuer.url);
    expect(await statusFor(issuer.url, host)).toBe(200);
    expect(await statusFor(issuer.url, `rebound.example:${port}`)).toBe(421);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) {
      await expect(statusFor(`http://${address}:${port}`, host)).rejects.toThrow(/ECONNREFUSED/);
    }
    await issuer.stop();
  });

  it('sends nobody back to another site, and wants PKCE', async () => {
    const issuer = await startDevelopmentIssuer(ORIGINS, {});
    const ask = async (parameters: Record<string, string>): Promise<Response> =>
      fetch(
        `${issuer.url}/auth?${new URLSearchParams({
          ...{ client_id: 'dashboard', response_type: 'code', scope: 'openid' },
          ...{ redirect_uri: `${ORIGINS[0]}/sign-in/callback`, ...parameters },
        })}`,
        { redirect: 'manual' },
      );
    const elsewhere = await ask({ redirect_uri: 'https://evil.example/sign-in/callback' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
    const location = (await ask({})).headers.get('location') ?? '';
    expect(location).toMatch(/error=invalid_request.*PKCE|code_challenge/);
    await issuer.stop();
  });

  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es', '¿Quién eres?'],
    ['fr,en;q=0.8', 'en', 'Who are you?'],
    ['fr', 'en', 'Who are you?'],
  ])('asks a browser that prefers %s in %s', async (preferred, language, question) => {
    const issuer = await startDevelopmentIssuer(ORIGINS, {});
    const parameters = new URLSearchParams({
      ...{ client_id: 'dashboard', response_type: 'code', scope: 'openid' },
      redirect_uri: `${ORIGINS[0]}/sign-in/callback`,
      ...{ code_challenge: 'c'.repeat(43), code_challenge_method: 'S256' },
    });
    const asked = await fetch(`${issuer.url}/auth?${parameters}`, { redirect: 'manual' });
    const place = new URL(asked.headers.get('location') ?? '', issuer.url);
    const cookie = asked.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const headers = { cookie, 'accept-language': preferred };
    const html = await (await fetch(place, { headers })).text();
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1>${question}</h1>`);
    await issuer.stop();
  });
});
