import type { Clock } from '../../domain/launches/clock.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { LaunchTable } from '../../domain/launches/repository/client.ts';
import { SourceError } from '../../domain/launches/sources/errors.ts';
import type { SourceClient } from '../../domain/launches/sources/source-client.ts';
import { errorFields } from '../../domain/telemetry/error-fields.ts';
import type { Answer } from './answer.ts';
import { answer, errorAnswer, resultAnswer } from './answer.ts';
import type { LambdaContext } from './deadline.ts';
import { deadlineOf } from './deadline.ts';
import type { Call } from './event.ts';
import { readCall, triggerOf, wantsReport } from './event.ts';
import { LeaseHeldError } from './lease.ts';
import { inInvocation } from './invocation.ts';
import { log } from './log.ts';
import { RequestError } from './request-error.ts';
import { readRequest } from './request.ts';
import { runIngestion } from './run.ts';

/** What the function is made of; put together once, at start. */
export interface Ingestion {
  table: LaunchTable;
  sources: readonly LaunchSource[];
  clients: Readonly<Record<LaunchSource, SourceClient>>;
  clock: Clock;
  /** Adds times, counts and reasons to the answers. */
  details: boolean;
}

const TOO_MANY_REQUESTS = 429;

/** Over HTTP every failure is an answer; who asks for reports is told of the source's, which a later run mends. */
const answersFailure = (event: unknown, error: unknown): boolean =>
  triggerOf(event) === 'http' || (wantsReport(event) && error instanceof SourceError);

/** Faults that no caller can mend: a schedule's retries, dead-letter queue and Errors metric need the throw. */
const isForTheQueue = (error: unknown): boolean => {
  if (error instanceof RequestError || error instanceof LeaseHeldError) return false;
  // Another try would spend calls that are not there.
  return !(error instanceof SourceError && error.status === TOO_MANY_REQUESTS);
};

const millisSince = (startedAt: number): { duration_ms: number } => ({
  duration_ms: Math.round(performance.now() - startedAt),
});

const answerCall = async (
  { table, sources, clients, clock, details }: Ingestion,
  { trigger, fields }: Call,
  context: LambdaContext | undefined,
): Promise<Answer> => {
  const deadline = deadlineOf(context, trigger);
  const { source, reading } = readRequest(fields, sources, clock());
  const client = clients[source];
  const startedAt = performance.now();
  try {
    const result = await runIngestion({ table, client, clock, trigger, reading, deadline });
    log('info', 'ingested', {
      source,
      trigger,
      complete: result.complete,
      ...millisSince(startedAt),
      ...result.counts,
    });
    return resultAnswer(source, result, details);
  } catch (error) {
    if (!(error instanceof LeaseHeldError) || trigger !== 'schedule') throw error;
    log('info', 'skipped', { source, reason: error.message });
    return answer(200, { source, skipped: true });
  }
};

/**
 * Answers one event.
 * @throws SourceError, TableError of a scheduled or direct run that does not ask for an answer, so that its
 * retries and alarms work
 */
export const ingest = (
  ingestion: Ingestion,
  event: unknown,
  context?: LambdaContext,
): Promise<Answer> => inInvocation(event, context, () => answerOrThrow(ingestion, event, context));

const answerOrThrow = async (
  ingestion: Ingestion,
  event: unknown,
  context: LambdaContext | undefined,
): Promise<Answer> => {
  const startedAt = performance.now();
  try {
    return await answerCall(ingestion, readCall(event), context);
  } catch (error) {
    const level = error instanceof RequestError ? 'warn' : 'error';
    log(level, 'ingestion_failed', { ...millisSince(startedAt), ...errorFields(error) });
    const isAnswered = answersFailure(event, error) || !isForTheQueue(error);
    const failure = isAnswered ? errorAnswer(error) : null;
    if (failure === null) throw error;
    return failure;
  }
};
