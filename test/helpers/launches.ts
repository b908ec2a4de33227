import { yearOf } from '../../domain/launches/dates.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import { sourceYear } from '../../domain/launches/keys.ts';
import type { Launch } from '../../domain/launches/launch.ts';
import type { LaunchTable } from '../../domain/launches/repository/client.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { LaunchWriter } from '../../domain/launches/repository/launch-writer.ts';
import { StateStore } from '../../domain/launches/repository/state-store.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import { emptyState } from '../../domain/launches/state.ts';

/** A valid launch; `source_year` follows from the others. */
export const launch = (fields: Partial<Launch> = {}): Launch => {
  const source: LaunchSource = fields.source ?? 'launch-library';
  const launch_date = fields.launch_date ?? '2017-06-23T19:10:00.000Z';
  return {
    id: 'bulgariasat-1',
    launch_date,
    launch_date_precision: 'second',
    launch_status: 'success',
    mission_name: 'BulgariaSat-1',
    flight_number: 42,
    rocket_id: '188',
    rocket_name: 'Falcon 9 Full Thrust',
    launchpad_id: '87',
    launchpad_name: 'Launch Complex 39A',
    static_fire_date: '2017-06-15T22:25:00.000Z',
    launch_window: 7200,
    crew: false,
    capsules: false,
    fairings_reused: null,
    fairings_recovery_attempt: true,
    fairings_recovered: false,
    boosters: [
      {
        flight: 2,
        reused: true,
        landing_attempt: true,
        landing_success: true,
        landing_type: 'ASDS',
      },
    ],
    orbit: 'GTO',
    mission_type: 'Communications',
    details: 'Second flight of the booster.',
    source,
    source_updated_at: null,
    ingested_at: '2026-01-01T01:00:04.000Z',
    launch_library_id: null,
    previous_dates: [],
    missing_since: null,
    source_year: sourceYear(source, yearOf(launch_date)),
    ...fields,
  };
};

/** What a run that ends well leaves in the table: launches and, in the state item, what changed. */
export const storeLaunches = async (
  table: LaunchTable,
  launches: readonly Launch[],
  state: Partial<SourceState> = {},
): Promise<SourceState> => {
  const source = launches[0]?.source ?? 'launch-library';
  const reader = new LaunchReader(table, (reason) => {
    throw new Error(reason);
  });
  const before = (await reader.getState(source, { consistent: true })) ?? emptyState(source);
  await new LaunchWriter(table).put(launches);
  const changed = [...new Set(launches.map(({ launch_date }) => yearOf(launch_date)))];
  const revision = before.revision + 1;
  return new StateStore(table).save({
    ...before,
    revision,
    years: [...new Set([...before.years, ...changed])].sort(),
    changed_years: {
      ...before.changed_years,
      ...Object.fromEntries(changed.map((year) => [year, revision])),
    },
    last_success_at: '2026-01-01T01:00:00.000Z',
    ...state,
  });
};
