import type { LaunchSource } from '../../../domain/launches/keys.ts';
import { sourceYear } from '../../../domain/launches/keys.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import type { LaunchStatus } from '../../../domain/launches/status.ts';
import { seededRandom } from '../../helpers/random.ts';

/** How many launches, of which years. */
export interface LaunchPlan {
  source: LaunchSource;
  firstYear: number;
  years: number;
  perYear: number;
}

const YEAR_MS = 365 * 24 * 3600 * 1000;
const PADS = 12;
const ROCKETS = [
  'Falcon 1',
  'Falcon 9 v1.0',
  'Falcon 9 v1.1',
  'Falcon 9',
  'Falcon Heavy',
  'Starship',
];
const ORBITS = [
  'Low Earth Orbit',
  'Geostationary Transfer Orbit',
  'Polar Orbit',
  'Sun-Synchronous Orbit',
];
/** Most succeed. */
const STATUSES: LaunchStatus[] = [
  ...Array.from({ length: 16 }, () => 'success' as const),
  'partial_failure',
  'failed',
  'unknown',
];

const launchOf = (plan: LaunchPlan, year: number, index: number): Launch => {
  const random = seededRandom(year * 1_000_003 + index);
  const start = Date.UTC(year, 0, 1);
  const launch_date = new Date(start + Math.floor((index / plan.perYear) * YEAR_MS)).toISOString();
  const pad = random.between(1, PADS);
  const rocket = random.between(0, ROCKETS.length - 1);
  return {
    id: `${plan.source}-${year}-${String(index).padStart(7, '0')}`,
    launch_date,
    launch_date_precision: 'second',
    launch_status: random.pick(STATUSES),
    mission_name: `Mission ${year}-${index}`,
    flight_number: index + 1,
    rocket_id: String(rocket + 100),
    rocket_name: ROCKETS[rocket]!,
    launchpad_id: String(pad),
    launchpad_name: `Space Launch Complex ${pad}`,
    static_fire_date: null,
    launch_window: 3600,
    crew: false,
    capsules: false,
    fairings_reused: null,
    fairings_recovery_attempt: null,
    fairings_recovered: null,
    boosters: [
      {
        flight: random.between(1, 20),
        reused: random.pick([true, true, false]),
        landing_attempt: true,
        landing_success: random.pick([true, true, true, false]),
        landing_type: 'ASDS',
      },
    ],
    orbit: random.pick(ORBITS),
    mission_type: 'Communications',
    details: 'A payload for a customer, to an orbit of its own.',
    source: plan.source,
    source_updated_at: null,
    ingested_at: '2026-01-01T01:00:00.000Z',
    launch_library_id: null,
    previous_dates: [],
    missing_since: null,
    source_year: sourceYear(plan.source, String(year)),
  };
};

/** Launches spread evenly over each year, oldest first, the same in every run. */
export function* generatedLaunches(plan: LaunchPlan): Generator<Launch> {
  for (let year = plan.firstYear; year < plan.firstYear + plan.years; year += 1) {
    for (let index = 0; index < plan.perYear; index += 1) yield launchOf(plan, year, index);
  }
}
