import type { ArgumentMetadata } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { InvalidParametersError } from '../errors.ts';
import { QueryPipe } from './query.pipe.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks a JSON body against a DTO, as {@link QueryPipe} does a query. */
@Injectable()
export class BodyPipe extends QueryPipe {
  override async transform(body: unknown, metadata: ArgumentMetadata): Promise<object> {
    if (isObject(body)) return super.transform(body, metadata);
    throw new InvalidParametersError([{ field: 'body', message: 'must be a JSON object' }]);
  }
}
