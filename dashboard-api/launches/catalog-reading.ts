import { createHash } from 'node:crypto';
import type { LaunchFilter } from '../../domain/launches/filter.ts';
import { attributeMatcher, hasAttributes } from '../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../domain/launches/launch.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import type { LaunchCount } from '../../domain/launches/statistics/launch-count.ts';
import type { CatalogOutline } from './catalog-outline.ts';
import type { HeldYear } from './held-years.ts';
import { finishInTurns, inTurns } from './turns.ts';

/** Launches that are counted in one turn: in one to three milliseconds, or five where names are read. */
const COUNTED_IN_ONE_TURN = 100_000;

/** What is read of one source under a filter, with how fresh it is. */
interface Reading extends Omit<CatalogOutline, 'reached' | 'revision'> {
  /** Changes whenever anything an answer is made of changes; equal in every process for equal data. */
  version: string;
}

/** Launches of one source under a filter. */
export interface CatalogReading extends Reading {
  /** Matching the filter, oldest first: by date, then by id. */
  launches: readonly LaunchSummary[];
}

/** What statistics of the launches under a filter are made of. */
export interface CatalogTallies extends Reading {
  /** Of each year that the filter reaches, oldest first. */
  tallies: readonly LaunchCount[];
}

/** What is held of a source as a whole: all its launches, and what its state item says of its ingestion. */
export interface SourceReading {
  state: SourceState;
  /** True while the table does not answer and this is the last good data. */
  stale: boolean;
  /** Oldest first; null where they were not read before the table was gone. */
  launches: readonly LaunchSummary[] | null;
}

/** @param held the years that the outline's filter reaches */
export const readingOf = (outline: CatalogOutline, held: readonly HeldYear[]): Reading => {
  const { source, as_of, stale, years, range } = outline;
  const version = createHash('sha256')
    .update(JSON.stringify([outline, held.map(({ digest }) => digest)]))
    .digest('base64url')
    .slice(0, 22);
  return { source, as_of, stale, version, years, range };
};

/** Launches that a filter leaves, days aside; the very array where that is all of them. */
export const matching = async (
  launches: readonly LaunchSummary[],
  filter: LaunchFilter,
): Promise<readonly LaunchSummary[]> => {
  if (!hasAttributes(filter)) return launches;
  const matches = attributeMatcher(filter);
  const found: LaunchSummary[] = [];
  await inTurns(launches, (slice) => {
    for (const launch of slice) if (matches(launch)) found.push(launch);
  });
  return found;
};

/** Counts the launches that a filter leaves of each year, without keeping everyone else waiting. */
export const talliesOf = async (
  held: readonly HeldYear[],
  filter: LaunchFilter,
): Promise<readonly LaunchCount[]> => {
  const counts = held.map(({ tallies }) => tallies.of(filter));
  await finishInTurns(counts, COUNTED_IN_ONE_TURN);
  return counts;
};
