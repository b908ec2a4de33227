import type { Type } from '@nestjs/common';
import { applyDecorators, UseInterceptors } from '@nestjs/common';
import type { ApiResponseOptions } from '@nestjs/swagger';
import {
  ApiBadRequestResponse,
  ApiExtraModels,
  ApiNotFoundResponse,
  ApiServiceUnavailableResponse,
  ApiTooManyRequestsResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { FreshnessInterceptor } from './freshness.interceptor.ts';
import { PROBLEM_TYPE, Problem } from './problem.ts';

/** An answer with a problem in it. */
const problemResponse = (
  description: string,
  type: Type<Problem> = Problem,
): ApiResponseOptions => ({
  description,
  content: { [PROBLEM_TYPE]: { schema: { $ref: getSchemaPath(type) } } },
});

/** Marks what answers with launches or numbers: freshness headers, and the problems all of it shares. */
export const ApiData = () =>
  applyDecorators(
    UseInterceptors(FreshnessInterceptor),
    ApiExtraModels(Problem),
    ApiBadRequestResponse(problemResponse('A parameter is wrong; `errors` names each.')),
    ApiTooManyRequestsResponse(
      problemResponse('The client asked too often; `Retry-After` says when to come back.'),
    ),
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
