import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import type { Dated, Freshness } from '../launches/dated.ts';

const FRESH = 'public, max-age=15';
const NOT_STORED = 'no-store';

/** Names of the headers that say how fresh an answer is. */
export const FRESHNESS_HEADERS = { asOf: 'X-Data-As-Of', stale: 'X-Data-Stale' } as const;

/** Says in the headers how fresh an answer is; what is marked stale is not to be kept. */
export const setFreshness = (response: Response, { as_of, stale }: Freshness): void => {
  response.setHeader('Cache-Control', stale ? NOT_STORED : FRESH);
  response.setHeader(FRESHNESS_HEADERS.stale, String(stale));
  if (as_of !== null) response.setHeader(FRESHNESS_HEADERS.asOf, as_of);
};

/** True for an answer made of the last good data, for everybody: a person's own is not stored anywhere. */
export const isMarkedStale = (response: Pick<Response, 'getHeader'>): boolean =>
  response.getHeader(FRESHNESS_HEADERS.stale) === 'true' &&
  response.getHeader('Cache-Control') === NOT_STORED;

/** Puts the freshness of what a controller answers into the headers, and the body into the answer. */
@Injectable()
export class FreshnessInterceptor implements NestInterceptor<Dated<unknown>, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<Dated<unknown>>): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map(({ body, freshness }) => {
        setFreshness(response, freshness);
        return body;
      }),
    );
  }
}
