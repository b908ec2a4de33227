import type { OpenAPIObject } from '@nestjs/swagger';
import type { Translate } from '../language/messages.ts';
import { schemaAnchor } from './anchors.ts';
import type { FieldView } from './fields.ts';
import { buildProperties } from './fields.ts';
import { describeLimits } from './limits.ts';
import type { Schema } from './openapi-types.ts';
import type { TypePart } from './schema-type.ts';
import { describeType } from './schema-type.ts';

/** A schema that operations or other schemas refer to. */
export interface SchemaView {
  anchor: string;
  name: string;
  description: string | null;
  /** Of an object; of anything else its type and limits say what it is. */
  fields: FieldView[];
  type: TypePart[];
  limits: string[];
}

/** The document's schemas by name. */
export const buildSchemas = ({ components }: OpenAPIObject, text: Translate): SchemaView[] =>
  Object.entries(components?.schemas ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => {
      const schema: Schema = part;
      return {
        anchor: schemaAnchor(name),
        name,
        description: schema.description ?? null,
        fields: buildProperties(schema, text),
        type: describeType(schema),
        limits: describeLimits(schema, text),
      };
    });
