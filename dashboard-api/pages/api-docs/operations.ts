import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Translate } from '../language/messages.ts';
import { operationAnchor } from './anchors.ts';
import type { FieldView, MediaView } from './fields.ts';
import { buildMedia, buildParameter } from './fields.ts';
import type { Operation, Parameter, PathItem, RequestBody, Response } from './openapi-types.ts';
import { resolveReference } from './openapi-types.ts';
import { describeSecurity } from './security.ts';

/** What an operation may answer. */
export interface ResponseView {
  /** Status code with its name: `404 Not Found`. */
  status: string;
  description: string | null;
  media: MediaView[];
}

export interface RequestBodyView {
  description: string | null;
  necessity: string;
  media: MediaView[];
}

export interface OperationView {
  anchor: string;
  method: string;
  path: string;
  isDeprecated: boolean;
  /** Paragraphs. */
  texts: string[];
  /** Where to see it at work: only where a browser can ask without knowing more. */
  exampleHref: string | null;
  security: string[];
  parameters: FieldView[];
  requestBody: RequestBodyView | null;
  responses: ResponseView[];
}

/** An operation with where it is. */
export interface Route {
  method: string;
  path: string;
  item: PathItem;
  operation: Operation;
}

/** Parameters of the path, unless the operation has its own of the same name, and those of the operation. */
const parametersOf = ({ item, operation }: Route, document: OpenAPIObject): Parameter[] => {
  const resolveAll = (parts: Operation['parameters'] = []): Parameter[] =>
    parts.map((part) => resolveReference<Parameter>(part, document));
  const own = resolveAll(operation.parameters);
  const isOwn = (shared: Parameter): boolean =>
    own.some(({ name, in: place }) => name === shared.name && place === shared.in);
  return [...resolveAll(item.parameters).filter((shared) => !isOwn(shared)), ...own];
};

const buildRequestBody = (
  { requestBody }: Operation,
  document: OpenAPIObject,
  text: Translate,
): RequestBodyView | null => {
  if (requestBody === undefined) return null;
  const { content, description, required } = resolveReference<RequestBody>(requestBody, document);
  const necessity = text(required ? 'docs.required' : 'docs.optional');
  return { description: description || null, necessity, media: buildMedia(content) };
};

const buildResponses = ({ responses }: Operation, document: OpenAPIObject): ResponseView[] =>
  Object.entries(responses).flatMap(([code, part]) => {
    if (part === undefined) return [];
    const { description, content } = resolveReference<Response>(part, document);
    const status = [code, STATUS_CODES[code]].filter(Boolean).join(' ');
    return [{ status, description: description || null, media: buildMedia(content) }];
  });

export const buildOperation = (
  route: Route,
  document: OpenAPIObject,
  text: Translate,
): OperationView => {
  const { method, path, operation } = route;
  const parameters = parametersOf(route, document);
  const security = describeSecurity(operation, document, text);
  const isOpen = security.length === 0 && !parameters.some(({ required }) => required);
  return {
    anchor: operationAnchor(method, path),
    method: method.toUpperCase(),
    path,
    isDeprecated: operation.deprecated ?? false,
    texts: [operation.summary, operation.description].flatMap((one) => (one ? [one] : [])),
    exampleHref: method === 'get' && isOpen ? path : null,
    security,
    parameters: parameters.map((parameter) => buildParameter(parameter, text)),
    requestBody: buildRequestBody(operation, document, text),
    responses: buildResponses(operation, document),
  };
};
