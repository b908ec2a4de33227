import { describe, expect, it } from '@jest/globals';
import { finishInTurns, inTurns, turnBetween } from '../../../dashboard-api/launches/turns.ts';

const numbers = (length: number) => Array.from({ length }, (_, index) => index);

describe('work in turns', () => {
  it.each([0, 1, 2000, 2001, 4000, 10_001])('takes each of %i items once, in order', async (n) => {
    const seen: number[] = [];
    await inTurns(numbers(n), (slice) => void seen.push(...slice));
    expect(seen).toEqual(numbers(n));
  });

  it('is done at once where there is little', () => {
    let done = 0;
    void inTurns(numbers(2000), (slice) => (done += slice.length));
    expect(done).toBe(2000);
  });

  it('lets others have theirs after every slice, however many work', async () => {
    let turns = 0;
    const slicesIn = new Map<number, number>();
    const count = () => {
      turns += 1;
      immediate = setImmediate(count);
    };
    let immediate = setImmediate(count);
    const work = () => slicesIn.set(turns, (slicesIn.get(turns) ?? 0) + 1);
    await Promise.all([1, 2, 3].map(() => inTurns(numbers(10_000), work)));
    clearImmediate(immediate);
    expect([...slicesIn.values()].reduce((sum, n) => sum + n, 0)).toBe(15);
    expect(Math.max(...slicesIn.values())).toBe(1);
  });

  it('fails as the work does', async () => {
    const fail = () => {
      throw new Error('no');
    };
    await expect(inTurns(numbers(5000), fail)).rejects.toThrow('no');
    await expect(inTurns(numbers(5000), () => undefined)).resolves.toBeUndefined();
  });
});

/** Work that notes which launches each of its slices took. */
const workOf = (length: number) => {
  const slices: number[] = [];
  const done = () => slices.reduce((sum, n) => sum + n, 0);
  return {
    slices,
    get isDone() {
      return done() === length;
    },
    advance(most: number) {
      const slice = Math.min(most, length - done());
      slices.push(slice);
      return slice;
    },
  };
};

describe('several works in turns', () => {
  it('are each finished, in order, by slices that reach over from one to the next', async () => {
    const works = [workOf(4), workOf(0), workOf(15), workOf(3)];
    await finishInTurns(works, 10);
    expect(works.map(({ slices }) => slices)).toEqual([[4], [], [6, 9], [1, 2]]);
  });

  it('are done at once where they are little', () => {
    const works = [workOf(6), workOf(4)];
    void finishInTurns(works, 10);
    expect(works.every(({ isDone }) => isDone)).toBe(true);
  });

  it('let others have their turn after every slice', async () => {
    let turns = 0;
    const turnsBefore: number[] = [];
    const count = () => {
      turns += 1;
      immediate = setImmediate(count);
    };
    let immediate = setImmediate(count);
    const work = workOf(50);
    const advance = work.advance.bind(work);
    work.advance = (most) => {
      turnsBefore.push(turns);
      return advance(most);
    };
    await finishInTurns([work], 10);
    clearImmediate(immediate);
    expect(turnsBefore).toHaveLength(5);
    expect(new Set(turnsBefore).size).toBe(5);
  });

  it('may be waited for by several, and are done once', async () => {
    const work = workOf(50);
    await Promise.all([finishInTurns([work], 10), finishInTurns([work], 10)]);
    expect(work.slices).toEqual([10, 10, 10, 10, 10]);
  });

  it('fail as one of them does', async () => {
    const fail = () => {
      throw new Error('no');
    };
    await expect(finishInTurns([{ isDone: false, advance: fail }], 10)).rejects.toThrow('no');
  });
});

describe('steps that each go through all items', () => {
  const othersHadATurn = async (n: number): Promise<boolean> => {
    let had = false;
    setImmediate(() => (had = true));
    await turnBetween(numbers(n))();
    return had;
  };

  it('let others have a turn between them where there are many', async () => {
    expect(await othersHadATurn(2000)).toBe(false);
    expect(await othersHadATurn(2001)).toBe(true);
  });
});
