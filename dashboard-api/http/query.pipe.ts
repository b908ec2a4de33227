import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { getMetadataStorage, validate } from 'class-validator';
import { isLaunchSource } from '../../domain/launches/keys.ts';
import { Environment } from '../config/environment.ts';
import type { FieldError } from '../errors.ts';
import { InvalidParametersError } from '../errors.ts';

type Query = Readonly<Record<string, unknown>>;

const MAX_NAMED_LENGTH = 100;

const parametersOf = (dto: Type): ReadonlySet<string> =>
  new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(dto, '', false, false)
      .map(({ propertyName }) => propertyName),
  );

const unknownParameters = (query: Query, known: ReadonlySet<string>): FieldError[] =>
  Object.keys(query)
    .filter((name) => !known.has(name))
    .map((name) => ({
      field: name.slice(0, MAX_NAMED_LENGTH),
      message: 'is not a parameter of this path',
    }));

const fieldError = ({ property, constraints }: ValidationError): FieldError => ({
  field: property,
  message: Object.values(constraints ?? {})[0] ?? 'is not valid',
});

/**
 * Checks a query against a DTO: every parameter known and well-formed, none empty, none repeated
 * that stands alone, and the source one of those that are served.
 * @throws InvalidParametersError naming each wrong parameter
 */
@Injectable()
export class QueryPipe implements PipeTransform {
  constructor(private readonly environment: Environment) {}

  async transform(query: Query, { metatype }: ArgumentMetadata): Promise<object> {
    const dto = metatype as Type<object>;
    const known = parametersOf(dto);
    const errors = unknownParameters(query, known);
    const given = Object.entries(query).filter(([name]) => known.has(name));
    const instance = plainToInstance(dto, Object.fromEntries(given));
    if (given.length > 0) errors.push(...(await validate(instance)).map(fieldError));
    errors.push(...this.unservedSource(query));
    if (errors.length > 0) throw new InvalidParametersError(errors);
    return instance;
  }

  private unservedSource({ source }: Query): FieldError[] {
    const { sources } = this.environment;
    if (!isLaunchSource(source) || sources.includes(source)) return [];
    return [{ field: 'source', message: `is not served here; served are ${sources.join(', ')}` }];
  }
}
