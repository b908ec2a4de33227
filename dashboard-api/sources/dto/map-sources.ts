import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { publicRun } from '../public-run.ts';
import type { SourceReport } from '../source-report.ts';
import type { LaunchReferenceDto, SourceDto, SourceListDto } from './source.dto.ts';

const mapReference = (launch: LaunchSummary): LaunchReferenceDto => ({
  id: launch.id,
  mission_name: launch.mission_name,
  launch_date: launch.launch_date,
  launch_date_precision: launch.launch_date_precision,
  launch_status: launch.launch_status,
  missing_since: launch.missing_since,
});

const mapSource = ({ source, as_of, stale, launches, runs }: SourceReport): SourceDto => ({
  source,
  as_of,
  stale,
  last_success_at: as_of,
  counts: launches && launches.counts,
  newest_launch: launches?.newest ? mapReference(launches.newest) : null,
  unconfirmed: (launches?.unconfirmed ?? []).map(mapReference),
  runs: runs.map(publicRun),
});

/** Reports of sources as the API answers them, to anyone. */
export const mapSources = (reports: readonly SourceReport[]): SourceListDto => ({
  sources: reports.map(mapSource),
});
