import { describe, expect, it } from '@jest/globals';
import { readAhead } from '../../../functions/ingest-launches/read-ahead.ts';

/** Gives numbers from 1, telling which it was asked for. */
async function* numbers(
  asked: number[],
  count: number,
  fails = false,
): AsyncGenerator<number, void> {
  for (let number = 1; number <= count; number += 1) {
    asked.push(number);
    yield number;
  }
  if (fails) throw new Error('gone');
}

const allOf = async (given: AsyncGenerator<number, void>): Promise<number[]> => {
  const all: number[] = [];
  for await (const number of given) all.push(number);
  return all;
};

describe('reading ahead', () => {
  it('gives everything, in order', async () => {
    expect(await allOf(readAhead(numbers([], 4)))).toEqual([1, 2, 3, 4]);
    expect(await allOf(readAhead(numbers([], 0)))).toEqual([]);
  });

  it('is one element ahead, and no more', async () => {
    const asked: number[] = [];
    const ahead = readAhead(numbers(asked, 9));
    await ahead.next();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([1, 2]);
    await ahead.return();
    expect(asked).toEqual([1, 2]);
  });

  it('throws what fails in its turn, after all that came before', async () => {
    const seen: number[] = [];
    const read = async () => {
      for await (const number of readAhead(numbers([], 3, true))) {
        seen.push(number);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await expect(read()).rejects.toThrow('gone');
    expect(seen).toEqual([1, 2, 3]);
  });
});
