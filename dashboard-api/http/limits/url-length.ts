import { HttpException, HttpStatus } from '@nestjs/common';
import type { RequestHandler } from 'express';

/**
 * Characters. Of the 16 KB that an address may have together with its header fields, this leaves those one.
 */
export const MAX_URL_LENGTH = 15_360;

export const limitUrl: RequestHandler = ({ originalUrl }, _response, next) => {
  const isTooLong = originalUrl.length > MAX_URL_LENGTH;
  next(
    isTooLong
      ? new HttpException(
          `The address has more than ${MAX_URL_LENGTH} characters.`,
          HttpStatus.URI_TOO_LONG,
        )
      : undefined,
  );
};
