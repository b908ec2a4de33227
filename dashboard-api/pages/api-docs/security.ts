import type { OpenAPIObject } from '@nestjs/swagger';
import type { Translate } from '../language/messages.ts';
import type { Operation, SecurityRequirement, SecurityScheme } from './openapi-types.ts';
import { resolveReference } from './openapi-types.ts';

/** A way for a caller to say who it is. */
export interface SchemeView {
  name: string;
  /** How it is sent: `http bearer (JWT)`, `apiKey in header X-Key`. */
  manner: string;
  description: string | null;
}

const describeManner = (scheme: SecurityScheme): string => {
  const { type, name, in: place, scheme: kind, bearerFormat, openIdConnectUrl } = scheme;
  const words = [
    type,
    kind,
    bearerFormat && `(${bearerFormat})`,
    place && `in ${place}`,
    name,
    openIdConnectUrl,
    ...Object.keys(scheme.flows ?? {}),
  ];
  return words.filter(Boolean).join(' ');
};

export const buildSchemes = (document: OpenAPIObject): SchemeView[] =>
  Object.entries(document.components?.securitySchemes ?? {}).map(([name, part]) => {
    const scheme = resolveReference<SecurityScheme>(part, document);
    const { description = null } = scheme;
    return { name, manner: describeManner(scheme), description };
  });

const describeRequirement = (requirement: SecurityRequirement, text: Translate): string => {
  const schemes = Object.entries(requirement).map(([name, scopes]) =>
    scopes.length === 0 ? name : `${name} (${scopes.join(', ')})`,
  );
  return schemes.length === 0 ? text('docs.authentication.none') : schemes.join(' + ');
};

/** What each way to be let in asks for; none where anybody is. */
export const describeSecurity = (
  { security }: Operation,
  document: OpenAPIObject,
  text: Translate,
): string[] =>
  (security ?? document.security ?? []).map((requirement) =>
    describeRequirement(requirement, text),
  );
