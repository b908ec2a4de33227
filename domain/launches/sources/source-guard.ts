import type { CircuitBreakerPolicy } from 'cockatiel';
import {
  CircuitState,
  ConsecutiveBreaker,
  bulkhead,
  circuitBreaker,
  handleWhen,
  wrap,
} from 'cockatiel';
import { SourceError } from './errors.ts';

/** Requests to a source at once; runs of one source follow each other, so more of them would be a fault of ours. */
const AT_ONCE = 2;
const WAITING = 16;

/** A refusal (4xx) says that the source is there; that it answered is what counts. */
const isGone = (error: unknown): boolean =>
  error instanceof SourceError &&
  (error.status === null || error.status === 429 || error.status >= 500);

/**
 * Stands between a run and a source that may be gone. Runs are hours apart, so a circuit that stayed open would lose
 * them whole; this one goes half-open at once: the next request is the probe, with one try instead of several.
 */
export class SourceGuard {
  private readonly breaker: CircuitBreakerPolicy;
  private readonly policy: { execute: <T>(run: () => Promise<T>) => Promise<T> };

  constructor() {
    this.breaker = circuitBreaker(handleWhen(isGone), {
      breaker: new ConsecutiveBreaker(1),
      halfOpenAfter: 0,
    });
    this.policy = wrap(bulkhead(AT_ONCE, WAITING), this.breaker);
  }

  /** @param run told how many tries the source is worth */
  run<T>(run: (tries: 'one' | 'several') => Promise<T>): Promise<T> {
    const tries = this.breaker.state === CircuitState.Closed ? 'several' : 'one';
    return this.policy.execute(() => run(tries));
  }
}
