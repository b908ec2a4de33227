import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { Answer, RecordedRequest } from './messages.ts';

const jsonOrText = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
};

/** Reads a request with its whole body. */
export const readRequest = async (message: IncomingMessage): Promise<RecordedRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: Object.fromEntries(new URLSearchParams(mark < 0 ? '' : target.slice(mark))),
    headers: message.headers,
    body: jsonOrText(Buffer.concat(chunks).toString('utf8')),
  };
};

/** Sends an answer, whole or cut off. */
export const sendAnswer = (
  response: ServerResponse,
  { status, headers, body }: Answer,
  cutOff?: Fault['cut_off'],
): void => {
  const isText = typeof body === 'string';
  const whole = Buffer.from(isText ? body : JSON.stringify(body));
  const half = whole.subarray(0, whole.length / 2);
  const sent = cutOff === undefined ? whole : half;
  response.writeHead(status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'content-length': cutOff === 'connection' ? whole.length : sent.length,
    ...headers,
  });
  if (cutOff === 'connection') response.write(sent, () => response.destroy());
  else response.end(sent);
};
