import { schemaAnchor } from './anchors.ts';
import type { Schema } from './openapi-types.ts';
import { referencedName } from './openapi-types.ts';

/** A piece of a type as it is written; a schema's name leads to the schema. */
export interface TypePart {
  text: string;
  href: string | null;
}

const OR = ' | ';
const AND = ' & ';

const plain = (text: string): TypePart => ({ text, href: null });

const joined = (types: readonly TypePart[][], separator: string): TypePart[] =>
  types.flatMap((parts, index) => (index === 0 ? parts : [plain(separator), ...parts]));

const isJoined = (parts: readonly TypePart[]): boolean =>
  parts.some(({ text }) => text === OR || text === AND);

const listOf = (items: Schema): TypePart[] => {
  const parts = describeType(items);
  const grouped = isJoined(parts) ? [plain('('), ...parts, plain(')')] : parts;
  return [...grouped, plain('[]')];
};

const mapOf = (values: Schema): TypePart[] => [
  plain('Record<string, '),
  ...describeType(values),
  plain('>'),
];

const describeOne = (type: string, schema: Schema): TypePart[] => {
  const { items, additionalProperties: values, format } = schema;
  if (type === 'array' && items) return listOf(items);
  if (type === 'object' && typeof values === 'object') return mapOf(values);
  return [plain(format && type !== 'null' ? `${type} (${format})` : type)];
};

const typesOf = ({ type = 'any', nullable }: Schema): string[] => [
  ...[type].flat(),
  ...(nullable ? ['null'] : []),
];

/** The type of a schema, written as programs write types: `LaunchDto[]`, `string (date) | null`. */
export const describeType = (schema: Schema): TypePart[] => {
  const { $ref: reference, anyOf, oneOf = anyOf, allOf } = schema;
  if (reference !== undefined) {
    const name = referencedName(reference);
    return [{ text: name, href: `#${schemaAnchor(name)}` }];
  }
  if (oneOf) return joined(oneOf.map(describeType), OR);
  if (allOf) return joined(allOf.map(describeType), AND);
  return joined(
    typesOf(schema).map((type) => describeOne(type, schema)),
    OR,
  );
};
