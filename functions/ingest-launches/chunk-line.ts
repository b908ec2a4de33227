import type { Launch } from '../../domain/launches/launch.ts';
import type { Progress } from './window.ts';

/** How far the reading of a window got; it stands when the reading fails on the way. */
export interface Reach {
  progress: Progress;
}

interface Chunk {
  ids: ReadonlySet<string>;
  /** Where to go on when nothing after the chunk is read; null: where it was before. */
  resumeFrom: string | null;
  work: Promise<void>;
}

/** While one is being written, others are compared: more of them only wait for the table. */
const AT_ONCE = 4;

/**
 * Chunks of launches being compared and written at once. Two that hold the same launch follow each other, and the
 * progress is that of the chunks before which all are done: it never runs ahead of the table.
 */
export class ChunkLine {
  private readonly apply: (launches: readonly Launch[]) => Promise<void>;
  private readonly reach: Reach;
  /** In the order they came. */
  private readonly underWay: Chunk[] = [];

  /** @param apply compares a chunk with the table and writes what differs */
  constructor(apply: (launches: readonly Launch[]) => Promise<void>, reach: Reach) {
    this.apply = apply;
    this.reach = reach;
  }

  /** Begins a chunk as soon as there is room for it. @throws what an earlier one failed with; then it is not begun */
  async add(launches: readonly Launch[], resumeFrom: string | null): Promise<void> {
    const ids = new Set(launches.map(({ id }) => id));
    const hasOneOf = (chunk: Chunk) => launches.some(({ id }) => chunk.ids.has(id));
    while (this.underWay.length >= AT_ONCE || this.underWay.some(hasOneOf)) await this.endOldest();
    const work = this.apply(launches);
    // Told by `endOldest` in its turn.
    work.catch(() => undefined);
    this.underWay.push({ ids, resumeFrom, work });
  }

  /** Waits until nothing is compared or written any more. @throws what the oldest failing chunk failed with */
  async finish(): Promise<void> {
    try {
      while (this.underWay.length > 0) await this.endOldest();
    } finally {
      await Promise.allSettled(this.underWay.map(({ work }) => work));
    }
  }

  /** A chunk that failed stays the oldest: nothing after it counts as done. */
  private async endOldest(): Promise<void> {
    const [oldest] = this.underWay;
    if (oldest === undefined) return;
    await oldest.work;
    this.underWay.shift();
    if (oldest.resumeFrom !== null) this.reach.progress = { resumeFrom: oldest.resumeFrom };
  }
}
