/** An answer as it went out, to be sent again. Header fields are names and values by turns. */
export interface Answer {
  /** All but those of a single request. */
  headers: readonly string[];
  /** Those of a 304: all that say nothing of the body, without the tag. */
  unchangedHeaders: readonly string[];
  /** Strong tag of the body before it was compressed; empty where it has none. */
  tag: string;
  /** Null where it was not sent, because who asked held it. */
  body: Buffer | null;
}

interface Kept extends Answer {
  key: string;
  expiresAt: number;
  /** What the data were when it was made; null where it is not made of any. */
  generation: number | null;
}

/** How long an answer may be sent again. */
export type Lifetime = Pick<Kept, 'expiresAt' | 'generation'>;

/** Bytes of all bodies together, and of one. */
const ROOM = 16 * 1024 * 1024;
export const LARGEST_BODY = 1024 * 1024;

/** How often what nobody may be sent any more is looked for, in milliseconds. */
const SWEEP_MS = 5000;

/** Answers by key; those not asked for longest make room for new ones. */
export class AnswerStore {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;
  private sweptAt = 0;

  constructor(private readonly room = ROOM) {}

  /** Answers there are. */
  get size(): number {
    return this.kept.size;
  }

  /**
   * @param generation what the data are now
   * @param now milliseconds since 1970
   */
  get(key: string, generation: number, now: number): Answer | null {
    const found = this.kept.get(key);
    if (found === undefined) return null;
    this.drop(found);
    if (isOver(found, generation, now)) return null;
    this.keep(found);
    return found;
  }

  put(key: string, answer: Answer, lifetime: Lifetime, now: number): void {
    this.sweep(lifetime.generation, now);
    const before = this.kept.get(key);
    if (before !== undefined) this.drop(before);
    this.keep({ ...answer, ...lifetime, key });
    for (const oldest of this.kept.values()) {
      if (this.bytes <= this.room) return;
      this.drop(oldest);
    }
  }

  private sweep(generation: number | null, now: number): void {
    if (now - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = now;
    for (const answer of this.kept.values()) if (isOver(answer, generation, now)) this.drop(answer);
  }

  private keep(answer: Kept): void {
    this.kept.set(answer.key, answer);
    this.bytes += sizeOf(answer);
  }

  private drop(answer: Kept): void {
    this.kept.delete(answer.key);
    this.bytes -= sizeOf(answer);
  }
}

/** @param generation what the data are now; null where that is not known */
const isOver = (answer: Kept, generation: number | null, now: number): boolean => {
  const isKnown = answer.generation !== null && generation !== null;
  return now >= answer.expiresAt || (isKnown && answer.generation !== generation);
};

/** Header fields and key are small beside bodies, but not beside empty ones. */
const OVERHEAD = 2048;

const sizeOf = ({ body, key }: Kept): number => (body?.length ?? 0) + key.length + OVERHEAD;
