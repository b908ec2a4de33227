import { createServer } from 'node:http';
import type { Express } from 'express';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { RequestListener, Server, ServerOptions } from 'node:http';
import type { Front } from '../front/front.ts';

/** Milliseconds a connection may take for each thing it does; whoever is slower is answered 408 and put out. */
export interface ServerBounds {
  /** Longer than a load balancer keeps an idle connection (60 s), so that it is the one to close it. */
  keepAlive: number;
  /** From the start of a connection or request to the end of its header fields. */
  headers: number;
  /** From the start of a request to the end of its body. */
  request: number;
  /** In which nothing is read or written, as when nobody takes an answer; such a connection is cut. */
  idle: number;
  /** How often connections are held against these bounds. */
  check: number;
}

const BOUNDS: ServerBounds = {
  keepAlive: 65_000,
  headers: 10_000,
  request: 20_000,
  idle: 60_000,
  check: 2_000,
};

/** Each is a few kilobytes; a task has room and file descriptors for several times as many. */
const MAX_CONNECTIONS = 10_000;

const optionsOf = ({ keepAlive, headers, request, check }: ServerBounds): ServerOptions => ({
  keepAliveTimeout: keepAlive,
  headersTimeout: headers,
  requestTimeout: request,
  connectionsCheckingInterval: check,
});

/** An HTTP server that no connection can hold up: silent and slow ones are ended, and there is a most of them. */
export const boundedServer = (listener: RequestListener, bounds = BOUNDS): Server => {
  const server = createServer(optionsOf(bounds), listener);
  server.setTimeout(bounds.idle);
  server.maxConnections = MAX_CONNECTIONS;
  // What a client expects beyond `100-continue` may be ignored (RFC 9110, 10.1.1); Node would answer it bare.
  server.on('checkExpectation', listener);
  return server;
};

/** Express on a {@link boundedServer}, behind what every request meets first. */
export class BoundedExpressAdapter extends ExpressAdapter {
  private front: Front | null = null;

  /** To be called before it listens. */
  putBehind(front: Front): void {
    this.front = front;
  }

  override initHttpServer(): void {
    const app = this.getInstance<Express>();
    this.setHttpServer(
      // How often connections are checked can be said at its making alone.
      boundedServer((request, response) => this.front!.handle(request, response, app)),
    );
  }
}
