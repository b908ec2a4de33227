import type { Fault } from './faults.ts';
import { isDocument } from './messages.ts';
import type { Answer, Document } from './messages.ts';

const UNKNOWN_FIELD = { added_by_the_source: { since: 'yesterday', revision: 7 } };

/** The same fields, each with a value of another type; the id stays, so that the document can be named. */
const withWrongTypes = (document: Document): Document => {
  const wrong = Object.entries(document).map(([field, value]) => [
    field,
    typeof value === 'string' ? value.length : String(value),
  ]);
  return { ...Object.fromEntries(wrong), id: document.id };
};

const damageDocument = (document: unknown, position: number, fault: Fault): unknown => {
  if (!isDocument(document)) return document;
  const { wrong_types: wrong } = fault;
  const broken = wrong === 'all' || wrong?.includes(position);
  const shaped = broken ? withWrongTypes(document) : document;
  return fault.unknown_field ? { ...shaped, ...UNKNOWN_FIELD } : shaped;
};

const damageEnvelope = (envelope: Document, documentsKey: string, fault: Fault): Document => {
  const { [documentsKey]: documents, ...rest } = envelope;
  const held = fault.no_documents ? [] : (documents as unknown[]);
  const damaged = held.map((document, position) => damageDocument(document, position, fault));
  const key = fault.wrong_envelope ? `misplaced_${documentsKey}` : documentsKey;
  return { ...rest, [key]: damaged, ...(fault.unknown_field ? UNKNOWN_FIELD : {}) };
};

/** The error a fault asks for, instead of the true answer. */
export const errorAnswer = (status: number, retryAfter?: number | string): Answer => ({
  status,
  headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  body: { detail: status === 429 ? 'Request was throttled.' : 'The source is out of order.' },
});

/**
 * Spoils a true answer the way a fault asks for; answers without documents keep their shape.
 * @param documentsKey field of the envelope that holds the documents
 */
export const damageAnswer = (answer: Answer, documentsKey: string, fault: Fault): Answer => {
  if (fault.not_json) {
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><body>Back soon</body></html>',
    };
  }
  const { body } = answer;
  if (!isDocument(body) || !Array.isArray(body[documentsKey])) return answer;
  return { ...answer, body: damageEnvelope(body, documentsKey, fault) };
};
