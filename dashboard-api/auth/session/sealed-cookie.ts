import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import type { JWTPayload } from 'jose';
import type { BrowserSignIn } from '../../config/auth-settings.ts';
import { Seals } from './seals.ts';

export const isSecure = ({ origins }: BrowserSignIn): boolean =>
  origins.every(({ protocol }) => protocol === 'https:');

/** The prefix makes browsers refuse the cookie from another host, another path or without TLS. */
export const cookieName = (name: string, signIn: BrowserSignIn): string =>
  isSecure(signIn) ? `__Host-${name}` : name;

/** A cookie whose content is sealed, out of reach of scripts and of requests that other sites make. */
export class SealedCookie<T extends JWTPayload> {
  private readonly name: string;
  private readonly options: CookieOptions;
  private readonly seals: Seals;

  /** @param seconds how long it is kept */
  constructor(
    private readonly purpose: string,
    private readonly seconds: number,
    signIn: BrowserSignIn,
  ) {
    this.name = cookieName(purpose, signIn);
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(signIn) };
    this.seals = new Seals(signIn.sessionSecrets);
  }

  /** What is in it, and until when (seconds since 1970); null when there is none, or none that can be opened. */
  async read(request: Request): Promise<(T & { exp: number }) | null> {
    const sealed = parseCookie(request.headers.cookie ?? '')[this.name];
    if (!sealed) return null;
    return (await this.seals.open(sealed, this.purpose)) as (T & { exp: number }) | null;
  }

  async write(response: Response, content: T): Promise<void> {
    const sealed = await this.seals.seal(content, this.purpose, this.seconds);
    response.cookie(this.name, sealed, { ...this.options, maxAge: this.seconds * 1000 });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }
}
