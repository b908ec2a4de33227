import { isDeepStrictEqual } from 'node:util';
import { isUtcDay } from '../../../domain/launches/dates.ts';
import type { Schema, Schemas } from './document.ts';
import { resolveSchema } from './document.ts';

type Check = (schema: Schema, value: unknown, at: string) => string[];

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isUtcDay,
  'date-time': (text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)),
  'uri-reference': (text) => URL.canParse(text, 'http://localhost'),
};

/** They say something to a reader, nothing of a value. */
const ANNOTATIONS = ['description', 'example', 'default', 'title'];
const KEYWORDS = new Set([
  ...ANNOTATIONS,
  ...['$ref', 'anyOf', 'type', 'enum', 'format', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'properties', 'required', 'items'],
]);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

const isOfType = (type: string, value: unknown): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;

const when = (isWrong: boolean, message: string): string[] => (isWrong ? [message] : []);

const checkKeywords = (schema: Schema): void => {
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  // A keyword that is not checked would let every value pass.
  if (unknown.length > 0) throw new Error(`Schema keywords not checked here: ${unknown.join()}`);
};

const checkType: Check = ({ type, enum: choices }, value, at) => {
  const types = [type ?? []].flat();
  const isWrong = types.length > 0 && !types.some((one) => isOfType(one, value));
  return [
    ...when(isWrong, `${at} is ${typeOf(value)}, not ${types.join(' or ')}`),
    ...when(
      choices !== undefined && !choices.some((choice) => isDeepStrictEqual(choice, value)),
      `${at} is none of ${JSON.stringify(choices)}`,
    ),
  ];
};

const checkText: Check = (schema, value, at) => {
  if (typeof value !== 'string') return [];
  const { format, pattern, minLength = 0, maxLength = Infinity } = schema;
  const isFormat = format === undefined ? () => true : FORMATS[format];
  if (isFormat === undefined) throw new Error(`Format not checked here: ${format}`);
  const length = [...value].length;
  return [
    ...when(!isFormat(value), `${at} is no ${format}`),
    ...when(pattern !== undefined && !new RegExp(pattern, 'u').test(value), `${at}: ${pattern}`),
    ...when(length < minLength || length > maxLength, `${at} has ${length} characters`),
  ];
};

const checkNumber: Check = ({ minimum = -Infinity, maximum = Infinity }, value, at) =>
  when(
    typeof value === 'number' && (value < minimum || value > maximum),
    `${at} is not from ${minimum} to ${maximum}`,
  );

/**
 * How a value differs from a schema of the OpenAPI document, empty when it fits. An object may have no property
 * that its schema does not name: a reader of the document would not know of it.
 * @throws Error on what of a schema is not checked here
 */
export const schemaViolations = (
  schemas: Schemas,
  schema: Schema,
  value: unknown,
  at = '$',
): string[] => {
  checkKeywords(schema);
  const within = (part: Schema, one: unknown, name: string): string[] =>
    schemaViolations(schemas, part, one, name);
  if (schema.$ref !== undefined) return within(resolveSchema(schemas, schema), value, at);
  if (schema.anyOf !== undefined) {
    const attempts = schema.anyOf.map((one) => within(one, value, at));
    return attempts.some(({ length }) => length === 0) ? [] : attempts.flat();
  }
  const checks = [checkType, checkText, checkNumber].flatMap((check) => check(schema, value, at));
  if (Array.isArray(value) && schema.items !== undefined) {
    const { items } = schema;
    return [...checks, ...value.flatMap((one, index) => within(items, one, `${at}[${index}]`))];
  }
  return typeOf(value) === 'object'
    ? [...checks, ...checkProperties(schema, value as object, at, within)]
    : checks;
};

const checkProperties = (
  { properties = {}, required = [] }: Schema,
  value: object,
  at: string,
  within: Check,
): string[] => [
  ...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${at}.${name} lacks`),
  ...Object.entries(value).flatMap(([name, one]) =>
    Object.hasOwn(properties, name)
      ? within(properties[name]!, one, `${at}.${name}`)
      : [`${at}.${name} is not in the document`],
  ),
];
