import type { Operation, Schema, Schemas } from '../../helpers/openapi/document.ts';
import { schemaViolations } from '../../helpers/openapi/schema-check.ts';
import type { RawAnswer } from '../../helpers/raw-http.ts';
import type { FuzzRequest } from './fuzz-request.ts';

const PROBLEM = 'application/problem+json';
const PROBLEM_SCHEMA: Schema = { $ref: '#/components/schemas/Problem' };
/** Characters of an address, and of address and header fields together (less what Node adds to them). */
const [LONG_ADDRESS, LONG_HEAD] = [15_360, 15_900];

const essence = ({ headers }: RawAnswer): string =>
  (headers['content-type'] ?? '').split(';')[0]!.trim();

const sizeOf = ({ path, headers }: FuzzRequest): number =>
  path.length + Object.entries(headers).flat().join('----').length;

/** Statuses any operation may answer with, since they tell of the request as HTTP and not of what it asks for. */
const generalStatuses = (request: FuzzRequest): string[] => [
  ...(request.path.length > LONG_ADDRESS ? ['414'] : []),
  ...(sizeOf(request) > LONG_HEAD ? ['431'] : []),
  ...(request.headers['host'] === undefined ? [] : ['400']),
];

const hasNoBody = (request: FuzzRequest, { status }: RawAnswer): boolean =>
  request.method === 'HEAD' || status === 304 || status === 204;

/** Every answer says these, whatever it is of. */
const headerViolations = ({ status, headers }: RawAnswer): string[] => [
  ...(status >= 500 ? [`status ${status}`] : []),
  ...(headers['x-request-id'] ? [] : ['no X-Request-Id']),
  ...(headers['x-content-type-options'] === 'nosniff' ? [] : ['no nosniff']),
  ...(headers['cache-control'] ? [] : ['no Cache-Control']),
  ...(headers['x-injected'] === undefined ? [] : ['an injected header field']),
];

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
};

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

const bodyViolations = (schemas: Schemas, schema: Schema, answer: RawAnswer): string[] => {
  const type = essence(answer);
  if (type === 'application/x-ndjson') {
    return linesOf(answer.body).flatMap((line) =>
      schemaViolations(schemas, { $ref: '#/components/schemas/LaunchDto' }, parse(line)),
    );
  }
  const value = type.endsWith('json') ? parse(answer.body) : answer.body;
  const said = type === PROBLEM ? (value as { status?: unknown }).status : answer.status;
  return [
    ...(said === answer.status ? [] : [`the problem says status ${String(said)}`]),
    ...schemaViolations(schemas, schema, value),
  ];
};

/** How a problem that no operation has to document differs from one. */
export const problemViolations = (
  schemas: Schemas,
  statuses: readonly string[],
  request: FuzzRequest,
  answer: RawAnswer,
): string[] => [
  ...headerViolations(answer),
  ...([...statuses, ...generalStatuses(request)].includes(String(answer.status))
    ? []
    : [`status ${answer.status}`]),
  ...(answer.status === 204 || essence(answer) === PROBLEM ? [] : [`type ${essence(answer)}`]),
  ...(hasNoBody(request, answer) ? [] : bodyViolations(schemas, PROBLEM_SCHEMA, answer)),
];

/** How an answer differs from what the document says of its operation; empty when it does not. */
export const violations = (
  schemas: Schemas,
  { responses }: Operation,
  request: FuzzRequest,
  answer: RawAnswer,
): string[] => {
  const documented = responses[String(answer.status)];
  if (documented === undefined) {
    return problemViolations(schemas, [], request, answer);
  }
  const { content = {} } = documented;
  const type = essence(answer);
  if (Object.keys(content).length === 0) {
    return [...headerViolations(answer), ...(answer.body === '' ? [] : ['a body'])];
  }
  const schema = content[type]?.schema;
  if (schema === undefined) return [...headerViolations(answer), `type ${type}`];
  if (hasNoBody(request, answer)) return headerViolations(answer);
  return [...headerViolations(answer), ...bodyViolations(schemas, schema, answer)];
};
