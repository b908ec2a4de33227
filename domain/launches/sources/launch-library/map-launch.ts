import type { DatePrecision } from '../../dates.ts';
import { parseInstant, yearOf } from '../../dates.ts';
import { sourceYear } from '../../keys.ts';
import type { Booster, Launch } from '../../launch.ts';
import type { LaunchStatus } from '../../status.ts';
import type { LaunchLibraryDocument } from './documents.ts';

const SOURCE = 'launch-library';

/** Launch Library's status ids; In Flight, Payload Deployed and what is not listed have no outcome yet. */
const STATUS_BY_ID: Readonly<Record<number, LaunchStatus>> = {
  1: 'upcoming',
  2: 'upcoming',
  3: 'success',
  4: 'failed',
  5: 'upcoming',
  7: 'partial_failure',
  8: 'upcoming',
};

/** Launch Library's precision ids: parts of a day are read as the day. */
const PRECISION_BY_ID: Readonly<Record<number, DatePrecision>> = {
  0: 'second',
  1: 'minute',
  2: 'hour',
  5: 'day',
  6: 'month',
  7: 'month',
  8: 'quarter',
  9: 'quarter',
  10: 'quarter',
  11: 'quarter',
  12: 'half',
  13: 'half',
  14: 'year',
};

type RocketOf = LaunchLibraryDocument['rocket'];
type Stage = NonNullable<RocketOf['launcher_stage']>[number];

/** "Falcon 9 Block 5 | Starlink Group 17-42" is rocket and mission. */
const missionName = ({ name, mission }: LaunchLibraryDocument): string => {
  const separator = name.indexOf(' | ');
  if (separator >= 0) return name.slice(separator + 3).trim();
  return mission?.name ?? name;
};

/** Seconds between the ends of the launch window; null where they do not say. */
const windowSeconds = ({ window_start, window_end }: LaunchLibraryDocument): number | null => {
  const seconds = (Date.parse(window_end ?? '') - Date.parse(window_start ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds) : null;
};

const booster = (stage: Stage): Booster => ({
  flight: stage.launcher_flight_number ?? null,
  reused: stage.reused ?? null,
  landing_attempt: stage.landing?.attempt ?? null,
  landing_success: stage.landing?.success ?? null,
  landing_type: stage.landing?.type?.abbrev || null,
});

const spacecraft = ({ spacecraft_stage }: RocketOf): { crewed: boolean; any: boolean } => {
  const stages = [spacecraft_stage ?? []].flat();
  return {
    any: stages.length > 0,
    crewed: stages.some(({ launch_crew }) => (launch_crew?.length ?? 0) > 0),
  };
};

const orText = (date: string | null | undefined): string | null =>
  date == null ? null : (parseInstant(date) ?? date);

/**
 * Maps a Launch Library document to a launch record that is still to be checked by `parseLaunch`.
 * Launch Library records neither static fires nor fairings.
 */
export const mapLaunchLibraryLaunch = (
  document: LaunchLibraryDocument,
  ingestedAt: string,
): Record<keyof Launch, unknown> => {
  const { rocket, mission, pad } = document;
  const date = parseInstant(document.net) ?? document.net;
  const { crewed, any } = spacecraft(rocket);
  return {
    id: document.id,
    launch_date: date,
    launch_date_precision: PRECISION_BY_ID[document.net_precision?.id ?? -1] ?? 'day',
    launch_status: STATUS_BY_ID[document.status?.id ?? -1] ?? 'unknown',
    mission_name: missionName(document),
    flight_number: document.orbital_launch_attempt_count ?? null,
    rocket_id: String(rocket.configuration.id),
    rocket_name: rocket.configuration.name,
    launchpad_id: String(pad.id),
    launchpad_name: pad.name,
    static_fire_date: null,
    launch_window: windowSeconds(document),
    crew: crewed,
    capsules: any,
    fairings_reused: null,
    fairings_recovery_attempt: null,
    fairings_recovered: null,
    boosters: (rocket.launcher_stage ?? []).map(booster),
    orbit: mission?.orbit?.name || null,
    mission_type: mission?.type || null,
    details: mission?.description || null,
    source: SOURCE,
    source_updated_at: orText(document.last_updated),
    ingested_at: ingestedAt,
    launch_library_id: document.id,
    previous_dates: [],
    missing_since: null,
    source_year: sourceYear(SOURCE, yearOf(date)),
  };
};
