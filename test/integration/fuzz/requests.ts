import * as fc from 'fast-check';
import type { Operation, Parameter } from '../../helpers/openapi/document.ts';
import type { FuzzRequest } from './fuzz-request.ts';
import { withBody } from './fuzz-request.ts';
import { headerFields } from './header-fields.ts';
import { SPELLINGS, encoded, spelling } from './spelling.ts';
import type { Known } from './values.ts';
import { fittingValue, hostileText, hostileValue, jsonBody } from './values.ts';

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
