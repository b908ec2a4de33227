import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../domain/launches/launch.ts';
import type { IngestionRun } from '../../domain/launches/state.ts';
import type { StatusStatistics } from '../../domain/launches/statistics/status.ts';
import { statusStatistics } from '../../domain/launches/statistics/status.ts';
import { isUnconfirmed, latestLaunch, nextLaunch } from '../../domain/launches/upcoming.ts';
import type { SourceReading } from '../launches/catalog-reading.ts';

/** The launches of a source, as far as a report of it goes into them. */
export interface LaunchesReport {
  /** Oldest first. */
  all: readonly LaunchSummary[];
  counts: StatusStatistics;
  /** The last that has flown, and the next that is confirmed; null where there is none. */
  newest: LaunchSummary | null;
  next: LaunchSummary | null;
  /** Still marked upcoming though their date is past, or no longer listed; oldest first. */
  unconfirmed: readonly LaunchSummary[];
}

/** What is held of a source, how fresh it is, and what its last runs did. */
export interface SourceReport {
  source: LaunchSource;
  /** Start of the last run that read all it was asked to, ISO 8601 UTC; null before the first. */
  as_of: string | null;
  /** True while the table does not answer and this is the last good data. */
  stale: boolean;
  /** Null while the table does not answer and they were not read before. */
  launches: LaunchesReport | null;
  /** Newest first. */
  runs: readonly IngestionRun[];
}

const reportLaunches = (launches: readonly LaunchSummary[], now: string): LaunchesReport => ({
  all: launches,
  counts: statusStatistics(launches),
  newest: latestLaunch(launches),
  next: nextLaunch(launches, now),
  unconfirmed: launches.filter((launch) => isUnconfirmed(launch, now)),
});

/** @param now ISO 8601 UTC */
export const reportSource = (
  { state, stale, launches }: SourceReading,
  now: string,
): SourceReport => ({
  source: state.source,
  as_of: state.last_success_at,
  stale,
  launches: launches && reportLaunches(launches, now),
  runs: state.runs,
});
