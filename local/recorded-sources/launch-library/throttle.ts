/** How many calls a caller has in a sliding window. */
export interface ThrottleOptions {
  /** Calls a window. */
  limit: number;
  /** Length of the window, in seconds. */
  seconds: number;
}

/** A budget that no run of the whole system uses up. */
export const GENEROUS: ThrottleOptions = { limit: 1_000_000, seconds: 3600 };

/** Counts the calls of each caller, an API token or an address. */
export class Throttle {
  readonly #options: ThrottleOptions;
  readonly #calls = new Map<string, number[]>();

  constructor(options: ThrottleOptions) {
    this.#options = options;
  }

  /** Seconds until the next call is free; 0 when it is now. */
  secondsToWait(caller: string): number {
    const calls = this.#recent(caller);
    const [oldest] = calls;
    if (oldest === undefined || calls.length < this.#options.limit) return 0;
    return Math.ceil((oldest + this.#options.seconds * 1000 - Date.now()) / 1000);
  }

  /**
   * Takes one call from the budget; a refused one costs nothing.
   * @returns 0, or the seconds to wait when the budget is used up
   */
  take(caller: string): number {
    const seconds = this.secondsToWait(caller);
    if (seconds === 0) this.#recent(caller).push(Date.now());
    return seconds;
  }

  /** The answer of `/api-throttle/`. */
  report(caller: string) {
    return {
      your_request_limit: this.#options.limit,
      limit_frequency_secs: this.#options.seconds,
      current_use: this.#recent(caller).length,
      next_use_secs: this.secondsToWait(caller),
      ident: caller,
    };
  }

  /** Times of the calls still in the window, oldest first; the list is the stored one. */
  #recent(caller: string): number[] {
    const start = Date.now() - this.#options.seconds * 1000;
    const recent = (this.#calls.get(caller) ?? []).filter((time) => time > start);
    this.#calls.set(caller, recent);
    return recent;
  }
}
