import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** The event an API Gateway HTTP API gives a Lambda function, payload format 2.0. */
export interface HttpApiEvent {
  version: '2.0';
  routeKey: string;
  rawPath: string;
  rawQueryString: string;
  cookies?: string[];
  headers: Record<string, string>;
  queryStringParameters?: Record<string, string>;
  requestContext: Record<string, unknown>;
  body?: string;
  isBase64Encoded: boolean;
}

/** Media types an HTTP API hands on as text; every other body arrives in base64. */
const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)\b)/i;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `22/Nov/2026:04:33:07 +0000`, the notation of web server logs that API Gateway uses. */
const logTime = (now: Date): string => {
  const [day, time] = [now.toISOString().slice(0, 10), now.toISOString().slice(11, 19)];
  return `${day.slice(8)}/${MONTHS[now.getUTCMonth()]}/${day.slice(0, 4)}:${time} +0000`;
};

/** Names in lower case, repeated ones joined; cookies stand beside them. */
const flatHeaders = ({
  cookie: _cookie,
  ...headers
}: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );

const cookiesOf = ({ cookie }: IncomingHttpHeaders): Pick<HttpApiEvent, 'cookies'> =>
  cookie === undefined ? {} : { cookies: cookie.split('; ') };

const parametersOf = (query: URLSearchParams): Pick<HttpApiEvent, 'queryStringParameters'> => {
  const names = [...new Set(query.keys())];
  if (names.length === 0) return {};
  return {
    queryStringParameters: Object.fromEntries(
      names.map((name) => [name, query.getAll(name).join(',')]),
    ),
  };
};

const bodyOf = (
  body: Buffer,
  contentType: string,
): Pick<HttpApiEvent, 'body' | 'isBase64Encoded'> => {
  if (body.length === 0) return { isBase64Encoded: false };
  if (TEXT.test(contentType)) return { body: body.toString('utf8'), isBase64Encoded: false };
  return { body: body.toString('base64'), isBase64Encoded: true };
};

/**
 * The event of a request, as an HTTP API with the route `<method> <path>` and the stage `$default` makes it.
 * @param url the request's address
 * @param body the whole body
 */
export const httpApiEvent = (request: IncomingMessage, url: URL, body: Buffer): HttpApiEvent => {
  const { headers, method = 'GET', httpVersion, socket } = request;
  const now = new Date();
  const routeKey = `${method} ${url.pathname}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...cookiesOf(headers),
    headers: flatHeaders(headers),
    ...parametersOf(url.searchParams),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: url.host,
      domainPrefix: 'localhost',
      http: {
        method,
        path: url.pathname,
        protocol: `HTTP/${httpVersion}`,
        sourceIp: socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: logTime(now),
      timeEpoch: now.getTime(),
    },
    ...bodyOf(body, headers['content-type'] ?? ''),
  };
};
