import type { IncomingMessage } from 'node:http';

/** Answers of these are the same for whoever may have them; all others depend on language and cookies. */
const ALIKE = /^\/(api|docs-json|assets)(\/|\?|$)/;
const OF_PROGRAMS = ['accept-encoding'];
const OF_PEOPLE = ['accept-encoding', 'accept-language', 'cookie'];

/** Names of the header fields that tell answers to one address apart. */
const telling = (url: string): readonly string[] => (ALIKE.test(url) ? OF_PROGRAMS : OF_PEOPLE);

/** Told by a proxy: over TLS, answers say that nothing else is to be used. */
const SCHEME = 'x-forwarded-proto';

/** What is never the same twice, is somebody's own, or is a stream that may take its reader minutes. */
const NEVER =
  /^\/(health|liveness|readiness|sign-in|sign-out|operations|preferences|api\/v1\/(ingestions|launches\.(csv|ndjson)))(\/|\?|$)/;

/** Equal for requests that one answer serves; null where there is none to be sent again. */
export const answerKey = ({ method, url = '', headers }: IncomingMessage): string | null => {
  if (method !== 'GET' || NEVER.test(url)) return null;
  if (headers.authorization !== undefined || headers.range !== undefined) return null;
  const scheme = String(headers[SCHEME] ?? '');
  return telling(url).reduce(
    (key, name) => `${key}\n${String(headers[name] ?? '')}`,
    `${scheme}\n${url}`,
  );
};

/** True where the key of a request holds all that its answer says it depends on. */
export const isTold = ({ url = '' }: IncomingMessage, vary: string): boolean => {
  const names = vary.toLowerCase().split(',');
  return names.every((name) => name.trim() === '' || telling(url).includes(name.trim()));
};
