import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { EndedSessions } from '../../../domain/access/ended-sessions.ts';
import { Environment } from '../../config/environment.ts';
import type { Visitor } from '../visitor.ts';
import { SealedCookie } from './sealed-cookie.ts';

/** A working day; what the issuer takes away meanwhile is gone by the next one. */
const SESSION_SECONDS = 8 * 3600;

type Session = { id: string; name: string; roles: string[]; formToken: string };

/** Sessions of people who signed in by browser; each is in its own cookie, and those that were ended are in the table. */
@Injectable()
export class Sessions {
  private readonly cookie: SealedCookie<Session> | undefined;

  constructor(
    { auth }: Environment,
    private readonly ended: EndedSessions,
  ) {
    const signIn = auth.issuer?.signIn;
    this.cookie = signIn && new SealedCookie('session', SESSION_SECONDS, signIn);
  }

  /**
   * Who is signed in; null for everybody else, and where nobody can.
   * @throws TableError when it cannot be found out whether the session was ended
   */
  async read(request: Request): Promise<Visitor | null> {
    const session = await this.cookie?.read(request);
    // Cookies of before sessions had ids are none.
    if (session?.id === undefined || (await this.ended.has(session.id))) return null;
    const { name, roles, formToken } = session;
    return { name, roles, formToken };
  }

  async begin(response: Response, person: Pick<Visitor, 'name' | 'roles'>): Promise<void> {
    const session = { id: randomUUID(), formToken: randomBytes(24).toString('base64url') };
    await this.cookie?.write(response, { ...person, roles: [...person.roles], ...session });
  }

  /**
   * Ends a session for good: from then on no copy of its cookie is of use, at any task.
   * @throws TableError when that cannot be; then it goes on
   */
  async end(request: Request, response: Response): Promise<void> {
    const session = await this.cookie?.read(request);
    if (session != null) await this.ended.add(session.id, session.exp);
    this.cookie?.clear(response);
  }
}
