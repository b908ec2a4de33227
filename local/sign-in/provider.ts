import { randomBytes } from 'node:crypto';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import Provider from 'oidc-provider';
import { exportJWK, generateKeyPair } from 'jose';
import { languageOf, signOutPage } from './choose-page.ts';
import { AUDIENCE, CLIENT_ID } from './client.ts';
import { MemoryAdapter } from './memory-adapter.ts';
import { personOf } from './people.ts';

const SIGNED_BY = 'ES256';
const HOUR = 3600;

const clientOf = (origins: readonly string[]) => ({
  client_id: CLIENT_ID,
  token_endpoint_auth_method: 'none' as const,
  redirect_uris: origins.map((origin) => `${origin}/sign-in/callback`),
  post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
  id_token_signed_response_alg: SIGNED_BY as 'ES256',
});

/** The dashboard is the only client and ours: it is granted what it asks for. */
const grantAll = async (ctx: KoaContextWithOIDC) => {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
};

const findAccount: Configuration['findAccount'] = (_ctx, id) => {
  const person = personOf(id);
  if (person === undefined) return undefined;
  const { name, roles } = person;
  return { accountId: id, claims: () => ({ sub: id, name, roles: [...roles] }) };
};

/** Access tokens are JWTs, as those of the issuers this stands for. */
const resources = {
  enabled: true,
  defaultResource: () => AUDIENCE,
  useGrantedResource: () => true,
  getResourceServerInfo: () => ({
    scope: '',
    audience: AUDIENCE,
    accessTokenFormat: 'jwt' as const,
    jwt: { sign: { alg: SIGNED_BY as 'ES256' } },
  }),
};

/**
 * An OpenID Connect issuer that forgets everything when it ends.
 * @param issuer its address
 * @param origins addresses of the dashboard
 * @param interactionPath where somebody is asked who they are, followed by the id of the question
 */
export const createProvider = async (
  issuer: string,
  origins: readonly string[],
  interactionPath: string,
): Promise<Provider> => {
  const { privateKey } = await generateKeyPair(SIGNED_BY, { extractable: true });
  return new Provider(issuer, {
    adapter: MemoryAdapter,
    clients: [clientOf(origins)],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: SIGNED_BY, use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub', 'roles'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount,
    loadExistingGrant: grantAll,
    pkce: { required: () => true },
    responseTypes: ['code'],
    interactions: { url: (_ctx, { uid }) => `${interactionPath}${uid}` },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'text';
      ctx.body = `${error}: ${error_description ?? ''}`;
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: resources,
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(form, languageOf(ctx.get('accept-language')));
        },
      },
    },
    ttl: {
      ...{ AccessToken: HOUR, IdToken: HOUR, Grant: HOUR },
      ...{ Interaction: HOUR, Session: 8 * HOUR, AuthorizationCode: 60 },
    },
  });
};
