import type { Translate } from '../language/messages.ts';
import { describeLimits } from './limits.ts';
import type { Content, Parameter, Schema } from './openapi-types.ts';
import type { TypePart } from './schema-type.ts';
import { describeType } from './schema-type.ts';

/** A parameter, or a field of a schema. */
export interface FieldView {
  name: string;
  /** Where it stands, whether it must be there, whether it is on its way out. */
  note: string;
  type: TypePart[];
  description: string | null;
  /** What its values are held to or look like, a line each. */
  limits: string[];
}

/** One form of a body. */
export interface MediaView {
  mediaType: string;
  type: TypePart[];
}

interface Field {
  name: string;
  notes: string[];
  schema: Schema;
  description: string | undefined;
  deprecated: boolean | undefined;
}

const buildField = (field: Field, text: Translate): FieldView => {
  const { name, notes, schema, description, deprecated } = field;
  return {
    name,
    note: [...notes, ...(deprecated ? [text('docs.deprecated')] : [])].join(', '),
    type: describeType(schema),
    description: description || null,
    limits: describeLimits(schema, text),
  };
};

const necessity = (required: boolean | undefined, text: Translate): string =>
  text(required ? 'docs.required' : 'docs.optional');

const schemaOf = ({ schema, content = {}, example }: Parameter): Schema => {
  const own = (schema ?? Object.values(content)[0]?.schema ?? {}) as Schema;
  return example === undefined ? own : { ...own, example };
};

export const buildParameter = (parameter: Parameter, text: Translate): FieldView => {
  const { name, in: place, required, description, deprecated } = parameter;
  const schema = schemaOf(parameter);
  const isRepeatable = place === 'query' && schema.type === 'array';
  const notes = [
    text(`docs.in.${place}`),
    necessity(required, text),
    ...(isRepeatable ? [text('docs.repeatable')] : []),
  ];
  return buildField({ name, notes, schema, description, deprecated }, text);
};

/** The fields of an object, in the order of the schema. */
export const buildProperties = (
  { properties = {}, required = [] }: Schema,
  text: Translate,
): FieldView[] =>
  Object.entries(properties).map(([name, property]) => {
    const schema: Schema = property;
    const { description, deprecated } = schema;
    const notes = [necessity(required.includes(name), text)];
    return buildField({ name, notes, schema, description, deprecated }, text);
  });

export const buildMedia = (content: Content = {}): MediaView[] =>
  Object.entries(content).map(([mediaType, { schema = {} }]) => ({
    mediaType,
    type: describeType(schema),
  }));
