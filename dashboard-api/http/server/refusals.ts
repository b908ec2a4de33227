import { IncomingMessage, STATUS_CODES, ServerResponse } from 'node:http';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { RequestHandler, Request, Response } from 'express';
import { PROBLEM_TYPE, problem } from '../problem.ts';
import { REQUEST_ID_HEADER, requestIdFor, requestIdOf } from '../request-id.ts';

/** Token of what sets the security headers ({@link RequestHandler}). */
export const SECURITY_HEADERS = Symbol('security headers');

/** What a request that never became one is told, by Node's code of the error. */
const ANSWERS: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The address and header fields have more than 16 KB.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The body has too many chunk extensions.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};
const HEAD = 'HEAD ';
const MALFORMED = [400, 'The request is not HTTP.'] as const;

/** The answer Node began on this connection; it says so nowhere else. */
interface AnsweringSocket extends Socket {
  _httpMessage?: { headersSent: boolean };
}

/** What Node's parser says of it. */
interface RefusedRequest extends NodeJS.ErrnoException {
  rawPacket?: Buffer;
}

/** The answer to a HEAD ends with its header fields. */
const isHead = (packet: Buffer | undefined): boolean =>
  packet?.subarray(0, HEAD.length).toString() === HEAD;

const canAnswer = ({ writable, _httpMessage }: AnsweringSocket): boolean =>
  writable && _httpMessage?.headersSent !== true;

/** Answers requests that Node's parser refuses, as every other error is answered, and logs them. */
@Injectable()
export class Refusals implements OnApplicationBootstrap {
  private readonly logger = new Logger(Refusals.name);

  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(SECURITY_HEADERS) private readonly setSecurityHeaders: RequestHandler,
  ) {}

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.on('clientError', (error: RefusedRequest, socket: Socket) => this.refuse(error, socket));
  }

  private refuse({ code = '', rawPacket }: RefusedRequest, socket: Socket): void {
    if (code === 'ECONNRESET' || !canAnswer(socket)) {
      socket.destroy();
      return;
    }
    const [status, detail] = ANSWERS[code] ?? MALFORMED;
    const response = this.blankAnswer(socket);
    const id = requestIdOf(response);
    this.logger.warn({ event: 'request_refused', request_id: id, status, reason: code });
    const body = JSON.stringify(problem(status, detail, id));
    const head = serializeHead(status, response, body);
    socket.end(isHead(rawPacket) ? head : head + body);
  }

  /** Holds the headers of the answer; it is not connected to anything. */
  private blankAnswer(socket: Socket): ServerResponse {
    const request = new IncomingMessage(socket);
    const response = new ServerResponse(request);
    // Nothing that was sent counts: it could not be read.
    response.setHeader(REQUEST_ID_HEADER, requestIdFor(0)(request));
    this.setSecurityHeaders(request as Request, response as Response, () => undefined);
    response.setHeader('Content-Type', PROBLEM_TYPE);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Connection', 'close');
    return response;
  }
}

const serializeHead = (status: number, response: ServerResponse, body: string): string => {
  const headers = { ...response.getHeaders(), 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n');
};
