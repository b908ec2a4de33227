import { RequestError } from './request-error.ts';

/** How a run was started. */
export type Trigger = 'schedule' | 'http' | 'direct';

/** The fields of a call, not checked yet, and who calls. */
export interface Call {
  trigger: Trigger;
  fields: unknown;
}

interface HttpEvent {
  rawQueryString?: string;
  body?: string | null;
  isBase64Encoded?: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isHttpEvent = (event: Record<string, unknown>): boolean =>
  event['version'] === '2.0' && isObject(event['requestContext']);

const decodeBody = ({ body, isBase64Encoded }: HttpEvent): string => {
  if (!body) return '';
  return isBase64Encoded === true ? Buffer.from(body, 'base64').toString('utf8') : body;
};

const bodyFields = (event: HttpEvent): unknown => {
  if (event.rawQueryString) {
    throw new RequestError('query: parameters are not read; send the fields as a JSON body');
  }
  const text = decodeBody(event).trim();
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RequestError('body: is not JSON', { cause: error });
  }
};

/** Fields of an event that say how it is called, not what is asked for. */
const askedFor = (event: unknown): unknown => {
  if (!isObject(event)) return event ?? {};
  const { schedule, report_failure, request_id, traceparent, ...fields } = event;
  return {
    ...fields,
    ...notTrue({ schedule, report_failure }),
    ...notText({ request_id, traceparent }),
  };
};

/** What is not `true` was meant otherwise, and is refused with the other fields. */
const notTrue = (marks: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(marks).filter(([, mark]) => mark !== undefined && mark !== true),
  );

const notText = (marks: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(marks).filter(([, mark]) => mark !== undefined && typeof mark !== 'string'),
  );

/** What an event says of the request it comes from; nothing of it is checked. */
export interface RequestMarks {
  requestId: unknown;
  /** W3C trace context of the caller. */
  traceparent: unknown;
}

/**
 * What a caller says of its request: over HTTP in the header fields, with the gateway's own id where there is none;
 * in a direct call as `request_id` and `traceparent`.
 */
export const marksOf = (event: unknown): RequestMarks => {
  if (!isObject(event)) return { requestId: undefined, traceparent: undefined };
  if (!isHttpEvent(event))
    return { requestId: event['request_id'], traceparent: event['traceparent'] };
  const headers = isObject(event['headers']) ? event['headers'] : {};
  const { requestId } = event['requestContext'] as Record<string, unknown>;
  return {
    requestId: headers['x-request-id'] ?? requestId,
    traceparent: headers['traceparent'],
  };
};

/** Tells what kind of event this is, without looking at its fields. */
export const triggerOf = (event: unknown): Trigger => {
  if (!isObject(event)) return 'direct';
  if (isHttpEvent(event)) return 'http';
  return event['schedule'] === true ? 'schedule' : 'direct';
};

/** True for a caller who is to be told in the answer that the source failed: `report_failure: true`. */
export const wantsReport = (event: unknown): boolean =>
  isObject(event) && event['report_failure'] === true;

/**
 * Takes the fields out of an event: a schedule's, an HTTP API v2 event's body, or a direct call.
 * @throws RequestError when a body is not JSON
 */
export const readCall = (event: unknown): Call => {
  const trigger = triggerOf(event);
  const fields = trigger === 'http' ? bodyFields(event as HttpEvent) : askedFor(event);
  return { trigger, fields };
};
