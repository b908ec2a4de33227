import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one address local servers listen on: nobody else can reach it. */
export const LOOPBACK = '127.0.0.1';

/** Far more than a call's few fields. */
const MAX_BODY_BYTES = 1_048_576;

/** An answer that is made before it is sent. */
export interface Answer {
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}

/** The whole body; null when there is more of it than is taken: the rest is let pass, to be able to answer. */
export const readBody = async (request: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return length > MAX_BODY_BYTES ? null : Buffer.concat(chunks);
};

export const send = (response: ServerResponse, answer: Answer): void => {
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(answer.statusCode, { ...answer.headers, 'content-length': body.length });
  response.end(body);
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });

export interface LocalServer {
  port: number;
  /** Refuses new requests and drops those under way. */
  stop: () => Promise<void>;
}

/** Listens on this machine alone. @param port 0 is any free one */
export const listen = async (
  listener: RequestListener,
  port = 0,
  requestTimeout = 30_000,
): Promise<LocalServer> => {
  const server = createServer({ requestTimeout }, listener);
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) };
};
