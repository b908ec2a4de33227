import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Environment } from '../../config/environment.ts';
import type { Visitor } from '../visitor.ts';
import { SealedCookie } from './sealed-cookie.ts';

/** A working day; what the issuer takes away meanwhile is gone by the next one. */
const SESSION_SECONDS = 8 * 3600;

type Session = { name: string; roles: string[]; formToken: string };

/** Sessions of people who signed in by browser; each is in its own cookie. */
@Injectable()
export class Sessions {
  private readonly cookie: SealedCookie<Session> | undefined;

  constructor({ auth }: Environment) {
    const signIn = auth.issuer?.signIn;
    this.cookie = signIn && new SealedCookie('session', SESSION_SECONDS, signIn);
  }

  /** Who is signed in; null for everybody else, and where nobody can. */
  async read(request: Request): Promise<Visitor | null> {
    const session = await this.cookie?.read(request);
    if (session == null) return null;
    const { name, roles, formToken } = session;
    return { name, roles, formToken };
  }

  async begin(response: Response, person: Pick<Visitor, 'name' | 'roles'>): Promise<void> {
    const formToken = randomBytes(24).toString('base64url');
    await this.cookie?.write(response, { ...person, roles: [...person.roles], formToken });
  }

  end(response: Response): void {
    this.cookie?.clear(response);
  }
}
