import type { IncomingHttpHeaders } from 'node:http';

/** A JSON object as a launch API sends it. */
export type Document = Record<string, unknown>;

/** One call as it arrived; also the entry of the request log. */
export interface RecordedRequest {
  method: string;
  /** Without the query string. */
  path: string;
  /** Of a repeated parameter, the last value. */
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
  /** The JSON value; the text where it is not JSON; null when there is no body. */
  body: unknown;
}

/** What is sent back: text as it is, anything else as JSON. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
