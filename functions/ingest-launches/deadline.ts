import type { Trigger } from './event.ts';

/** What Lambda tells a function about its own time. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
  awsRequestId?: string;
}

export interface Deadline {
  /** Milliseconds since 1970 at which the run must stop reading and writing. */
  stopAt: number;
  /** Milliseconds since 1970 at which the process is ended from outside. */
  endsAt: number;
}

/** Time kept for the state item and the answer. */
const RESERVE_MS = 10_000;
/** An HTTP API waits 30 s for an answer. */
const HTTP_MS = 25_000;
/** A caller without a Lambda context has the function's own limit. */
const DEFAULT_MS = 300_000;

/** When a run that starts now has to be done. */
export const deadlineOf = (context: LambdaContext | undefined, trigger: Trigger): Deadline => {
  const now = Date.now();
  const endsAt = now + (context?.getRemainingTimeInMillis() ?? DEFAULT_MS);
  const stopAt = endsAt - RESERVE_MS;
  return { endsAt, stopAt: trigger === 'http' ? Math.min(stopAt, now + HTTP_MS) : stopAt };
};
