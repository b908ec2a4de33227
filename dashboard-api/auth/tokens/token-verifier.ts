import { Injectable, Logger } from '@nestjs/common';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { IssuerSettings } from '../../config/auth-settings.ts';
import { Issuer } from '../issuer.ts';
import type { Visitor } from '../visitor.ts';
import { nameIn, rolesIn } from '../visitor.ts';

/** A token that is not to be trusted; the message tells its holder why, the code a log. */
export class TokenError extends Error {
  override readonly name = 'TokenError';

  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** Signatures only the issuer can make: what shares a secret, or has none, stays out. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
/** Seconds by which clocks may differ. */
const TOLERANCE = 5;
const JWKS_TIMEOUT_MS = 3000;

/** Kinds of errors a token causes; others are the key set's. */
const OF_THE_TOKEN = [
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSENotSupported,
];

const REASONS: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: 'The token has expired.',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'The token was not made for this, or not for now.',
  ERR_JOSE_ALG_NOT_ALLOWED: 'The token is signed in a way that is not taken here.',
  ERR_JWKS_NO_MATCHING_KEY: 'The token is signed with a key that the issuer does not have.',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'The signature of the token is not right.',
};

const tokenError = (error: errors.JOSEError): TokenError =>
  new TokenError(REASONS[error.code] ?? 'The token is not one that can be read.', error.code);

/** Cognito's access tokens name the client; its ID tokens are for the client alone and no proof here. */
const checkClient = ({ client_id, token_use }: JWTPayload, audiences: readonly string[]): void => {
  if (token_use === 'access' && audiences.includes(String(client_id))) return;
  throw new TokenError(REASONS['ERR_JWT_CLAIM_VALIDATION_FAILED']!, 'client_id');
};

/** Claims of ID tokens alone (OpenID Connect Core 2 and 3.3.2.11). */
const OF_ID_TOKENS = ['nonce', 'at_hash', 'c_hash'];

/** Where tokens are for the client itself, its ID tokens would pass for access tokens: they are told apart by what they say. */
const checkKind = (claims: JWTPayload, clientId: string | undefined): void => {
  const isForClient = clientId !== undefined && [claims.aud].flat().includes(clientId);
  if (!isForClient || !OF_ID_TOKENS.some((name) => name in claims)) return;
  throw new TokenError(REASONS['ERR_JWT_CLAIM_VALIDATION_FAILED']!, 'id_token');
};

/** Verifies bearer tokens against the keys that their issuer publishes. */
@Injectable()
export class TokenVerifier {
  private readonly logger = new Logger(TokenVerifier.name);
  private keys: { of: string; get: JWTVerifyGetKey } | undefined;

  constructor(private readonly issuer: Issuer) {}

  /**
   * @throws TokenError when the token proves nothing; DependencyError when the issuer's keys cannot be read
   */
  async verify(token: string, settings: IssuerSettings): Promise<Visitor> {
    try {
      const claims = await this.claimsOf(token, settings);
      return { name: nameIn(claims), roles: rolesIn(claims, settings.rolesClaim), formToken: null };
    } catch (error) {
      const refusal = error instanceof errors.JOSEError ? tokenError(error) : error;
      if (refusal instanceof TokenError) {
        this.logger.warn({ event: 'token_refused', code: refusal.code });
      }
      throw refusal;
    }
  }

  private async claimsOf(token: string, settings: IssuerSettings): Promise<JWTPayload> {
    const { audiences, audienceClaim } = settings;
    if (audiences.length === 0) throw new TokenError('No tokens are taken here.', 'no_audience');
    const metadata = (await this.issuer.describe(settings)).serverMetadata();
    const { payload } = await jwtVerify(token, this.keysAt(metadata.jwks_uri), {
      issuer: metadata.issuer,
      algorithms: ALGORITHMS,
      clockTolerance: TOLERANCE,
      requiredClaims: ['exp', 'sub'],
      ...(audienceClaim === 'aud' ? { audience: [...audiences] } : {}),
    });
    if (audienceClaim === 'client_id') checkClient(payload, audiences);
    else checkKind(payload, settings.signIn?.clientId);
    return payload;
  }

  /** Keys are kept for ten minutes, and read again for one that is new, every 30 s at most. */
  private keysAt(address = ''): JWTVerifyGetKey {
    if (this.keys?.of !== address) {
      const url = URL.parse(address);
      if (url === null) throw this.issuer.unavailable(new Error('It names no jwks_uri'));
      const options = { timeoutDuration: JWKS_TIMEOUT_MS };
      this.keys = { of: address, get: this.named(createRemoteJWKSet(url, options)) };
    }
    return this.keys.get;
  }

  /** Tells what is wrong with the keys from what is wrong with a token. */
  private named(keys: JWTVerifyGetKey): JWTVerifyGetKey {
    return async (header, token) => {
      try {
        return await keys(header, token);
      } catch (error) {
        if (OF_THE_TOKEN.some((kind) => error instanceof kind)) throw error;
        throw this.issuer.unavailable(error);
      }
    };
  }
}
