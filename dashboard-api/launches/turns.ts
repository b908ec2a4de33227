import { setImmediate as nextTurn } from 'node:timers/promises';

/** Launches that one turn may take: a few milliseconds of anything that is done with them. */
const IN_ONE_TURN = 2000;

let last: Promise<unknown> = Promise.resolve();

/** Waits until everything else had its turn: other requests, and other work that takes many. */
const myTurn = (): Promise<unknown> => (last = last.then(() => nextTurn()));

/**
 * Works through items a slice at a time, so that nobody waits for all of it. What fits into one slice is done at once.
 */
export const inTurns = async <T>(
  items: readonly T[],
  work: (slice: readonly T[]) => void,
): Promise<void> => {
  if (items.length <= IN_ONE_TURN) return work(items);
  for (let first = 0; first < items.length; first += IN_ONE_TURN) {
    await myTurn();
    work(items.slice(first, first + IN_ONE_TURN));
  }
};
