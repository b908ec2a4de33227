import { readRecording } from '../recordings.ts';

/** A document of r-spacex v5, as far as the replay itself looks at it. */
export interface SpacexLaunch {
  id: string;
  name: string;
  /** ISO 8601 UTC with milliseconds. */
  date_utc: string;
  success: boolean | null;
  upcoming: boolean;
  failures: unknown[];
  static_fire_date_utc: string | null;
  static_fire_date_unix: number | null;
  fairings: { recovered: boolean | null; [field: string]: unknown } | null;
  cores: { landing_success: boolean | null; [field: string]: unknown }[];
  [field: string]: unknown;
}

/** What the API served when its data froze in October 2022: 205 launches. */
export const recordedLaunches = (): SpacexLaunch[] => readRecording('spacex-v5-launches.json');

const withoutLaterTest = (launch: SpacexLaunch, asOf: string) =>
  launch.static_fire_date_utc !== null && launch.static_fire_date_utc > asOf
    ? { static_fire_date_utc: null, static_fire_date_unix: null }
    : {};

/**
 * A launch as the API told of it at `asOf` (ISO 8601 UTC with milliseconds): one that is later is upcoming
 * and nothing is known of how it went.
 */
export const launchAsOf = (launch: SpacexLaunch, asOf: string): SpacexLaunch => {
  if (launch.date_utc <= asOf) return launch;
  return {
    ...launch,
    ...withoutLaterTest(launch, asOf),
    upcoming: true,
    success: null,
    failures: [],
    fairings: launch.fairings && { ...launch.fairings, recovered: null },
    cores: launch.cores.map((core) => ({ ...core, landing_success: null })),
  };
};
