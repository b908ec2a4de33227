import type { SourceBudget } from '../../domain/launches/sources/budget.ts';
import { OutOfBudgetError, SourceError } from '../../domain/launches/sources/errors.ts';
import type {
  SourceClient,
  SourcePage,
  SourceWindow,
} from '../../domain/launches/sources/source-client.ts';
import type { Counts } from './counts.ts';
import type { Reconciler } from './reconcile.ts';
import { CHUNK_SIZE } from './reconcile.ts';
import type { Progress } from './window.ts';

/** How far the reading of a window got; it stands when the reading fails on the way. */
export interface Reach {
  progress: Progress;
}

interface Reading {
  client: SourceClient;
  window: SourceWindow;
  budget: SourceBudget;
  reconciler: Reconciler;
  counts: Counts;
  now: string;
}

/** @returns false when the time is up before all of the page is applied */
const applyPage = async (
  { launches, rejected, resumeFrom }: SourcePage,
  { budget, reconciler, counts }: Reading,
  reach: Reach,
): Promise<boolean> => {
  reconciler.reject(rejected);
  counts.read += launches.length + rejected.length;
  for (let at = 0; at < launches.length; at += CHUNK_SIZE) {
    if (budget.millisLeft === 0) return false;
    await reconciler.apply(launches.slice(at, at + CHUNK_SIZE));
    const next = launches[at + CHUNK_SIZE];
    if (next !== undefined) reach.progress = { resumeFrom: next.launch_date };
  }
  if (resumeFrom !== null) reach.progress = { resumeFrom };
  return true;
};

/**
 * Reads a window page by page and brings the table to it, as far as time and calls allow.
 * A source that let all the time pass without one page has failed, not merely been slow.
 * @param reach told how far it got, also when this throws
 */
export const readWindow = async (reading: Reading, reach: Reach): Promise<void> => {
  const { client, window, budget, now } = reading;
  let pages = 0;
  try {
    for await (const page of client.pages(window, budget, now)) {
      pages += 1;
      if (!(await applyPage(page, reading, reach))) return;
    }
    reach.progress = 'end';
  } catch (error) {
    if (!(error instanceof OutOfBudgetError)) throw error;
    const timedOut = pages === 0 && error.cause !== undefined;
    if (timedOut) throw new SourceError(client.source, 'did not answer in time', { cause: error });
  }
};
