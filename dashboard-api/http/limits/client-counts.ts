import type { IncrementResponse, Options, Store } from 'express-rate-limit';

interface Count {
  totalHits: number;
  resetTime: Date;
}

/** Clients remembered at once, some ten megabytes; more than these are not one person each. */
const MAX_CLIENTS = 50_000;

/**
 * Requests of each client in its own window of time, in a bounded memory. A Map keeps the order in which windows
 * began, so the first are the first to end: over the bound the oldest is forgotten, and that client starts anew.
 */
export class ClientCounts implements Store {
  /** Every process counts for itself. */
  readonly localKeys = true;
  private readonly counts = new Map<string, Count>();
  private windowMs = 0;

  constructor(private readonly maxClients = MAX_CLIENTS) {}

  get size(): number {
    return this.counts.size;
  }

  init({ windowMs }: Pick<Options, 'windowMs'>): void {
    this.windowMs = windowMs;
  }

  increment(client: string): IncrementResponse {
    this.forgetEnded();
    const count = this.counts.get(client) ?? this.begin(client);
    count.totalHits += 1;
    return { ...count };
  }

  decrement(client: string): void {
    const count = this.counts.get(client);
    if (count !== undefined && count.totalHits > 0) count.totalHits -= 1;
  }

  resetKey(client: string): void {
    this.counts.delete(client);
  }

  private begin(client: string): Count {
    const count = { totalHits: 0, resetTime: new Date(Date.now() + this.windowMs) };
    this.counts.set(client, count);
    if (this.counts.size > this.maxClients) {
      this.counts.delete(this.counts.keys().next().value!);
    }
    return count;
  }

  private forgetEnded(): void {
    const now = Date.now();
    for (const [client, { resetTime }] of this.counts) {
      if (resetTime.getTime() > now) return;
      this.counts.delete(client);
    }
  }
}
