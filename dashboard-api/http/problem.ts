import { STATUS_CODES } from 'node:http';
import { HttpException, HttpStatus, ServiceUnavailableException } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { TableError } from '../../domain/launches/repository/errors.ts';
import { DependencyError, InvalidParametersError, LaunchNotFoundError } from '../errors.ts';

export const PROBLEM_TYPE = 'application/problem+json';

export class FieldErrorDto {
  @ApiProperty({ type: String, example: 'from' }) field!: string;
  @ApiProperty({
    type: String,
    example: 'must be given once, as a day that exists, YYYY-MM-DD',
  })
  message!: string;
}

/** What went wrong, as RFC 9457 has it; `errors` names each wrong parameter. */
export class Problem {
  @ApiProperty({ type: String, format: 'uri-reference', example: 'about:blank' }) type!: string;
  @ApiProperty({ type: String, example: 'Bad Request' }) title!: string;
  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599, example: 400 }) status!: number;
  @ApiProperty({ type: String, example: 'Some parameters are not valid.' }) detail!: string;
  @ApiProperty({ type: [FieldErrorDto], required: false }) errors?: FieldErrorDto[];
}

export const problem = (
  status: number,
  detail: string,
  errors?: readonly FieldErrorDto[],
): Problem => ({
  // The status says all there is to say about the kind of problem (RFC 9457, 4.2.1).
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  ...(errors === undefined ? {} : { errors: [...errors] }),
});

const OUTAGE = 'The launches cannot be read at present; try again in a few seconds.';

const isOutage = (error: unknown): boolean =>
  error instanceof TableError || error instanceof ServiceUnavailableException;

/** The problem a caller is told of; nothing of an unexpected error gets into it. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof InvalidParametersError) {
    return problem(HttpStatus.BAD_REQUEST, 'Some parameters are not valid.', error.errors);
  }
  if (error instanceof LaunchNotFoundError) return problem(HttpStatus.NOT_FOUND, error.message);
  if (error instanceof DependencyError) return problem(error.status, error.message);
  if (isOutage(error)) return problem(HttpStatus.SERVICE_UNAVAILABLE, OUTAGE);
  if (error instanceof HttpException && error.getStatus() < 500) {
    return problem(error.getStatus(), error.message);
  }
  return problem(HttpStatus.INTERNAL_SERVER_ERROR, 'The request could not be answered.');
};
