import * as fc from 'fast-check';
import type { Operation } from '../../helpers/openapi/document.ts';
import type { FuzzRequest } from './fuzz-request.ts';
import { withBody } from './fuzz-request.ts';
import { headerFields } from './header-fields.ts';
import { encoded } from './spelling.ts';
import { hostileText, jsonBody } from './values.ts';

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
    .map(([method, path, more, headers]) => ({ method, path: `${path}/-/-/${more}`, headers }));
