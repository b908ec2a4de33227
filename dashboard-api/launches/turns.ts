import { setImmediate as nextTurn } from 'node:timers/promises';

/** Launches that one turn may take: a few milliseconds of anything that is done with them. */
const IN_ONE_TURN = 2000;

let last: Promise<unknown> = Promise.resolve();

/** Waits until everything else had its turn: other requests, and other work that takes many. */
const myTurn = (): Promise<unknown> => (last = last.then(() => nextTurn()));

/** What to wait for between steps that each go through all items: nothing where these are few. */
export const turnBetween = ({ length }: readonly unknown[]): (() => Promise<unknown>) =>
  length <= IN_ONE_TURN ? () => Promise.resolve() : myTurn;

/** Work that can be done a slice at a time. */
export interface Sliced {
  readonly isDone: boolean;
  /** Does some of it. @param most of how much; @returns how much it was, less at the end */
  advance(most: number): number;
}

/**
 * Finishes works, one after the other, so that nobody waits for all of it. What fits into one slice is done at once.
 * Several may wait for the same work: who has the turn goes on with it.
 * @param inOneTurn how much of it one turn may take
 */
export const finishInTurns = async (works: Iterable<Sliced>, inOneTurn: number): Promise<void> => {
  let left = inOneTurn;
  for (const work of works) {
    while (!work.isDone) {
      if (left <= 0) {
        await myTurn();
        left = inOneTurn;
      } else left -= work.advance(left);
    }
  }
};

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
