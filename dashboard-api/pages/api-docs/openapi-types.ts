import type { OpenAPIObject } from '@nestjs/swagger';

type Components = NonNullable<OpenAPIObject['components']>;
type Reference = { $ref: string };
type Described<T> = Exclude<NonNullable<T>, Reference>;

export type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
export type Parameter = Described<NonNullable<Operation['parameters']>[number]>;
export type Response = Described<Operation['responses'][string]>;
export type RequestBody = Described<Operation['requestBody']>;
export type Content = RequestBody['content'];
export type SecurityScheme = Described<NonNullable<Components['securitySchemes']>[string]>;
export type SecurityRequirement = NonNullable<OpenAPIObject['security']>[number];

/** In OpenAPI 3.1 a reference may have neighbours, a description above all. */
export type Schema = Described<NonNullable<Components['schemas']>[string]> & Partial<Reference>;

/** The name that `#/components/<kind>/<name>` ends with. */
export const referencedName = (reference: string): string =>
  reference.slice(reference.lastIndexOf('/') + 1);

const lookUp = (document: OpenAPIObject, reference: string): unknown =>
  reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      document,
    );

/**
 * What a part of the document is, be it written there or referred to.
 * @throws when the document lacks what is referred to
 */
export const resolveReference = <T extends object>(
  part: T | Reference,
  document: OpenAPIObject,
): T => {
  if (!('$ref' in part)) return part;
  const found = lookUp(document, part.$ref);
  if (found === undefined) throw new Error(`The API's description lacks ${part.$ref}`);
  return found as T;
};
