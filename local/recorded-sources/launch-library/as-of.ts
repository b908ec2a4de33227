import type { LaunchLibraryLaunch } from './launch.ts';
import { PRECISIONS, STATUSES } from './vocabulary.ts';

const DAY_MS = 86_400_000;

const lastDayOfMonth = (net: string): string => {
  const [year, month] = net.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** What is known of a launch that many days ahead, and the placeholder the rest of its date becomes. */
const HORIZONS = [
  {
    days: 10,
    status: STATUSES.Go,
    precision: PRECISIONS.minute,
    round: (net: string) => `${net.slice(0, 16)}:00Z`,
  },
  {
    days: 60,
    status: STATUSES.TBC,
    precision: PRECISIONS.day,
    round: (net: string) => `${net.slice(0, 10)}T00:00:00Z`,
  },
  {
    days: Infinity,
    status: STATUSES.TBD,
    precision: PRECISIONS.month,
    round: (net: string) => `${lastDayOfMonth(net)}T00:00:00Z`,
  },
];

/**
 * A launch as Launch Library told of it at `asOf` (ISO 8601 UTC with milliseconds): one that is later is upcoming,
 * with a date that is the vaguer the farther it is.
 */
export const launchAsOf = (launch: LaunchLibraryLaunch, asOf: string): LaunchLibraryLaunch => {
  const ahead = Date.parse(launch.net) - Date.parse(asOf);
  const horizon = HORIZONS.find(({ days }) => ahead <= days * DAY_MS);
  if (ahead <= 0 || !horizon) return launch;
  const net = horizon.round(launch.net);
  return {
    ...launch,
    status: horizon.status,
    last_updated: `${asOf.slice(0, 19)}Z`,
    net,
    net_precision: horizon.precision,
    window_start: net,
    window_end: net,
  };
};
