import { createHash } from 'node:crypto';
import type { LaunchFilter } from '../../domain/launches/filter.ts';
import { attributeMatcher, hasAttributes } from '../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../domain/launches/launch.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import type { LaunchTallies } from '../../domain/launches/statistics/launch-tallies.ts';
import { LAUNCH_TALLIES } from '../../domain/launches/statistics/launch-tallies.ts';
import type { CatalogOutline } from './catalog-outline.ts';
import type { HeldYear } from './held-years.ts';
import { ofDays } from './sorted.ts';
import { inTurns } from './turns.ts';
import { countLaunches } from './year-tallies.ts';

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
  tallies: LaunchTallies;
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

/** Tallies under a filter: whole years have theirs, and of years that its days cut, launches are counted. */
export const talliesOf = async (
  held: readonly HeldYear[],
  filter: LaunchFilter,
): Promise<LaunchTallies> => {
  const parts = held.map(({ launches, tallies }) => {
    const some = ofDays(launches, filter);
    return some === launches ? tallies.of(filter) : countLaunches(some, filter);
  });
  return LAUNCH_TALLIES.merge(await Promise.all(parts));
};
