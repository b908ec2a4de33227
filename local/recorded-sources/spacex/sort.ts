import { isDocument } from '../messages.ts';
import type { Document } from '../messages.ts';
import { BadQuery } from './bad-query.ts';
import { fieldValue } from './filter.ts';

type Direction = 1 | -1;
export type Comparator = (a: Document, b: Document) => number;

const DIRECTIONS: Record<string, Direction> = {
  '1': 1,
  asc: 1,
  ascending: 1,
  '-1': -1,
  desc: -1,
  descending: -1,
};

const readText = (sort: string): [string, Direction][] =>
  sort
    .split(/\s+/)
    .filter((term) => term !== '')
    .map((term) => (term.startsWith('-') ? [term.slice(1), -1] : [term, 1]));

const readObject = (sort: Document): [string, Direction][] =>
  Object.entries(sort).map(([field, text]) => {
    const direction = DIRECTIONS[String(text).toLowerCase()];
    if (direction === undefined)
      throw new BadQuery(`Invalid sort value: { ${field}: ${String(text)} }`);
    return [field, direction];
  });

/** MongoDB's order of types, as far as a launch has them. */
const typeRank = (value: unknown): number =>
  value === null ? 0 : ['number', 'string', 'object', 'boolean'].indexOf(typeof value) + 1;

const compareValues = (a: unknown, b: unknown): number => {
  const ranks = typeRank(a) - typeRank(b);
  if (ranks !== 0 || a === b || typeof a === 'object') return ranks;
  return (a as string) < (b as string) ? -1 : 1;
};

/**
 * Reads the sort option: `{date_utc: 'asc', name: -1}` or `'date_utc -name'`.
 * @throws BadQuery for another form or direction
 */
export const readSort = (sort: unknown): Comparator => {
  if (sort != null && typeof sort !== 'string' && !isDocument(sort)) {
    throw new BadQuery('Invalid sort() argument, must be an object or a string');
  }
  const terms = typeof sort === 'string' ? readText(sort) : readObject(sort ?? {});
  return (a, b) => {
    for (const [field, direction] of terms) {
      const order = compareValues(fieldValue(a, field), fieldValue(b, field));
      if (order !== 0) return order * direction;
    }
    return 0;
  };
};
