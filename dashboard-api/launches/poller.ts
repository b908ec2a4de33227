import type { SourceCache } from './source-cache.ts';

const POLL_MS = 15_000;
/** While the table does not answer requests fail at once, so its return must be seen soon. */
const RETRY_MS = 2_000;

/** Refreshes a source's cache in the background, one refresh at a time, without keeping the process alive. */
export class Poller {
  private timer: NodeJS.Timeout | undefined;
  private lastRefresh = 0;

  constructor(private readonly cache: SourceCache) {}

  /** Refreshes now, and from now on. */
  start(): void {
    this.timer = setInterval(() => this.tick(), RETRY_MS).unref();
    this.tick();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const now = Date.now();
    if (this.cache.failure === null && now - this.lastRefresh < POLL_MS) return;
    this.lastRefresh = now;
    void this.cache.refresh();
  }
}
