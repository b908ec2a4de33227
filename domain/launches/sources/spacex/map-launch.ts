import { parseInstant, yearOf } from '../../dates.ts';
import { sourceYear } from '../../keys.ts';
import type { Launch } from '../../launch.ts';
import type { LaunchStatus } from '../../status.ts';
import type { SpacexDocument } from './documents.ts';
import { LAUNCHPAD_NAMES, ROCKET_NAMES } from './reference.ts';

const SOURCE = 'spacex';

/** `success: null` of a launch that flew is an unknown outcome, not a failure. */
const statusOf = ({ upcoming, success }: SpacexDocument): LaunchStatus => {
  if (upcoming) return 'upcoming';
  if (success === null) return 'unknown';
  return success ? 'success' : 'failed';
};

const orText = (date: string | null): string | null =>
  date === null ? null : (parseInstant(date) ?? date);

/**
 * Maps an r-spacex document to a launch record that is still to be checked by `parseLaunch`.
 * A date that is none stays as it was, so that the check can name it.
 */
export const mapSpacexLaunch = (
  document: SpacexDocument,
  ingestedAt: string,
): Record<keyof Launch, unknown> => {
  const date = parseInstant(document.date_utc) ?? document.date_utc;
  return {
    id: document.id,
    launch_date: date,
    launch_date_precision: document.date_precision,
    launch_status: statusOf(document),
    mission_name: document.name,
    flight_number: document.flight_number,
    rocket_id: document.rocket,
    rocket_name: ROCKET_NAMES[document.rocket] ?? document.rocket,
    launchpad_id: document.launchpad,
    launchpad_name: LAUNCHPAD_NAMES[document.launchpad] ?? document.launchpad,
    static_fire_date: orText(document.static_fire_date_utc),
    launch_window: document.window,
    crew: document.crew.length > 0,
    capsules: document.capsules.length > 0,
    fairings_reused: document.fairings?.reused ?? null,
    fairings_recovery_attempt: document.fairings?.recovery_attempt ?? null,
    fairings_recovered: document.fairings?.recovered ?? null,
    boosters: document.cores,
    orbit: null,
    mission_type: null,
    details: document.details,
    source: SOURCE,
    source_updated_at: null,
    ingested_at: ingestedAt,
    launch_library_id: document.launch_library_id,
    previous_dates: [],
    missing_since: null,
    source_year: sourceYear(SOURCE, yearOf(date)),
  };
};
