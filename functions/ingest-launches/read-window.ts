import type { SourceBudget } from '../../domain/launches/sources/budget.ts';
import { OutOfBudgetError, SourceError } from '../../domain/launches/sources/errors.ts';
import type {
  SourceClient,
  SourcePage,
  SourceWindow,
} from '../../domain/launches/sources/source-client.ts';
import type { Reach } from './chunk-line.ts';
import { ChunkLine } from './chunk-line.ts';
import type { Counts } from './counts.ts';
import { readAhead } from './read-ahead.ts';
import type { Reconciler } from './reconcile.ts';
import { CHUNK_SIZE } from './reconcile.ts';

interface Reading {
  client: SourceClient;
  window: SourceWindow;
  budget: SourceBudget;
  reconciler: Reconciler;
  counts: Counts;
  now: string;
}

/** @returns false when the time is up before all of the page is begun */
const beginPage = async (
  { launches, rejected, resumeFrom }: SourcePage,
  { budget, reconciler, counts }: Reading,
  line: ChunkLine,
): Promise<boolean> => {
  reconciler.reject(rejected);
  counts.read += launches.length + rejected.length;
  let at = 0;
  do {
    if (budget.millisLeft === 0) return false;
    const next = launches[at + CHUNK_SIZE]?.launch_date;
    await line.add(launches.slice(at, at + CHUNK_SIZE), next ?? resumeFrom);
    at += CHUNK_SIZE;
  } while (at < launches.length);
  return true;
};

/**
 * A source that let all the time pass without one page has failed, not merely been slow.
 * @returns false when the time or the calls did not suffice for all of the window
 */
const beginPages = async (reading: Reading, line: ChunkLine): Promise<boolean> => {
  const { client, window, budget, now } = reading;
  let pages = 0;
  try {
    for await (const page of readAhead(client.pages(window, budget, now))) {
      pages += 1;
      if (!(await beginPage(page, reading, line))) return false;
    }
    return true;
  } catch (error) {
    if (!(error instanceof OutOfBudgetError)) throw error;
    const timedOut = pages === 0 && error.cause !== undefined;
    if (timedOut) throw new SourceError(client.source, 'did not answer in time', { cause: error });
    return false;
  }
};

/**
 * Reads a window page by page and brings the table to it, as far as time and calls allow. The next page is read while
 * the one before it is compared and written; when this returns or throws, nothing is read or written any more.
 * @param reach told how far it got, also when this throws
 */
export const readWindow = async (reading: Reading, reach: Reach): Promise<void> => {
  const line = new ChunkLine((launches) => reading.reconciler.apply(launches), reach);
  let isWhole = false;
  try {
    isWhole = await beginPages(reading, line);
  } finally {
    reading.budget.end();
    await line.finish();
  }
  if (isWhole) reach.progress = 'end';
};
