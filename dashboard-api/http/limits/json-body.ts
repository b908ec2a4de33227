import { HttpException } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import { json } from 'express';

/** A call's few fields fit many times over. */
const MAX_BYTES = 16_384;

/** What a caller is told of a body that is not read; the parser's own words say what it was doing. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The body is not what its header fields say.',
  413: 'The body is too large.',
  415: 'The body is in an encoding or a character set that is not read here.',
};

const parseJson = json({ limit: MAX_BYTES, type: ['application/json', 'application/*+json'] });

const inOurWords = (error: unknown): unknown => {
  const { status } = (error ?? {}) as { status?: number };
  const detail = status === undefined ? undefined : REFUSALS[status];
  return detail === undefined ? error : new HttpException(detail, status!, { cause: error });
};

const announcesTooMuch = ({ headers }: Request): boolean =>
  Number(headers['content-length'] ?? 0) > MAX_BYTES;

/** Reads the JSON body of what is not just reading: bounded, whatever length the caller announces. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  if (announcesTooMuch(request)) {
    // The parser would wait for all of it before it said so; so would this connection's next request.
    response.setHeader('Connection', 'close');
    return next(new HttpException(REFUSALS[413]!, 413));
  }
  void parseJson(request, response, (error?: unknown) => next(inOurWords(error)));
};
