import { HttpException, HttpStatus } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ClientCounts } from './client-counts.ts';

const MINUTE_MS = 60_000;

/** What a balancer asks for all day; that of each part is for people. */
const PROBES = ['/health', '/liveness', '/readiness'];
const READING = ['GET', 'HEAD'];

/** A client asks too often; the answer's Retry-After says when to come back. */
class TooManyRequestsException extends HttpException {
  constructor() {
    super('Too many requests; try again later.', HttpStatus.TOO_MANY_REQUESTS);
  }
}

/** Probes, and the files there are, which browsers and caches keep; what is like them alone is counted. */
const isNotCounted = ({ method, originalUrl }: Request, files: ReadonlySet<string>): boolean => {
  const [path = ''] = originalUrl.split('?');
  return READING.includes(method) && (PROBES.includes(path) || files.has(path));
};

/**
 * Lets each client ask so often and no more; the answers say how much is left (RateLimit fields of the IETF's
 * draft 8). A client is an IPv4 address or an IPv6 network of 56 bits, as the proxies that are trusted tell it.
 * @param perMinute requests a client may make in a minute; 0 is any number
 * @param files paths of files that do not count
 */
export const limitRate = (perMinute: number, files: ReadonlySet<string>): RequestHandler =>
  rateLimit({
    windowMs: MINUTE_MS,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'client',
    store: new ClientCounts(),
    skip: (request) => perMinute === 0 || isNotCounted(request, files),
    handler: (_request, _response, next) => next(new TooManyRequestsException()),
    // A client may send whatever it likes; without a trusted proxy it is not read.
    validate: { xForwardedForHeader: false, forwardedHeader: false, limit: false },
  });
