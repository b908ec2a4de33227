import * as fc from 'fast-check';
import type { Parameter, Schema } from '../../helpers/openapi/document.ts';

/** What a parameter or header field is given where it should not be. */
const HOSTILE = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ufeff',
    '\u202e',
    '\ud800',
    '\u{1f680}',
    'e\u0301',
    'İ',
    'a\r\nX-Injected: 1',
  ],
  ...['0', '-1', '+1', '1.5', '1e2', '0x10', 'NaN', 'Infinity', '9'.repeat(400)],
  ...['null', 'undefined', 'true', '[]', '{}', '__proto__', 'constructor', 'toString'],
  ...[
    '2024-02-30',
    '2024-13-01',
    '0000-01-01',
    '-000001-01-01',
    '+010000-01-01',
    '2024-06-01T00:00Z',
  ],
  ...["' OR 1=1 --", '<script>alert(1)</script>', '{{7*7}}', '${7*7}', '{"$gt":""}', '=1+1'],
  ...[
    '../../etc/passwd',
    '..\\..\\',
    '%00',
    '%2e%2e%2f',
    'state',
    'source#spacex',
    '|id',
    ';id',
    '#',
  ],
  ...['x'.repeat(301), '\u{1f680}'.repeat(500), 'x'.repeat(12_000)],
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ minLength: 90, maxLength: 1100 }),
);

/** Values that mean something to the data that is served, by parameter. */
export type Known = Readonly<Record<string, readonly string[]>>;

const DAY_LENGTH = 10;

const day = fc.oneof(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, DAY_LENGTH)),
  fc.constantFrom('0001-01-01', '1969-12-31', '2024-02-29', '9999-12-31'),
);

const fitting = ({ type, format, enum: choices, ...rest }: Schema): fc.Arbitrary<string> => {
  if (choices !== undefined) return fc.constantFrom(...choices.map(String));
  if (format === 'date') return day;
  const { minimum: min = 0, maximum: max = 1000, minLength = 0, maxLength = 300 } = rest;
  return type === 'integer'
    ? fc.integer({ min, max }).map(String)
    : fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 30) });
};

/** Changes one thing of a text, as who would look into it does. */
const bent = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.string({ maxLength: 3 }), fc.nat(4))
    .map(([text, at, piece, length]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + piece + text.slice(start + length);
    });

/** A value that the schema allows, one that is known to the data, or one that nearly is. */
export const fittingValue = ({ name, schema }: Parameter, known: Known): fc.Arbitrary<string> => {
  const any = fitting(schema.items ?? schema);
  const texts = known[name];
  if (texts === undefined) return any;
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: any },
  );
};

export const hostileValue = ({ name }: Parameter, known: Known): fc.Arbitrary<string> => {
  const texts = known[name];
  return texts === undefined ? hostileText : fc.oneof(hostileText, bent(texts));
};

/** Any JSON, and JSON whose fields are those of a schema. */
export const jsonBody = (fields: readonly string[]): fc.Arbitrary<string> => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), hostileText, fc.constant(true));
  const object = fc.dictionary(fc.constantFrom('extra', ...fields), value, { maxKeys: 4 });
  return fc.oneof(
    object.map((one) => JSON.stringify(one)),
    fc.json(),
    hostileText,
    fc.constantFrom(
      '{',
      '[]',
      'null',
      '"',
      '{"a":1}{',
      '['.repeat(5000),
      `"${'x'.repeat(40_000)}"`,
    ),
  );
};
