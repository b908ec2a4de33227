import { STATUS_CODES } from 'node:http';
import { HttpException, HttpStatus, ServiceUnavailableException } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { TableError } from '../../domain/launches/repository/errors.ts';
import { InvalidParametersError, LaunchNotFoundError, UnhealthyError } from '../errors.ts';

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
  @ApiProperty({
    type: String,
    example: '6b4c2f0e-0b0a-4f6e-9a57-3f6a2d1c9e55',
    description: 'Names this request in the logs; the same as in `X-Request-Id`.',
  })
  request_id!: string;
  @ApiProperty({ type: [FieldErrorDto], required: false }) errors?: FieldErrorDto[];
}

export const problem = (
  status: number,
  detail: string,
  requestId: string,
  errors?: readonly FieldErrorDto[],
): Problem => ({
  // The status says all there is to say about the kind of problem (RFC 9457, 4.2.1).
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  request_id: requestId,
  ...(errors === undefined ? {} : { errors: [...errors] }),
});

const OUTAGE = 'The launches cannot be read at present; try again in a few seconds.';

const UNHEALTHY = 'A part of the system is down, or about to end.';

const isOutage = (error: unknown): boolean =>
  error instanceof TableError || error instanceof ServiceUnavailableException;

/** The problem a caller is told of, maybe with more to say; nothing of an unexpected error gets into it. */
export const toProblem = (error: unknown, requestId: string): Problem => {
  const of = (status: number, detail: string, errors?: readonly FieldErrorDto[]): Problem =>
    problem(status, detail, requestId, errors);
  if (error instanceof InvalidParametersError) {
    return of(HttpStatus.BAD_REQUEST, 'Some parameters are not valid.', error.errors);
  }
  if (error instanceof LaunchNotFoundError) return of(HttpStatus.NOT_FOUND, error.message);
  if (isOutage(error)) return of(HttpStatus.SERVICE_UNAVAILABLE, OUTAGE);
  if (error instanceof UnhealthyError) {
    const parts = { health: 'unhealthy', details: error.details };
    return { ...of(HttpStatus.SERVICE_UNAVAILABLE, UNHEALTHY), ...parts };
  }
  if (error instanceof HttpException && error.getStatus() < 500) {
    return of(error.getStatus(), error.message);
  }
  return of(HttpStatus.INTERNAL_SERVER_ERROR, 'The request could not be answered.');
};
