import type { Type } from '@nestjs/common';
import { applyDecorators, UseInterceptors } from '@nestjs/common';
import type { ApiResponseOptions } from '@nestjs/swagger';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtraModels,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiResponse,
  ApiServiceUnavailableResponse,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { FreshnessInterceptor } from './freshness.interceptor.ts';
import { PROBLEM_TYPE, Problem } from './problem.ts';

/** An answer with a problem in it. */
export const problemResponse = (
  description: string,
  type: Type<Problem> = Problem,
): ApiResponseOptions => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: { $ref: getSchemaPath(type) } } },
});

const TOO_OFTEN = problemResponse(
  'The client asked too often; `Retry-After` says when to come back.',
);

/** Marks what answers with launches or numbers: freshness headers, and the problems all of it shares. */
export const ApiData = () =>
  applyDecorators(
    UseInterceptors(FreshnessInterceptor),
    ApiExtraModels(Problem),
    ApiBadRequestResponse(problemResponse('A parameter is wrong; `errors` names each.')),
    ApiTooManyRequestsResponse(TOO_OFTEN),
    ApiServiceUnavailableResponse(problemResponse('The table does not answer.')),
  );

/** Marks what may have no launch to answer with. */
export const ApiMayBeMissing = () =>
  applyDecorators(ApiNotFoundResponse(problemResponse('There is no such launch.')));

/** @param type what the problem says, where it is more than others */
export const ApiUnavailable = (description: string, type: Type<Problem> = Problem) =>
  applyDecorators(
    ApiExtraModels(type),
    ApiServiceUnavailableResponse(problemResponse(description, type)),
  );

/** Names of the ways to prove who one is, in the OpenAPI document. */
export const SECURITY_SCHEMES = { token: 'token', session: 'session' } as const;

/** Marks what only operators may ask for. */
export const ApiForOperators = () =>
  applyDecorators(
    ApiExtraModels(Problem),
    ApiBearerAuth(SECURITY_SCHEMES.token),
    ApiCookieAuth(SECURITY_SCHEMES.session),
    ApiUnauthorizedResponse(problemResponse('Nobody says who asks, or no token proves it.')),
    ApiTooManyRequestsResponse(TOO_OFTEN),
    ApiForbiddenResponse(problemResponse('Who asks is no operator, or did not ask on our pages.')),
  );

const FAILURES = {
  400: 'A parameter or a field is wrong; `errors` names each.',
  413: 'The body is larger than 16 KiB.',
  415: 'The body is not JSON in UTF-8.',
  502: 'The source of the launches failed, or the ingestion did.',
  503: 'The table, the issuer or the ingestion is not there.',
  504: 'The ingestion did not answer in time.',
} as const;

/** The problems, by status, that an operation may answer with. */
export const ApiFailures = (...statuses: (keyof typeof FAILURES)[]) =>
  applyDecorators(
    ...statuses.map((status) => ApiResponse({ status, ...problemResponse(FAILURES[status]) })),
  );
