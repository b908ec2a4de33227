import { createHash } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { putMethod } from './put-method.ts';

export const quoteTag = (tag: string): string => `"${tag}"`;

/** A strong entity tag: equal for equal bytes, in every process. */
export const etagOf = (body: string | Buffer): string =>
  quoteTag(createHash('sha256').update(body).digest('base64url').slice(0, 22));

/** Marks the tag of a body that was compressed on its way: other bytes, so another tag (RFC 9110, 8.8.3.3). */
const CODING = /-(br|gzip|deflate)"/g;

/** The tag of the body that one of its compressed forms was made of. */
export const untaggedCoding = (tag: string): string => tag.replace(CODING, '"');

const withCoding = (tag: string, coding: string): string => `${tag.slice(0, -1)}-${coding}"`;

/**
 * The tag of a body that a caller holds, as the caller names it: of the body itself, or of one of its compressed forms.
 * @param held If-None-Match of the request
 * @returns null when it holds none of them
 */
export const heldTag = (held: string | undefined, tag: string): string | null => {
  if (held === undefined || tag === '') return null;
  if (held.trim() === '*') return tag;
  const tags = held.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.find((one) => untaggedCoding(one) === tag) ?? null;
};

const finalTag = (response: Response, held: string): string | undefined => {
  const tag = response.getHeader('ETag');
  if (typeof tag !== 'string' || tag.startsWith('W/')) return undefined;
  // A 304 repeats the tag the caller holds.
  if (response.statusCode === 304) return heldTag(held, tag) ?? tag;
  const coding = response.getHeader('Content-Encoding');
  return typeof coding === 'string' ? withCoding(tag, coding) : undefined;
};

/**
 * Gives each compressed form of a body a strong tag of its own, and takes all of them for the body's
 * in If-None-Match. Must come before what compresses.
 */
export const encodingTags: RequestHandler = (
  request: Request,
  response: Response,
  next: NextFunction,
) => {
  const held = request.headers['if-none-match'] ?? '';
  if (held !== '') {
    request.headers['if-none-match'] = untaggedCoding(held);
    // fetch() adds no-cache to a conditional request, which is meant for caches and not for an origin.
    delete request.headers['cache-control'];
  }
  response.vary('Accept-Encoding');
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
  putMethod(response, 'writeHead', (...args) => {
    const tag = finalTag(response, held);
    if (tag !== undefined) response.setHeader('ETag', tag);
    return writeHead(...args);
  });
  next();
};
