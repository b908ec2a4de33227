import { isDeepStrictEqual } from 'node:util';
import { isDocument } from '../messages.ts';
import type { Document } from '../messages.ts';
import { BadQuery } from './bad-query.ts';

export type Predicate = (document: Document) => boolean;
type Test = (value: unknown) => boolean;
type Scalar = string | number | boolean;

/** The stored field a query means; one the document lacks is null, as in MongoDB. */
export const fieldValue = (document: Document, field: string): unknown =>
  document[field === '_id' ? 'id' : field] ?? null;

const equals = (operand: unknown): Test => {
  const same = (value: unknown) => isDeepStrictEqual(value, operand ?? null);
  return (value) => same(value) || (Array.isArray(value) && value.some(same));
};

/** MongoDB compares within a type only: text with text (by code point), numbers with numbers. */
const ordered = (operand: unknown, compare: (value: Scalar, operand: Scalar) => boolean): Test => {
  if (!['string', 'number', 'boolean'].includes(typeof operand)) return () => false;
  return (value) => typeof value === typeof operand && compare(value as Scalar, operand as Scalar);
};

const oneOf = (operand: unknown): Test => {
  if (!Array.isArray(operand)) throw new BadQuery('$in needs an array');
  const tests = operand.map(equals);
  return (value) => tests.some((test) => test(value));
};

const OPERATORS: Record<string, (operand: unknown) => Test> = {
  $eq: equals,
  $ne: (operand) => {
    const same = equals(operand);
    return (value) => !same(value);
  },
  $gt: (operand) => ordered(operand, (value, bound) => value > bound),
  $gte: (operand) => ordered(operand, (value, bound) => value >= bound),
  $lt: (operand) => ordered(operand, (value, bound) => value < bound),
  $lte: (operand) => ordered(operand, (value, bound) => value <= bound),
  $in: oneOf,
};

const isOperators = (condition: unknown): condition is Document =>
  isDocument(condition) && Object.keys(condition).some((key) => key.startsWith('$'));

const compileCondition = (condition: unknown): Test => {
  if (!isOperators(condition)) return equals(condition);
  const tests = Object.entries(condition).map(([name, operand]) => {
    if (!Object.hasOwn(OPERATORS, name)) throw new BadQuery(`unknown operator: ${name}`);
    return OPERATORS[name]!(operand);
  });
  return (value) => tests.every((test) => test(value));
};

const compileBranches = (name: string, branches: unknown): Predicate[] => {
  if (!Array.isArray(branches) || branches.length === 0) {
    throw new BadQuery(`${name} must be a nonempty array`);
  }
  return branches.map(compileFilter);
};

const compileEntry = ([key, condition]: [string, unknown]): Predicate => {
  if (key === '$and' || key === '$or') {
    const branches = compileBranches(key, condition);
    return key === '$and'
      ? (document) => branches.every((matches) => matches(document))
      : (document) => branches.some((matches) => matches(document));
  }
  if (key.startsWith('$')) throw new BadQuery(`unknown top level operator: ${key}`);
  const test = compileCondition(condition);
  return (document) => test(fieldValue(document, key));
};

/**
 * Turns a MongoDB filter into a predicate: implicit equality, $eq $ne $gt $gte $lt $lte $in, $and and $or,
 * on fields of the document itself.
 * @throws BadQuery for anything else
 */
export const compileFilter = (query: unknown): Predicate => {
  if (!isDocument(query)) throw new BadQuery('Parameter "filter" to find() must be an object');
  const tests = Object.entries(query).map(compileEntry);
  return (document) => tests.every((matches) => matches(document));
};
