import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { httpApiEvent } from './ingestion/http-event.ts';
import type { FunctionAnswer, LocalFunction } from './ingestion/function.ts';
import { LOOPBACK, listen, readBody, send } from './requests.ts';
import { complain, inOneLine } from './terminal.ts';

export const FETCH_PATH = '/fetch';

const METHOD = 'POST';
/** An HTTP API answers 503 when the function has not by then. */
const ANSWER_MS = 30_000;

export interface HttpTrigger {
  /** `http://127.0.0.1:<port>/fetch` */
  url: string;
  /** Refuses new calls and drops those under way. */
  stop: () => Promise<void>;
}

export interface HttpTriggerOptions {
  /** 0 is any free one. */
  port: number;
  invoke: LocalFunction['invoke'];
  /** Longest wait for the function, in milliseconds. */
  answerMs?: number;
}

const message = (
  statusCode: number,
  text: string,
  headers: Record<string, string> = {},
): FunctionAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message: text }),
});

const atMost = async (
  answer: Promise<FunctionAnswer>,
  limitMs: number,
): Promise<FunctionAnswer> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<FunctionAnswer>((resolve) => {
    timer = setTimeout(() => resolve(message(503, 'Service Unavailable')), limitMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

const route = async (
  request: IncomingMessage,
  { invoke, answerMs = ANSWER_MS }: HttpTriggerOptions,
): Promise<FunctionAnswer> => {
  const base = `http://localhost:${request.socket.localPort}`;
  const url = URL.parse(request.url ?? '/', base);
  if (url?.pathname !== FETCH_PATH) return message(404, 'Not Found');
  if (request.method !== METHOD) return message(405, 'Method Not Allowed', { allow: METHOD });
  const body = await readBody(request);
  if (body === null) return message(413, 'Request Entity Too Large');
  return atMost(invoke(httpApiEvent(request, url, body)), answerMs);
};

const handle = async (
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpTriggerOptions,
): Promise<void> => {
  try {
    send(response, await route(request, options));
  } catch (error) {
    if (response.destroyed) return;
    complain(`POST ${FETCH_PATH} failed: ${inOneLine(error)}`);
    send(response, message(500, 'Internal Server Error'));
  }
};

/** Starts the stand-in of the HTTP API in front of the function, on 127.0.0.1. */
export const startHttpTrigger = async (options: HttpTriggerOptions): Promise<HttpTrigger> => {
  const listener: RequestListener = (request, response) => void handle(request, response, options);
  const { port, stop } = await listen(listener, options.port, ANSWER_MS);
  return { url: `http://${LOOPBACK}:${port}${FETCH_PATH}`, stop };
};
