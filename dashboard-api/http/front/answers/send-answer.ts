import type { IncomingMessage, ServerResponse } from 'node:http';
import { heldTag } from '../../strong-etag.ts';
import type { HeaderFields } from '../header-fields.ts';
import type { Answer } from './answer-store.ts';

/** True where all of an answer is there that a request is to be sent. */
export const isEnough = ({ tag, body }: Answer, { headers }: IncomingMessage): boolean =>
  body !== null || heldTag(headers['if-none-match'], tag) !== null;

/**
 * Sends an answer again, or says that the caller holds it.
 * @param answer enough for the request
 * @param fields header fields of this request alone
 */
export const sendAnswer = (
  { headers, unchangedHeaders, tag, body }: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  fields: HeaderFields,
): void => {
  const held = heldTag(request.headers['if-none-match'], tag);
  if (held === null) {
    response.writeHead(200, fields.list.concat(headers));
    response.end(body);
  } else {
    response.writeHead(304, fields.list.concat(unchangedHeaders, ['etag', held]));
    response.end();
  }
};
