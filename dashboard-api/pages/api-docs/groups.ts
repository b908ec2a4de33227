import type { OpenAPIObject } from '@nestjs/swagger';
import type { Translate } from '../language/messages.ts';
import { groupAnchor } from './anchors.ts';
import type { Operation } from './openapi-types.ts';
import type { OperationView, Route } from './operations.ts';
import { buildOperation } from './operations.ts';

/** Operations under one tag. */
export interface GroupView {
  anchor: string;
  name: string;
  description: string | null;
  operations: OperationView[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** For operations without a tag. */
const UNTAGGED = 'other';

const tagOf = ({ tags = [] }: Operation): string => tags[0] ?? UNTAGGED;

const byPath = (a: Route, b: Route): number => Number(a.path > b.path) - Number(a.path < b.path);

const routesOf = ({ paths }: OpenAPIObject): Route[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, item, operation }] : [];
    }),
  );

/** Tags in the order the document declares them, then those it only uses; each that has an operation. */
const orderTags = (declared: readonly string[], routes: readonly Route[]): string[] => {
  const used = new Set(routes.map(({ operation }) => tagOf(operation)));
  return [...new Set([...declared, ...used])].filter((tag) => used.has(tag));
};

/** All operations, by the first of their tags and by path. */
export const buildGroups = (document: OpenAPIObject, text: Translate): GroupView[] => {
  const { tags = [] } = document;
  const routes = routesOf(document).sort(byPath);
  const declared = tags.map(({ name }) => name);
  return orderTags(declared, routes).map((tag) => ({
    anchor: groupAnchor(tag),
    name: tag,
    description: tags.find(({ name }) => name === tag)?.description ?? null,
    operations: routes
      .filter(({ operation }) => tagOf(operation) === tag)
      .map((route) => buildOperation(route, document, text)),
  }));
};
