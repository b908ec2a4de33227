import type { OpenAPIObject } from '@nestjs/swagger';
import type { LineView } from '../facts/lines.ts';
import { line } from '../facts/lines.ts';
import type { Localization } from '../language/localization.ts';
import type { GroupView } from './groups.ts';
import { buildGroups } from './groups.ts';
import type { SchemaView } from './schemas.ts';
import { buildSchemas } from './schemas.ts';
import type { SchemeView } from './security.ts';
import { buildSchemes } from './security.ts';

/** Where programs get the document that the page is made of. */
export const DOCUMENT_HREF = '/docs-json';

/** The page of the API, ready for its template. What the document says stays in the document's language. */
export interface ApiDocsPage {
  title: string;
  /** How much there is. */
  scope: string;
  /** What the document calls the API. */
  name: string;
  /** Paragraphs. */
  introduction: string[];
  facts: LineView[];
  schemes: SchemeView[];
  groups: GroupView[];
  schemas: SchemaView[];
}

const buildFacts = (
  { openapi, info: { version, license } }: OpenAPIObject,
  schemes: readonly SchemeView[],
  { text }: Localization,
): LineView[] => {
  const names = schemes.map(({ name }) => name).join(', ');
  return [
    line(text('docs.version'), version),
    line(text('docs.document'), `OpenAPI ${openapi}`, { href: DOCUMENT_HREF }),
    line(text('docs.authentication'), names || text('docs.authentication.none')),
    ...(license ? [line(text('docs.licence'), license.name, { href: license.url ?? null })] : []),
  ];
};

/** Builds the page from the OpenAPI document alone. */
export const buildApiDocsPage = (
  document: OpenAPIObject,
  localization: Localization,
): ApiDocsPage => {
  const { text } = localization;
  const { title, description = '' } = document.info;
  const groups = buildGroups(document, text);
  const schemes = buildSchemes(document);
  const count = groups.reduce((sum, { operations }) => sum + operations.length, 0);
  return {
    title: text('docs.title'),
    scope: text('docs.operations', { count }),
    name: title,
    introduction: description.split(/\n{2,}/).filter(Boolean),
    facts: buildFacts(document, schemes, localization),
    schemes,
    groups,
    schemas: buildSchemas(document, text),
  };
};
