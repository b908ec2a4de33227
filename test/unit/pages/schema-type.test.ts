import { describe, expect, it } from '@jest/globals';
import { describeLimits } from '../../../dashboard-api/pages/api-docs/limits.ts';
import type { Schema } from '../../../dashboard-api/pages/api-docs/openapi-types.ts';
import { describeType } from '../../../dashboard-api/pages/api-docs/schema-type.ts';
import { localizations } from './overview-of.ts';

const day = { $ref: '#/components/schemas/Day' };
const text: Schema = { type: 'string' };

describe('the type of a schema', () => {
  it.each<[string, Schema]>([
    ['string', text],
    ['string (date)', { type: 'string', format: 'date' }],
    ['string (date) | null', { type: ['string', 'null'], format: 'date' }],
    ['string | null', { type: 'string', nullable: true }],
    ['Day', day],
    ['Day[]', { type: 'array', items: day }],
    ['Day | null', { anyOf: [day, { type: 'null' }] }],
    ['Day | string', { oneOf: [day, text] }],
    ['(Day | string)[]', { type: 'array', items: { oneOf: [day, text] } }],
    ['Day & object', { allOf: [day, { type: 'object' }] }],
    [
      'Record<string, Day[]>',
      { type: 'object', additionalProperties: { type: 'array', items: day } },
    ],
    ['object', { type: 'object', additionalProperties: false }],
    ['any', {}],
  ])('%s is written as programs write it', (expected, schema) => {
    const parts = describeType(schema);
    expect(parts.map((part) => part.text).join('')).toBe(expected);
    const links = parts.filter(({ href }) => href !== null);
    expect(links.every((part) => part.text === 'Day' && part.href === '#schema-Day')).toBe(true);
    expect(links).toHaveLength(expected.includes('Day') ? 1 : 0);
  });
});

describe('what values are held to', () => {
  const limitsOf = (schema: Schema): string[] => describeLimits(schema, localizations.en.text);

  it('is nothing where nothing is said', () => {
    expect(limitsOf(text)).toEqual([]);
  });

  it('keeps what is false, nothing or empty', () => {
    expect(limitsOf({ type: 'boolean', default: false, example: null })).toEqual([
      'Default: false',
      'Example: null',
    ]);
    expect(limitsOf({ type: 'array', default: [], example: ['a', 2] })).toEqual([
      'Default: []',
      'Example: a, 2',
    ]);
    expect(limitsOf({ type: 'integer', minimum: 0 })).toEqual(['Range: 0 or more']);
  });

  it('is a pattern to the letter', () => {
    expect(limitsOf({ type: 'string', pattern: '^$&\\d{4}$' })).toEqual(['Pattern: ^$&\\d{4}$']);
  });
});
