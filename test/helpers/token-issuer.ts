import type { JWTHeaderParameters, JWTPayload } from 'jose';
import { SignJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { startServer } from './sources.ts';

/** An issuer of tokens that says what a test wants it to. */
export interface TokenIssuer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Environment of a dashboard that trusts it. */
  environment: Record<string, string>;
  /** Claims of a token that an operator would have. */
  claims: () => JWTPayload;
  /** A token with other claims, header or key than an operator's. */
  token: (
    claims?: JWTPayload,
    header?: Partial<JWTHeaderParameters>,
    key?: Parameters<SignJWT['sign']>[0],
  ) => Promise<string>;
  /** Its public key in PEM. */
  publicKey: () => Promise<string>;
  /** How often its keys were asked for. */
  keyRequests: () => number;
  /** What it answers from now on: as it should, with an error, or not at all. */
  answer: (how: 'well' | 'error' | 'never') => void;
  stop: () => Promise<void>;
}

export const AUDIENCE = 'https://launches.example.org/api';
const KID = 'first';

/** @param claim that says for whom a token is */
export const startTokenIssuer = async (claim = 'aud'): Promise<TokenIssuer> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: KID, use: 'sig', alg: 'ES256' };
  let how: 'well' | 'error' | 'never' = 'well';
  const server = await startServer((request, response) => {
    if (how === 'never') return;
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer: server.url, jwks_uri: `${server.url}/keys` },
      '/keys': { keys: [jwk] },
    };
    const document = documents[request.url ?? ''];
    const status = how === 'error' ? 500 : document === undefined ? 404 : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  const claims = (): JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: server.url,
      sub: 'ada',
      aud: AUDIENCE,
      iat: now,
      exp: now + 300,
      roles: ['operator'],
    };
  };
  return {
    url: server.url,
    environment: {
      OIDC_ISSUER: server.url,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_AUDIENCE_CLAIM: claim,
    },
    claims,
    token: (other = {}, header = {}, key = privateKey) =>
      new SignJWT({ ...claims(), ...other })
        .setProtectedHeader({ alg: 'ES256', kid: KID, ...header })
        .sign(key),
    publicKey: () => exportSPKI(publicKey),
    keyRequests: () => server.requests.filter(({ url }) => url === '/keys').length,
    answer: (next) => {
      how = next;
    },
    stop: server.close,
  };
};
