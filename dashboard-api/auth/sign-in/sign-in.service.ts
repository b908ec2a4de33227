import { BadRequestException, Injectable, Logger } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { BrowserSignIn, IssuerSettings } from '../../config/auth-settings.ts';
import { DependencyError } from '../../errors.ts';
import { Issuer } from '../issuer.ts';
import type { Visitor } from '../visitor.ts';
import { nameIn, rolesIn } from '../visitor.ts';
import { CALLBACK_PATH } from './links.ts';

/** A sign-in under way: what its callback is held to, and where it leads. */
export type Attempt = { state: string; nonce: string; verifier: string; returnTo: string };

/** Settings of an issuer at which people can sign in. */
export type SignInSettings = IssuerSettings & { signIn: BrowserSignIn };

/** Errors that say that the issuer is not there, or not itself. */
const UNREACHABLE = [
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
];

const isRefusal = (error: unknown): error is ClientError =>
  error instanceof AuthorizationResponseError ||
  error instanceof ResponseBodyError ||
  (error instanceof ClientError && !UNREACHABLE.includes(error.code ?? ''));

/** Signs people in at the issuer: authorization code with PKCE, state and nonce (RFC 9700). */
@Injectable()
export class SignInService {
  private readonly logger = new Logger(SignInService.name);

  constructor(private readonly issuer: Issuer) {}

  /**
   * @param origin of this site, as the browser knows it
   * @throws DependencyError when the issuer does not answer
   */
  async begin(
    settings: SignInSettings,
    origin: URL,
    returnTo: string,
  ): Promise<{ location: URL; attempt: Attempt }> {
    const configuration = await this.issuer.describe(settings);
    const attempt = {
      ...{ state: randomState(), nonce: randomNonce(), returnTo },
      verifier: randomPKCECodeVerifier(),
    };
    const location = buildAuthorizationUrl(configuration, {
      redirect_uri: new URL(CALLBACK_PATH, origin).href,
      scope: settings.signIn.scopes,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { location, attempt };
  }

  /**
   * Ends a sign-in with what the issuer sent the browser back with.
   * @throws BadRequestException when it is not the answer to this attempt, or the issuer refuses;
   * DependencyError when it does not answer
   */
  async complete(
    settings: SignInSettings,
    callback: URL,
    { state, nonce, verifier }: Attempt,
  ): Promise<Pick<Visitor, 'name' | 'roles'>> {
    const configuration = await this.issuer.describe(settings);
    const checks = {
      ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
      idTokenExpected: true,
    };
    const tokens = await this.askIssuer(() =>
      authorizationCodeGrant(configuration, callback, checks),
    );
    const claims = tokens.claims() ?? {};
    return { name: nameIn(claims), roles: rolesIn(claims, settings.rolesClaim) };
  }

  /** Where the issuer's own session ends; null when it has no such place, or does not answer. */
  async endOfSession(settings: SignInSettings, origin: URL): Promise<URL | null> {
    try {
      return endSessionUrl(await this.issuer.describe(settings), new URL('/', origin).href);
    } catch (error) {
      // Logged where it was found; here the session is over either way.
      if (error instanceof DependencyError) return null;
      throw error;
    }
  }

  private async askIssuer<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!isRefusal(error)) throw this.issuer.unavailable(error);
      this.logger.warn({ event: 'sign_in_refused', code: error.code });
      throw new BadRequestException('The sign-in was not completed; start again.');
    }
  }
}

/** Cognito knows the place to come back to by another name than the standard. */
const endSessionUrl = (configuration: Configuration, home: string): URL | null =>
  configuration.serverMetadata().end_session_endpoint === undefined
    ? null
    : buildEndSessionUrl(configuration, { post_logout_redirect_uri: home, logout_uri: home });
