import type { LaunchSource } from '../../domain/launches/keys.ts';
import { TableError } from '../../domain/launches/repository/errors.ts';
import { StateChangedError } from '../../domain/launches/repository/state-store.ts';
import { SourceError } from '../../domain/launches/sources/errors.ts';
import { ForbiddenError } from './caller.ts';
import { LeaseHeldError } from './lease.ts';
import { RequestError } from './request-error.ts';
import type { RunResult } from './run.ts';

/** What the function answers, in the shape an HTTP API passes on. */
export interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

export const answer = (
  statusCode: number,
  body: object,
  headers: Record<string, string> = {},
): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});

/** Numbers of a run; with `details` also its times, how many launches it read, and why some were rejected. */
export const resultAnswer = (source: LaunchSource, result: RunResult, details: boolean): Answer => {
  const { complete, next_from, counts } = result;
  return answer(200, {
    source,
    complete,
    ...(complete ? {} : { next_from }),
    inserted_items: counts.inserted,
    updated_items: counts.updated,
    unchanged_items: counts.unchanged,
    moved_items: counts.moved,
    rejected_items: counts.rejected,
    ...(details
      ? {
          start_time: result.start_time,
          end_time: result.end_time,
          launch_items: counts.read,
          rejected: result.rejected,
        }
      : {}),
  });
};

const sourceAnswer = ({ message, retryAfter }: SourceError): Answer =>
  retryAfter === null
    ? answer(502, { error: message })
    : answer(
        502,
        { error: message, retry_after: retryAfter },
        { 'retry-after': String(retryAfter) },
      );

/**
 * The answer to a run that failed: 400 and 403 the caller's, 409 another run's, 502 the source's, 503 the table's fault.
 * @returns null for a fault that has no answer: one of this program
 */
export const errorAnswer = (error: unknown): Answer | null => {
  if (error instanceof RequestError) return answer(400, { error: error.message });
  if (error instanceof ForbiddenError) return answer(403, { error: error.message });
  if (error instanceof LeaseHeldError) return answer(409, { error: error.message });
  if (error instanceof SourceError) return sourceAnswer(error);
  if (error instanceof TableError || error instanceof StateChangedError) {
    return answer(503, { error: 'The launches table is not available' });
  }
  return null;
};
