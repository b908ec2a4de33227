import { once } from 'node:events';
import { request } from 'node:http';
import type { Agent, IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** An answer as it is on the wire, its body decoded. */
export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request as it is written. */
export interface RawRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Instead of that of the URL, which is put in order when it is parsed. */
  path?: string;
  /** Keeps connections, where several requests shall share them. */
  agent?: Agent;
}

const DECODERS: Readonly<Record<string, (content: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  deflate: inflateSync,
};

const textOf = (content: Buffer, { 'content-encoding': encoding = '' }: IncomingHttpHeaders) =>
  (content.length > 0 ? (DECODERS[encoding]?.(content) ?? content) : content).toString();

/** Sends a request as it is written, which `fetch` would not: any method, any header, any length. */
export const ask = (url: string, options: RawRequest = {}): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const sent = request(url, rest, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: textOf(Buffer.concat(chunks), response.headers),
        }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });

/** A connection that says nothing until it is told to. */
export const openConnection = async (url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return socket;
};

/** All that comes on a connection until the other end closes it. */
export const untilClosed = async (socket: Socket): Promise<string> => {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
};

/** An answer that came as text. */
export const parseAnswer = (text: string): RawAnswer => {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body };
};
