import type { LaunchSource } from '../keys.ts';

/** A source did not answer, or answered something that is not launches; `cause` is what was seen. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly source: LaunchSource;
  /** HTTP status of the last answer; null when there was none. */
  readonly status: number | null;
  /** Seconds the source asked to wait; null when it did not say. */
  readonly retryAfter: number | null;

  constructor(
    source: LaunchSource,
    message: string,
    details: { cause?: unknown; status?: number | null; retryAfter?: number | null } = {},
  ) {
    super(`${source}: ${message}`, { cause: details.cause });
    this.source = source;
    this.status = details.status ?? null;
    this.retryAfter = details.retryAfter ?? null;
  }
}

/** The run has no time or no source calls left; what was read so far stands. */
export class OutOfBudgetError extends Error {
  override readonly name = 'OutOfBudgetError';
}
