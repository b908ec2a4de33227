import fc from 'fast-check';
import { DATE_PRECISIONS } from '../../domain/launches/dates.ts';
import type { LaunchFilter } from '../../domain/launches/filter.ts';
import type { LaunchSummary } from '../../domain/launches/launch.ts';
import { LAUNCH_STATUSES } from '../../domain/launches/status.ts';

const FIRST = Date.UTC(2016, 11, 20);
const LAST = Date.UTC(2019, 0, 10);
const DAY = 24 * 3600 * 1000;
const NAMES = ['Starlink 4-19', 'CRS-11', 'BulgariaSat-1', 'Amos-6', 'Élan vital'];

/** Few of each, so that they meet; some ids share a name, and one pad goes by two. */
const PADS = [
  { launchpad_id: '87', launchpad_name: 'Launch Complex 39A' },
  { launchpad_id: '80', launchpad_name: 'Space Launch Complex 40' },
  { launchpad_id: '80', launchpad_name: 'SLC-40' },
];
const ROCKETS = [
  { rocket_id: '1', rocket_name: 'Falcon 1' },
  { rocket_id: '164', rocket_name: 'Falcon 9' },
  { rocket_id: '188', rocket_name: 'Falcon 9' },
];

const flag = fc.constantFrom(true, false, null);
const instant = fc
  .oneof(
    fc.integer({ min: FIRST, max: LAST }),
    // Several at one time, and at the edges of days.
    fc.integer({ min: 0, max: 3 }).map((days) => Date.UTC(2017, 11, 30) + days * DAY),
  )
  .map((millis) => new Date(millis).toISOString());

const anyLaunch: fc.Arbitrary<LaunchSummary> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    launch_date: instant,
    launch_date_precision: fc.constantFrom(...DATE_PRECISIONS),
    launch_status: fc.constantFrom(...LAUNCH_STATUSES),
    mission_name: fc.constantFrom(...NAMES),
    pad: fc.constantFrom(...PADS),
    rocket: fc.constantFrom(...ROCKETS),
    orbit: fc.constantFrom('LEO', 'GTO', null),
    mission_type: fc.constantFrom('Communications', null),
    launch_library_id: fc.constant(null),
    missing_since: fc.constant(null),
    boosters: fc.array(fc.record({ reused: flag, landing_attempt: flag, landing_success: flag }), {
      maxLength: 3,
    }),
  })
  .map(({ pad, rocket, ...fields }) => ({ ...fields, ...pad, ...rocket }));

const orderOf = ({ launch_date, id }: LaunchSummary): string => `${launch_date} ${id}`;

/** Launches of December 2016 to January 2019, oldest first: by date, then by id. */
export const anyLaunches = fc
  .uniqueArray(anyLaunch, { maxLength: 60, selector: ({ id }) => id })
  .map((launches) => launches.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)));

const day = fc.option(instant.map((date) => date.slice(0, 10)));

/** Filters of those launches, some of which leave none. */
export const anyFilter: fc.Arbitrary<LaunchFilter> = fc.record({
  from: day,
  to: day,
  statuses: fc.subarray([...LAUNCH_STATUSES], { maxLength: 3 }),
  launchpads: fc.subarray(['87', '80', 'SLC-40', 'none'], { maxLength: 2 }),
  rockets: fc.subarray(['Falcon 9', '188', 'Falcon 1'], { maxLength: 2 }),
  q: fc.constantFrom(null, null, 'star', 'AMOS', 'é', 'nothing'),
});
