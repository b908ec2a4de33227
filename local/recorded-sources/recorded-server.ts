import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { CONTROL_PATH, control } from './control.ts';
import { damageAnswer, errorAnswer } from './damage.ts';
import { FaultPlan } from './faults.ts';
import type { Fault } from './faults.ts';
import type { Answer, Document, RecordedRequest } from './messages.ts';
import { readRequest, sendAnswer } from './transport.ts';

export interface RecordedServerOptions {
  /** Port on 127.0.0.1; a free one by default. */
  port?: number;
  /** Replay as of this ISO 8601 date (its first instant, UTC): later launches are upcoming. */
  asOf?: string;
}

export interface RecordedServer<Launch extends Document = Document> {
  /** `http://127.0.0.1:<port>`, the base URL a client is given. */
  readonly url: string;
  /** Every call so far but those to the control path, oldest first. */
  readonly requests: RecordedRequest[];
  /** The launches being served, in the API's shape; changes to them show in the next answer. */
  readonly launches: Launch[];
  /** Serves other launches from the next answer on. */
  setLaunches: (launches: readonly Launch[]) => void;
  /** @throws FaultError naming each wrong field */
  setFaults: (faults: readonly Fault[]) => void;
  /** Drops every connection and frees the port. */
  close: () => Promise<void>;
}

/** What sets one launch API apart from the other. */
export interface LaunchApi<Launch extends Document> {
  launches: Launch[];
  /** Field of the envelope that holds the launches. */
  documentsKey: string;
  /** The true answer to a call. */
  answer: (request: RecordedRequest, launches: readonly Launch[]) => Answer;
}

const HOST = '127.0.0.1';

/** Waits unless the caller goes away first. */
const delay = async (milliseconds: number, response: ServerResponse): Promise<void> => {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once('close', leave);
  try {
    await wait(milliseconds, undefined, { signal: gone.signal });
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  } finally {
    response.off('close', leave);
  }
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });

/**
 * Serves a launch API on 127.0.0.1, with a log of its calls and faults on demand.
 * @throws the listening error of node:net, EADDRINUSE when the port is taken
 */
export const startRecordedServer = async <Launch extends Document>(
  api: LaunchApi<Launch>,
  { port = 0 }: RecordedServerOptions,
): Promise<RecordedServer<Launch>> => {
  const requests: RecordedRequest[] = [];
  const faults = new FaultPlan();
  let { launches } = api;

  const answerWith = (fault: Fault, request: RecordedRequest): Answer =>
    fault.status === undefined
      ? damageAnswer(api.answer(request, launches), api.documentsKey, fault)
      : errorAnswer(fault.status, fault.retry_after);

  const serve = async (request: RecordedRequest, response: ServerResponse): Promise<void> => {
    if (request.path === CONTROL_PATH) return sendAnswer(response, control(request, faults));
    requests.push(request);
    const fault = faults.take();
    if (fault.delay_ms !== undefined) await delay(fault.delay_ms, response);
    sendAnswer(response, answerWith(fault, request), fault.cut_off);
  };

  const server = createServer((message, response) => {
    readRequest(message)
      .then((request) => serve(request, response))
      .catch((error: unknown) => sendAnswer(response, { status: 500, body: String(error) }));
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;

  return {
    url: `http://${HOST}:${bound}`,
    requests,
    get launches() {
      return launches;
    },
    setLaunches: (next) => {
      launches = [...next];
    },
    setFaults: (next) => faults.set({ faults: next }),
    close: () => closeServer(server),
  };
};
