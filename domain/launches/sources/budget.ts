/** What one run may spend on a source: calls, retries included, and time. */
export class SourceBudget {
  /** Aborts a call that is under way when the time is up, or nobody waits for it any more. */
  readonly signal: AbortSignal;
  private callsLeft: number;
  private readonly endsAt: number;
  private readonly ended = new AbortController();

  /**
   * @param calls HTTP requests, each try counted
   * @param millis time from now
   */
  constructor(calls: number, millis: number) {
    const time = Math.max(0, Math.ceil(millis));
    this.callsLeft = calls;
    this.endsAt = performance.now() + time;
    this.signal = AbortSignal.any([AbortSignal.timeout(time), this.ended.signal]);
  }

  /** Milliseconds left, at least 0. */
  get millisLeft(): number {
    return Math.max(0, this.endsAt - performance.now());
  }

  get isSpent(): boolean {
    return this.callsLeft <= 0 || this.millisLeft <= 0;
  }

  countCall(): void {
    this.callsLeft -= 1;
  }

  /** Spends what is left: nothing more is wanted of the source. */
  end(): void {
    this.callsLeft = 0;
    this.ended.abort();
  }
}
