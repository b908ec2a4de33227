import * as fc from 'fast-check';
import type { Operation, Parameter } from '../../helpers/openapi/document.ts';
import type { RawRequest } from '../../helpers/raw-http.ts';
import { headerFields } from './header-fields.ts';
import type { Known } from './values.ts';
import { fittingValue, hostileText, hostileValue, jsonBody } from './values.ts';

export type FuzzRequest = Required<Pick<RawRequest, 'method' | 'path' | 'headers'>> &
  Pick<RawRequest, 'body'>;

/** How a text gets into an address. */
type Spelling = 'encoded' | 'form' | 'raw' | 'broken';

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const SPELLINGS: Readonly<Record<Spelling, (text: string) => string>> = {
  encoded,
  form: (text) => encoded(text).replaceAll('%20', '+'),
  // Nothing else can be written into the first line of a request.
  raw: (text) => text.replace(/[^\u0021-\u00ff]/g, ''),
  broken: (text) => `${encoded(text)}%E0%A4%A`,
};

const spelling = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Spelling>('encoded') },
  { weight: 1, arbitrary: fc.constantFrom<Spelling>('form', 'raw', 'broken') },
);

const pair = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(name, value, spelling)
    .map(([left, right, how]) => `${SPELLINGS[how](left)}=${SPELLINGS[how](right)}`);

const MAX_REPEATS = 3;

/** A parameter as the document has it: once, or not, or several times where it is a list. */
const fittingPairs = (parameter: Parameter, known: Known): fc.Arbitrary<string[]> =>
  fc
    .array(fittingValue(parameter, known), {
      maxLength: parameter.schema.type === 'array' ? MAX_REPEATS : 1,
    })
    .map((values) => values.map((value) => `${parameter.name}=${encoded(value)}`));

const hostilePair = (parameters: readonly Parameter[], known: Known): fc.Arbitrary<string> => {
  const own = parameters.map((parameter) => {
    const { name } = parameter;
    const names = [name, name, name, `${name}[]`, `${name}[x]`, name.toUpperCase(), ` ${name}`];
    return pair(fc.constantFrom(...names), hostileValue(parameter, known));
  });
  const unknown = pair(hostileText, hostileText);
  const shapeless = fc.constantFrom('&&', '=', '?', '==', 'from', '=1', 'x'.repeat(16_000));
  return fc.oneof(...own, unknown, shapeless);
};

const queryOf = (parameters: readonly Parameter[], known: Known): fc.Arbitrary<string> => {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const right = fc
    .tuple(...query.map((parameter) => fittingPairs(parameter, known)))
    .map((pairs) => pairs.flat());
  const wrong = fc.array(hostilePair(query, known), { minLength: 1, maxLength: 3 });
  const few = fc.shuffledSubarray(query, { maxLength: Math.min(2, query.length) });
  const fittingFew = few.chain((some) =>
    fc.tuple(...some.map((one) => fittingPairs(one, known))).map((pairs) => pairs.flat()),
  );
  return fc
    .oneof(
      fc.constant<string[]>([]),
      right,
      fittingFew,
      wrong,
      fc.tuple(right, wrong).map((a) => a.flat()),
    )
    .map((pairs) => (pairs.length > 0 ? `?${pairs.join('&')}` : ''));
};

/** Paths beside an operation's own are another operation's, or the list's. */
const isOwnValue = (value: string, siblings: readonly string[]): boolean =>
  /[^/?#]/.test(value) && !/[/?#]/.test(value) && !siblings.includes(value.toLowerCase());

const pathOf = (operation: Operation, known: Known, siblings: readonly string[]) => {
  const parts = operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) =>
      fc
        .tuple(fc.oneof(fittingValue(parameter, known), hostileValue(parameter, known)), spelling)
        .map(([text, how]) => SPELLINGS[how](text))
        .filter((value) => isOwnValue(value, siblings))
        .map((value) => [`{${parameter.name}}`, value] as const),
    );
  return fc
    .tuple(...parts)
    .map((filled) =>
      filled.reduce((path, [hole, value]) => path.replace(hole, () => value), operation.path),
    );
};

/** Names that other paths have where the operation has a parameter. */
const siblingsOf = ({ path }: Operation, paths: readonly string[]): string[] => {
  const start = path.replace(/\{.*$/, '');
  return paths.filter((one) => one.startsWith(start)).map((one) => one.slice(start.length));
};

const targetOf = (operation: Operation, known: Known, paths: readonly string[]) =>
  fc
    .tuple(
      pathOf(operation, known, siblingsOf(operation, paths)),
      queryOf(operation.parameters, known),
    )
    .map(([path, query]) => `${path}${query}`);

/** Without its length, Node sends the body of some methods as if it were the next request. */
const withBody = (
  headers: Record<string, string>,
  body: string | undefined,
): Pick<FuzzRequest, 'headers' | 'body'> =>
  body === undefined
    ? { headers }
    : { headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body };

const bodyOf = ({ requestBody }: Operation): fc.Arbitrary<string | undefined> =>
  requestBody === undefined ? fc.constant(undefined) : jsonBody(['source', 'from', 'to']);

/** Requests of an operation, as it is documented and otherwise; a GET is sometimes a HEAD. */
export const requestsOf = (
  operation: Operation,
  known: Known,
  paths: readonly string[],
): fc.Arbitrary<FuzzRequest> => {
  const { method } = operation;
  const methods = method === 'GET' ? [...Array<string>(7).fill('GET'), 'HEAD'] : [method];
  return fc
    .tuple(
      fc.constantFrom(...methods),
      targetOf(operation, known, paths),
      headerFields,
      bodyOf(operation),
    )
    .map(([chosen, path, headers, body]) => ({ method: chosen, path, ...withBody(headers, body) }));
};

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'LOCK'];

/** Requests with methods that the document does not have for the path. */
export const requestsWithWrongMethod = (
  operations: readonly Operation[],
): fc.Arbitrary<FuzzRequest> =>
  fc.constantFrom(...new Set(operations.map(({ path }) => path))).chain((path) => {
    const own = operations.filter((one) => one.path === path).map(({ method }) => method);
    const wrong = METHODS.filter((method) => !own.includes(method));
    return fc
      .tuple(fc.constantFrom(...wrong), headerFields, fc.option(jsonBody([]), { nil: undefined }))
      .map(([method, headers, body]) => ({
        method,
        path: path.replace(/\{.*?\}/g, 'x'),
        ...withBody(headers, body),
      }));
  });

/** Requests of paths that no operation has, below those that some have. */
export const requestsOfNoOperation = (paths: readonly string[]): fc.Arbitrary<FuzzRequest> =>
  fc
    .tuple(
      fc.constantFrom('GET', 'HEAD', 'POST', 'DELETE'),
      fc.constantFrom(...paths.map((path) => path.replace(/\{.*?\}/g, 'x'))),
      hostileText.map((text) => encoded(text)),
      headerFields,
    )
    .map(([method, path, more, headers]) => ({ method, path: `${path}/-/${more}`, headers }));
