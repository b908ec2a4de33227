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

const scheduleFields = ({ schedule, ...fields }: Record<string, unknown>): unknown => fields;

/** Tells what kind of event this is, without looking at its fields. */
export const triggerOf = (event: unknown): Trigger => {
  if (!isObject(event)) return 'direct';
  if (isHttpEvent(event)) return 'http';
  return event['schedule'] === true ? 'schedule' : 'direct';
};

/**
 * Takes the fields out of an event: a schedule's, an HTTP API v2 event's body, or a direct call.
 * @throws RequestError when a body is not JSON
 */
export const readCall = (event: unknown): Call => {
  const trigger = triggerOf(event);
  if (trigger === 'http') return { trigger, fields: bodyFields(event as HttpEvent) };
  if (trigger === 'schedule') {
    return { trigger, fields: scheduleFields(event as Record<string, unknown>) };
  }
  return { trigger, fields: event ?? {} };
};
