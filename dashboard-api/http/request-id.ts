import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRequestId } from '../../domain/telemetry/request-id.ts';

/** Name of the header that carries the id of a request, in and out. */
export const REQUEST_ID_HEADER = 'X-Request-Id';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * True when what a request says of itself may be believed: it comes from this machine. What comes through a proxy does
 * not: proxies pass on what anybody sends.
 */
export const isFromTrusted = ({ socket }: IncomingMessage, trustedProxies: number): boolean =>
  trustedProxies === 0 && LOOPBACK.test(socket.remoteAddress ?? '');

/**
 * The id of a request, which is in every log line of it, in its problem and in its answer's X-Request-Id.
 * One that a trusted caller gave is kept if it can be written into a log as it is.
 */
export const requestIdFor =
  (trustedProxies: number) =>
  (request: IncomingMessage): string => {
    const given = isFromTrusted(request, trustedProxies)
      ? request.headers[REQUEST_ID_HEADER.toLowerCase()]
      : undefined;
    return isRequestId(given) ? given : randomUUID();
  };

/** The id of the request this answers, as its header says it. */
export const requestIdOf = (response: ServerResponse): string =>
  String(response.getHeader(REQUEST_ID_HEADER) ?? '');
