import {
  BadRequestException,
  PayloadTooLargeException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import { json, urlencoded } from 'express';
import { InvalidParametersError } from '../errors.ts';

/** Bytes; far more than the few fields of any form or call here. */
const LIMIT = 16_384;

const tooLarge = () => new PayloadTooLargeException('The body is larger than 16 KiB.');

const ERRORS: Readonly<Record<string, () => Error>> = {
  'entity.too.large': tooLarge,
  'entity.parse.failed': () =>
    new InvalidParametersError([{ field: 'body', message: 'is not JSON' }]),
  'charset.unsupported': () => new UnsupportedMediaTypeException('The body must be UTF-8.'),
  'encoding.unsupported': () => new UnsupportedMediaTypeException('The body must not be encoded.'),
};

const bodyError = (error: unknown): Error =>
  (
    ERRORS[(error as { type?: string }).type ?? ''] ??
    (() => new BadRequestException('The body could not be read.'))
  )();

/** Every body is of this kind; none at all is an empty one. */
const only =
  (type: string, parse: RequestHandler): RequestHandler =>
  (request, response, next) => {
    if (announcesTooMuch(request)) {
      // The parser would wait for all of it before it said so; so would this connection's next request.
      response.setHeader('Connection', 'close');
      return next(tooLarge());
    }
    void parse(request, response, (error?: unknown) => {
      if (error !== undefined) return next(bodyError(error));
      if (request.body === undefined && hasBody(request.headers)) {
        return next(new UnsupportedMediaTypeException(`The body must be ${type}.`));
      }
      request.body ??= {};
      next();
    });
  };

const announcesTooMuch = ({ headers }: Request): boolean =>
  Number(headers['content-length'] ?? 0) > LIMIT;

const hasBody = (headers: Readonly<Record<string, unknown>>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Reads the JSON body of a call. */
export const readJson = only('application/json', json({ limit: LIMIT, inflate: false }));

/** Reads the fields of a form. */
export const readForm = only(
  'application/x-www-form-urlencoded',
  urlencoded({ limit: LIMIT, inflate: false, extended: false }),
);
