/** How many calls may be under way at once. */
export interface LimitRange {
  least: number;
  start: number;
  most: number;
}

/**
 * Bounds the calls that are under way, and finds out how many of them the other side takes: one more after each round
 * it took whole, half as many after one it refused something of. That is how TCP shares a line, and for the same
 * reason: what the other side can take changes, and nobody tells.
 */
export class AdaptiveLimit {
  private readonly range: LimitRange;
  private limit: number;
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];
  /** Counts the halvings: calls begun before the last one say nothing of what is taken since. */
  private round = 0;

  constructor(range: LimitRange) {
    this.range = range;
    this.limit = range.start;
  }

  /** Calls that may be under way at once now. */
  get atOnce(): number {
    return Math.floor(this.limit);
  }

  /**
   * Makes a call as soon as there is room for it; calls that wait are made in the order they came.
   * @param isRefused true of an answer that says that it was too much
   */
  async run<T>(call: () => Promise<T>, isRefused: (answer: T) => boolean): Promise<T> {
    await this.room();
    const { round } = this;
    try {
      const answer = await call();
      if (!isRefused(answer)) this.limit = Math.min(this.range.most, this.limit + 1 / this.atOnce);
      else if (round === this.round) this.halve();
      return answer;
    } finally {
      this.underWay -= 1;
      this.admit();
    }
  }

  private halve(): void {
    this.limit = Math.max(this.range.least, Math.floor(this.limit / 2));
    this.round += 1;
  }

  private room(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.admit();
    });
  }

  private admit(): void {
    while (this.underWay < this.atOnce && this.waiting.length > 0) {
      this.underWay += 1;
      this.waiting.shift()!();
    }
  }
}
