import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Nobody asks any more when nobody asked for this long. */
const QUIET_MS = 750;
/** Longest that new connections are still taken: a balancer has looked at the readiness by then. */
const WINDING_DOWN_MS = 10_000;
/** Longest that open connections may bring another request after that. */
const LAST_REQUESTS_MS = 3_000;
/** Longest that what is then under way may take. */
const LAST_ANSWERS_MS = 12_000;
/** Longest that something that is under way when the process is told to stop may take; well under the 30 s ECS gives. */
export const DRAIN_MS = WINDING_DOWN_MS + LAST_REQUESTS_MS + LAST_ANSWERS_MS;
const LOOK_MS = 25;

/**
 * Ends the process without losing a request. When it is told to stop, readiness is off at once, and whoever still comes
 * is answered until nobody does. Then the port is closed; connections that are open are answered once
 * more and told to close, and what is being answered may end.
 */
@Injectable()
export class ConnectionDrain implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private underWay = 0;
  private lastRequestAt = 0;
  private isPortClosed = false;

  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    this.server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) =>
      this.follow(response),
    );
  }

  /** @param signal what the process was sent; without one its own program closes the app, and nobody asks any more */
  async beforeApplicationShutdown(signal?: string): Promise<void> {
    const { server } = this;
    if (!server.listening) return;
    if (signal !== undefined) await this.untilQuiet(WINDING_DOWN_MS);
    const closed = this.closePort();
    if (signal !== undefined) await Promise.race([closed, this.untilQuiet(LAST_REQUESTS_MS)]);
    server.keepAliveTimeout = 1;
    server.closeIdleConnections();
    const tooLate = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
    await closed;
    clearTimeout(tooLate);
  }

  private get server(): Server {
    return this.host.httpAdapter.getHttpServer() as Server;
  }

  private follow(response: ServerResponse): void {
    this.underWay += 1;
    this.lastRequestAt = Date.now();
    if (this.isPortClosed) response.setHeader('Connection', 'close');
    response.once('close', () => (this.underWay -= 1));
  }

  /**
   * Takes no new connection. The HTTP server's own close would cut idle ones too, on which a request may be on its way.
   * @returns what resolves when the last connection has ended
   */
  private closePort(): Promise<void> {
    this.isPortClosed = true;
    return new Promise((resolve) => {
      NetServer.prototype.close.call(this.server, () => resolve());
    });
  }

  private async untilQuiet(limitMs: number): Promise<void> {
    const since = Date.now();
    for (;;) {
      await sleep(LOOK_MS);
      const now = Date.now();
      const isQuiet = this.underWay === 0 && now - Math.max(this.lastRequestAt, since) >= QUIET_MS;
      if (isQuiet || now - since >= limitMs) return;
    }
  }
}
