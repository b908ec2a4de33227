import { stdSerializers } from 'pino';

/** Names of fields that no log line holds, as they are written in header fields, tokens and forms. */
const SECRETS: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'token',
  'access_token',
  'id_token',
  'refresh_token',
  'client_secret',
  'code_verifier',
  'form_token',
  'x-form-token',
  'x-origin-verify',
]);

/** Objects in objects that are looked into; what lies deeper is not written by the logger either. */
const DEEPEST = 5;

type Fields = Record<string, unknown>;

/** What an object says itself of how it is written, as dates and URLs do; an error as loggers write it. */
const written = (value: object): unknown => {
  if (value instanceof Error) return stdSerializers.err(value);
  const { toJSON } = value as { toJSON?: () => unknown };
  return typeof toJSON === 'function' ? toJSON.call(value) : value;
};

const clean = (given: unknown, depth: number): unknown => {
  if (given === null || typeof given !== 'object') return given;
  const value = written(given);
  if (value === null || typeof value !== 'object') return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  const cleaned: Fields = {};
  for (const [name, inner] of Object.entries(value)) {
    if (!SECRETS.has(name.toLowerCase())) cleaned[name] = clean(inner, depth + 1);
  }
  return cleaned;
};

/** Fields of a log line without those that are secrets, should somebody log a whole request, error or answer. */
export const withoutSecrets = (fields: object): Fields => clean(fields, 0) as Fields;
