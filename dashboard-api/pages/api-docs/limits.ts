import type { Translate } from '../language/messages.ts';
import type { Schema } from './openapi-types.ts';

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A list of values without the signs round it; an empty list has nothing else. */
const asTexts = (value: unknown): string =>
  Array.isArray(value) && value.length > 0 ? value.map(asText).join(', ') : asText(value);

type Bound = number | undefined;

/** A range in words, or null where neither end is set. */
const describeRange = (least: Bound, most: Bound, text: Translate): string | null => {
  if (least !== undefined && most !== undefined) {
    return text('docs.range.between', { least, most });
  }
  if (least !== undefined) return text('docs.range.least', { least });
  return most === undefined ? null : text('docs.range.most', { most });
};

/** Every line there can be, by the key of its words; null where the schema says nothing of it. */
type Lines = readonly (readonly [key: string, values: string | null])[];

const limitLines = (schema: Schema, text: Translate): Lines => {
  const { enum: values, pattern = null, minimum, maximum } = schema;
  const { minLength, maxLength, minItems, maxItems } = schema;
  return [
    ['one_of', values ? asTexts(values) : null],
    ['pattern', pattern],
    ['range', describeRange(minimum, maximum, text)],
    ['length', describeRange(minLength, maxLength, text)],
    ['items', describeRange(minItems, maxItems, text)],
  ];
};

const valueLines = ({ default: initial, example }: Schema): Lines => [
  ['default', initial === undefined ? null : asTexts(initial)],
  ['example', example === undefined ? null : asTexts(example)],
];

/**
 * What is said of the values of a schema beside its type, a line each: values, ranges, the default, an example.
 * What holds for a list's items is said of the list.
 */
export const describeLimits = (schema: Schema, text: Translate): string[] => {
  const items: Schema = schema.items ?? {};
  return [...limitLines(schema, text), ...limitLines(items, text), ...valueLines(schema)].flatMap(
    ([key, values]) => (values === null ? [] : [text(`docs.${key}`, { values })]),
  );
};
