/** What of a JSON Schema the OpenAPI document uses. */
export interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  schema: Schema;
}

type Content = Record<string, { schema: Schema }>;

/** An operation of the document, with the path and the method it is listed under. */
export interface Operation {
  method: string;
  /** A template: `/api/v1/launches/{id}`. */
  path: string;
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
  /** Ways to prove who one is; without any the operation is open to everybody. */
  security?: unknown[];
}

export type Schemas = Readonly<Record<string, Schema>>;

export interface OpenApiDocument {
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>;
  components: { schemas: Schemas };
}

export const operationsOf = ({ paths }: OpenApiDocument): Operation[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  );

/** @throws Error when a reference leads nowhere */
export const resolveSchema = (schemas: Schemas, schema: Schema): Schema => {
  if (schema.$ref === undefined) return schema;
  const found = schemas[schema.$ref.replace('#/components/schemas/', '')];
  if (found === undefined) throw new Error(`${schema.$ref} is not in the document`);
  return resolveSchema(schemas, found);
};
