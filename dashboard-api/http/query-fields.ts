import { applyDecorators } from '@nestjs/common';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Length, Matches, ValidateBy } from 'class-validator';
import { isUtcDay } from '../../domain/launches/dates.ts';

/** Decorators of query parameters: each checks a parameter and describes it in the OpenAPI document. */

type Description = Pick<ApiPropertyOptions, 'description' | 'example'>;

const asList = Transform(({ value }: { value: unknown }) =>
  value === undefined || Array.isArray(value) ? value : [value],
);

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';

/** A UTC day that exists, `YYYY-MM-DD`. */
export const DayField = (description: Description) =>
  applyDecorators(
    IsOptional(),
    ValidateBy({
      name: 'isUtcDay',
      validator: {
        validate: (value) => typeof value === 'string' && isUtcDay(value),
        defaultMessage: () => 'must be given once, as a day that exists, YYYY-MM-DD',
      },
    }),
    ApiPropertyOptional({ type: String, format: 'date', pattern: DAY, ...description }),
  );

/** A day that is not after the day in another parameter. */
export const NotAfter = (other: string) =>
  ValidateBy({
    name: 'notAfter',
    constraints: [other],
    validator: {
      validate: (value, args) => {
        const limit = (args?.object as Record<string, unknown>)[other];
        const comparable = [value, limit].every((day) => typeof day === 'string' && isUtcDay(day));
        return !comparable || (value as string) <= (limit as string);
      },
      defaultMessage: () => `must not be after ${other}`,
    },
  });

/** One of a few words. */
export const ChoiceField = (
  choices: readonly string[],
  description: Description,
  initial?: string,
) =>
  applyDecorators(
    IsOptional(),
    IsIn(choices, { message: `must be given once, as one of ${choices.join(', ')}` }),
    ApiPropertyOptional({ type: String, enum: choices, default: initial, ...description }),
  );

/** Any of a few words; repeatable. */
export const ChoicesField = (choices: readonly string[], description: Description) =>
  applyDecorators(
    asList,
    IsOptional(),
    IsIn(choices, { each: true, message: `must be one of ${choices.join(', ')}` }),
    ApiPropertyOptional({ type: String, enum: choices, isArray: true, ...description }),
  );

/** Free text of 1 to `max` characters. */
export const TextField = (max: number, description: Description) =>
  applyDecorators(
    IsOptional(),
    Length(1, max, { message: `must be given once, with 1 to ${max} characters` }),
    ApiPropertyOptional({ type: String, minLength: 1, maxLength: max, ...description }),
  );

/** Free texts of 1 to `max` characters; repeatable. */
export const TextsField = (max: number, { example, description }: Description) =>
  applyDecorators(
    asList,
    IsOptional(),
    Length(1, max, { each: true, message: `must have 1 to ${max} characters` }),
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: max },
      example,
      description,
    }),
  );

/** A whole number from 1 to `max`, in digits. */
export const CountField = (max: number, initial: number, description: Description) =>
  applyDecorators(
    IsOptional(),
    ValidateBy({
      name: 'isCount',
      validator: {
        validate: (value) =>
          typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) && Number(value) <= max,
        defaultMessage: () => `must be given once, as a whole number from 1 to ${max}`,
      },
    }),
    ApiPropertyOptional({
      type: 'integer',
      minimum: 1,
      maximum: max,
      default: initial,
      ...description,
    }),
  );

const TOKEN = /^[A-Za-z0-9_-]+$/;

/** Opaque text that an earlier answer gave. */
export const TokenField = (max: number, description: Description) =>
  applyDecorators(
    IsOptional(),
    Length(1, max, { message: 'must be given once, as an earlier answer gave it' }),
    Matches(TOKEN, { message: 'must be given once, as an earlier answer gave it' }),
    ApiPropertyOptional({
      type: String,
      pattern: TOKEN.source,
      minLength: 1,
      maxLength: max,
      ...description,
    }),
  );
