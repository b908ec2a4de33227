import { describe, expect, it } from '@jest/globals';
import type { Schema, Schemas } from '../../helpers/openapi/document.ts';
import { schemaViolations } from '../../helpers/openapi/schema-check.ts';

const SCHEMAS: Schemas = {
  Launch: {
    type: 'object',
    properties: {
      id: { type: 'string', minLength: 1, maxLength: 3 },
      on: { type: ['string', 'null'], format: 'date' },
      flights: { type: 'array', items: { type: 'integer', minimum: 0, maximum: 9 } },
      status: { type: 'string', enum: ['success', 'failed'] },
      next: { anyOf: [{ $ref: '#/components/schemas/Launch' }, { type: 'null' }] },
    },
    required: ['id'],
  },
};
const LAUNCH: Schema = { $ref: '#/components/schemas/Launch' };

const violationsOf = (value: unknown, schema: Schema = LAUNCH): string[] =>
  schemaViolations(SCHEMAS, schema, value);

describe('what is held against a schema', () => {
  it.each([
    { id: 'a' },
    { id: '\u{1f680}\u{1f680}\u{1f680}', on: null, flights: [], next: null },
    { id: 'a', on: '2024-02-29', flights: [0, 9], status: 'failed', next: { id: 'b' } },
  ])('%j fits', (value) => expect(violationsOf(value)).toEqual([]));

  it.each<[unknown, string]>([
    [null, '$ is null'],
    [[], '$ is array'],
    [{}, '$.id lacks'],
    [{ id: 1 }, '$.id is number'],
    [{ id: '' }, '$.id has 0 characters'],
    [{ id: 'abcd' }, '$.id has 4 characters'],
    [{ id: 'a', on: '2023-02-29' }, '$.on is no date'],
    [{ id: 'a', flights: [1, 10] }, '$.flights[1] is not from 0 to 9'],
    [{ id: 'a', flights: [1.5] }, '$.flights[0] is number'],
    [{ id: 'a', flights: null }, '$.flights is null'],
    [{ id: 'a', status: 'lost' }, '$.status is none of'],
    [{ id: 'a', more: 1 }, '$.more is not in the document'],
    [{ id: 'a', next: { id: 'b', on: 'x' } }, '$.next.on is no date'],
  ])('%j does not fit', (value, violation) => {
    expect(violationsOf(value)).toContainEqual(expect.stringContaining(violation));
  });

  it.each<[string, Schema]>([
    ['a keyword', { type: 'string', const: 'a' } as Schema],
    ['a format', { type: 'string', format: 'ipv4' }],
    ['a reference', { $ref: '#/components/schemas/None' }],
  ])('is refused where the schema has %s that nobody checks', (_, schema) => {
    expect(() => violationsOf('a', schema)).toThrow();
  });
});
