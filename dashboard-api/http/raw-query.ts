import { parse } from 'node:querystring';
import type { RequestHandler } from 'express';
import type { FieldError } from '../errors.ts';
import { InvalidParametersError } from '../errors.ts';

/** Reads every parameter there is: Node's own limit of 1,000 would hide the others from the checks. */
export const parseQuery = (text: string): Record<string, unknown> =>
  parse(text, '&', '=', { maxKeys: 0 });

const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
};

const undecodable = (pair: string): FieldError[] =>
  isDecodable(pair)
    ? []
    : [{ field: pair.split('=')[0]!, message: 'is not percent-encoded UTF-8' }];

/** Rejects a query that cannot be decoded; a lenient parser would search for replacement characters. */
export const rejectUndecodable: RequestHandler = (request, _response, next) => {
  const query = request.originalUrl.split('?').slice(1).join('?');
  const errors = query.split('&').flatMap(undecodable);
  next(errors.length > 0 ? new InvalidParametersError(errors) : undefined);
};
