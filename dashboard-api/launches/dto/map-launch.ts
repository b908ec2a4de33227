import type { Launch } from '../../../domain/launches/launch.ts';
import type { LaunchPage } from '../launches.service.ts';
import type { LaunchDto, LaunchPageDto } from './launch.dto.ts';

/** A stored launch as the API answers it; the names are the same in the table, in JSON and in CSV. */
export const mapLaunch = (launch: Launch): LaunchDto => ({
  id: launch.id,
  launch_date: launch.launch_date,
  launch_date_precision: launch.launch_date_precision,
  launch_status: launch.launch_status,
  mission_name: launch.mission_name,
  flight_number: launch.flight_number,
  rocket_id: launch.rocket_id,
  rocket_name: launch.rocket_name,
  launchpad_id: launch.launchpad_id,
  launchpad_name: launch.launchpad_name,
  static_fire_date: launch.static_fire_date,
  launch_window: launch.launch_window,
  crew: launch.crew,
  capsules: launch.capsules,
  fairings_reused: launch.fairings_reused,
  fairings_recovery_attempt: launch.fairings_recovery_attempt,
  fairings_recovered: launch.fairings_recovered,
  boosters: launch.boosters,
  orbit: launch.orbit,
  mission_type: launch.mission_type,
  details: launch.details,
  source: launch.source,
  source_updated_at: launch.source_updated_at,
  ingested_at: launch.ingested_at,
  launch_library_id: launch.launch_library_id,
  previous_dates: launch.previous_dates,
  missing_since: launch.missing_since,
  source_year: launch.source_year,
});

export const mapLaunchPage = ({ items, next_cursor, total }: LaunchPage): LaunchPageDto => ({
  items: items.map(mapLaunch),
  next_cursor,
  total,
});
