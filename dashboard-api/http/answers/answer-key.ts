import type { Request } from 'express';

/** Answers of these are the same for whoever may have them; all others depend on language and cookies. */
const ALIKE = /^\/(api|docs-json|assets)(\/|\?|$)/;
const OF_PROGRAMS = ['accept-encoding'];
const OF_PEOPLE = ['accept-encoding', 'accept-language', 'cookie'];

/** Names of the header fields that tell answers to one address apart. */
const telling = ({ originalUrl }: Request): readonly string[] =>
  ALIKE.test(originalUrl) ? OF_PROGRAMS : OF_PEOPLE;

/** Equal for requests that one answer serves; null where there is none to be sent again. */
export const answerKey = (request: Request): string | null => {
  const { method, originalUrl, headers } = request;
  if (method !== 'GET' || headers.authorization !== undefined || headers.range !== undefined) {
    return null;
  }
  return [originalUrl, ...telling(request).map((name) => headers[name] ?? '')].join('\n');
};

/** True where the key of a request holds all that its answer says it depends on. */
export const isTold = (request: Request, vary: string): boolean => {
  const names = vary.toLowerCase().split(',');
  return names.every((name) => name.trim() === '' || telling(request).includes(name.trim()));
};
