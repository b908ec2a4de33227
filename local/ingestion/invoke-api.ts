import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOOPBACK, listen, readBody, send } from '../requests.ts';
import { complain, inOneLine } from '../terminal.ts';
import type { LocalFunction } from './function.ts';
import { InvocationError } from './function.ts';

/** What the function is called, as its deployment would be. */
export const FUNCTION_NAME = 'spacex-dashboard-ingestion';

const PATH = `/2015-03-31/functions/${FUNCTION_NAME}/invocations`;
const JSON_TYPE = { 'content-type': 'application/json' };

export interface InvokeApi {
  /** `http://127.0.0.1:<port>`, for AWS_ENDPOINT_URL_LAMBDA. */
  endpoint: string;
  stop: () => Promise<void>;
}

const unknown = (response: ServerResponse): void =>
  send(response, {
    statusCode: 404,
    headers: { ...JSON_TYPE, 'x-amzn-errortype': 'ResourceNotFoundException' },
    body: JSON.stringify({ Type: 'User', Message: 'Function not found' }),
  });

/** A function that throws is a 200 that says so in a header. */
const outcomeOf = async (invoke: LocalFunction['invoke'], event: unknown) => {
  try {
    return { headers: JSON_TYPE, body: JSON.stringify(await invoke(event)) };
  } catch (error) {
    if (!(error instanceof InvocationError)) throw error;
    const body = JSON.stringify({ errorType: error.name, errorMessage: error.message });
    return { headers: { ...JSON_TYPE, 'x-amz-function-error': 'Unhandled' }, body };
  }
};

const handle = async (
  request: IncomingMessage,
  response: ServerResponse,
  invoke: LocalFunction['invoke'],
): Promise<void> => {
  try {
    const body = await readBody(request);
    if (request.method !== 'POST' || request.url !== PATH) return unknown(response);
    const event = JSON.parse(body?.toString('utf8') || '{}') as unknown;
    send(response, { statusCode: 200, ...(await outcomeOf(invoke, event)) });
  } catch (error) {
    if (response.destroyed) return;
    complain(`Invoking the function failed: ${inOneLine(error)}`);
    send(response, { statusCode: 500, headers: JSON_TYPE, body: '{"Type":"Service"}' });
  }
};

/** Stand-in of Lambda's Invoke: lets the dashboard start ingestion here as it does on AWS. */
export const startInvokeApi = async (invoke: LocalFunction['invoke']): Promise<InvokeApi> => {
  const { port, stop } = await listen((request, response) => {
    void handle(request, response, invoke);
  });
  return { endpoint: `http://${LOOPBACK}:${port}`, stop };
};
