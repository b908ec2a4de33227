import type { NestMiddleware } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Environment } from '../config/environment.ts';
import { ErrorPages } from '../http/error-pages.ts';
import { putMethod } from '../http/put-method.ts';
import { signInLink } from './sign-in/links.ts';
import { Visitors } from './visitors.ts';

/** What says that the site is up, and its looks: open to everybody, and it makes no difference who asks. */
const NOBODYS = /^\/(health|liveness|readiness|assets|favicon\.svg|robots\.txt)(\/|$)/;
/** What signing in needs: open to everybody, too, whatever is configured. */
const OPEN = /^\/(sign-in|sign-out|preferences)(\/|$)/;
/** Answers of these are the same for whoever may have them. */
const ALIKE = /^\/(api|docs-json)(\/|$)/i;

const pathOf = (request: Request): string => request.originalUrl.split('?')[0]!;

/** Keeps an answer out of every cache, whatever its handler says. */
const keepPrivate = (response: Response): void => {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
  putMethod(response, 'writeHead', (...args) => {
    response.setHeader('Cache-Control', 'private, no-store');
    return writeHead(...args);
  });
};

/** Recognizes who is signed in and, where reading needs that, keeps everybody else out. */
@Injectable()
export class AccessMiddleware implements NestMiddleware {
  constructor(
    private readonly environment: Environment,
    private readonly visitors: Visitors,
    private readonly pages: ErrorPages,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const path = pathOf(request);
    if (NOBODYS.test(path)) return next();
    const isSomebody = await this.visitors.recognize(request);
    const isClosed = this.environment.auth.reading === 'sign-in' && !OPEN.test(path);
    if (isClosed || (isSomebody && !ALIKE.test(path))) keepPrivate(response);
    if (isClosed && !isSomebody && this.sendsToSignIn(request)) {
      response.redirect(303, signInLink(request.originalUrl));
      return;
    }
    if (isClosed) {
      response.vary('Authorization, Cookie');
      await this.visitors.require(request, response);
    }
    next();
  }

  /**
   * A person who opens a page is taken to the sign-in. Who comes from a page of ours is told instead that the
   * session is over: browsers let no form of ours end up at the issuer (CSP `form-action`).
   */
  private sendsToSignIn(request: Request): boolean {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const canSignIn = this.environment.auth.issuer?.signIn !== undefined;
    const isFromOutside = request.get('sec-fetch-site') !== 'same-origin';
    const isPage = this.pages.pageFor(request) !== null;
    return isReading && canSignIn && isFromOutside && isPage;
  }
}
