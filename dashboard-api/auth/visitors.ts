import { Injectable, UnauthorizedException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { TableError } from '../../domain/launches/repository/errors.ts';
import { Issuer } from './issuer.ts';
import { Sessions } from './session/sessions.ts';
import { TokenError, TokenVerifier } from './tokens/token-verifier.ts';
import type { Visitor } from './visitor.ts';

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;
const REALM = 'Bearer realm="spacex-dashboard"';
const CLOSED = 'This is closed: no issuer is configured that could say who you are.';

/** Says how to prove who one is (RFC 6750, 3). */
const challenge = (response: Response, error?: TokenError): void => {
  const details = error && `, error="invalid_token", error_description="${error.message}"`;
  response.setHeader('WWW-Authenticate', `${REALM}${details ?? ''}`);
};

/** Tells who makes a request: a program by its token, a person by their session. */
@Injectable()
export class Visitors {
  private readonly signedIn = new WeakMap<Request, Visitor>();
  /** Why nobody can tell whether the session of a request was ended. */
  private readonly doubts = new WeakMap<Request, TableError>();

  constructor(
    private readonly issuer: Issuer,
    private readonly tokens: TokenVerifier,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Opens the session of a request once; from then on {@link person} knows it.
   * @returns whether somebody makes the request, or may: while the table is gone nobody can tell
   */
  async recognize(request: Request): Promise<boolean> {
    try {
      const visitor = await this.sessions.read(request);
      if (visitor !== null) this.signedIn.set(request, visitor);
      return visitor !== null;
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      this.doubts.set(request, error);
      return true;
    }
  }

  /** From here on the request is nobody's: its session is over. */
  forget(request: Request): void {
    this.signedIn.delete(request);
  }

  /** Who is signed in by browser, as far as anybody can tell. */
  person(request: Request): Visitor | null {
    return this.signedIn.get(request) ?? null;
  }

  /** The same for sure. @throws TableError when nobody can tell */
  certainPerson(request: Request): Visitor | null {
    const doubt = this.doubts.get(request);
    if (doubt !== undefined) throw doubt;
    return this.person(request);
  }

  /**
   * Who makes a request that not everybody may make.
   * @throws UnauthorizedException when nobody says, or says it with a token that proves nothing;
   * DependencyError or TableError when that cannot be found out
   */
  async require(request: Request, response: Response): Promise<Visitor> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(authorization, response);
    const person = this.certainPerson(request);
    if (person !== null) return person;
    challenge(response);
    throw new UnauthorizedException(this.issuer.settings ? 'Sign in, or send a token.' : CLOSED);
  }

  private async byToken(authorization: string, response: Response): Promise<Visitor> {
    const { settings } = this.issuer;
    try {
      if (settings === undefined) throw new TokenError(CLOSED, 'no_issuer');
      const [, token] = BEARER.exec(authorization) ?? [];
      if (token === undefined) throw new TokenError('There is no bearer token.', 'no_bearer');
      return await this.tokens.verify(token, settings);
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      challenge(response, error);
      throw new UnauthorizedException(error.message);
    }
  }
}
