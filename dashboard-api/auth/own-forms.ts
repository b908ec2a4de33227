import { createHash, timingSafeEqual } from 'node:crypto';
import { ForbiddenException } from '@nestjs/common';
import type { Request } from 'express';
import type { BrowserSignIn } from '../config/auth-settings.ts';
import type { Visitor } from './visitor.ts';

/** Field of a form, and header of a script, that carries the visitor's token. */
export const FORM_TOKEN_FIELD = 'form_token';
export const FORM_TOKEN_HEADER = 'x-form-token';

/** A browser says where a request comes from; old ones say it by Origin alone. */
const isFromHere = (request: Request, { origins }: BrowserSignIn): boolean => {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  return origins.some(({ origin }) => origin === request.get('origin'));
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const tokenOf = (request: Request): unknown =>
  request.get(FORM_TOKEN_HEADER) ??
  (request.body as Record<string, unknown> | undefined)?.[FORM_TOKEN_FIELD];

/**
 * Makes sure that what a session does was asked for on a page of ours.
 * @throws ForbiddenException when the request is another site's, or lacks the visitor's token
 */
export const requireOwnForm = (
  request: Request,
  { formToken }: Visitor,
  signIn: BrowserSignIn,
): void => {
  if (!isFromHere(request, signIn)) {
    throw new ForbiddenException('Another site may not ask for this.');
  }
  const given = tokenOf(request);
  if (typeof given === 'string' && formToken !== null) {
    if (timingSafeEqual(digest(given), digest(formToken))) return;
  }
  throw new ForbiddenException('The form is too old; load its page again.');
};
