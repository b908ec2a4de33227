import type { LaunchSummary } from '../launch.ts';
import { hasFlown } from '../status.ts';
import type { DayRange, MonthTally, OfMonth } from './months.ts';
import { listMonths, perMonth } from './months.ts';
import type { Tally } from './tally.ts';
import { sumOf, tallyOf } from './tally.ts';

/**
 * What became of the boosters of launches that have flown, side boosters counted like the others.
 * `landing_attempts` is `landings`, `losses` and `unknown` (tried, the outcome not recorded) together.
 */
export type BoosterCounts = {
  /** Boosters that flew; `reflights` of them had flown before. */
  flights: number;
  reflights: number;
  landing_attempts: number;
  landings: number;
  losses: number;
  unknown: number;
  /** Launches that have flown without a booster on record: their landings are not known, rather than none. */
  launches_without_record: number;
};

export type BoosterMonth = OfMonth<BoosterCounts>;

/** Boosters of a range, all together and by month. */
export type BoosterStatistics = BoosterCounts & {
  /** When the last booster to be lost took off, ISO 8601 UTC with milliseconds; null when none was lost. */
  last_loss: string | null;
  /** The months of the launches, oldest first, empty ones too. */
  months: BoosterMonth[];
};

type Booster = LaunchSummary['boosters'][number];

const noFlights = (): BoosterCounts => ({
  flights: 0,
  reflights: 0,
  landing_attempts: 0,
  landings: 0,
  losses: 0,
  unknown: 0,
  launches_without_record: 0,
});

/** What became of a landing; null where none was tried, or where that is not recorded. */
const landingOf = ({ landing_attempt, landing_success }: Booster) => {
  if (landing_attempt !== true) return null;
  if (landing_success === null) return 'unknown';
  return landing_success ? 'landings' : 'losses';
};

const addBooster = (counts: BoosterCounts, booster: Booster): void => {
  counts.flights += 1;
  if (booster.reused === true) counts.reflights += 1;
  const landing = landingOf(booster);
  if (landing === null) return;
  counts.landing_attempts += 1;
  counts[landing] += 1;
};

const addBoosters = (counts: BoosterCounts, { launch_status, boosters }: LaunchSummary): void => {
  if (!hasFlown(launch_status)) return;
  if (boosters.length === 0) counts.launches_without_record += 1;
  for (const booster of boosters) addBooster(counts, booster);
};

const lostOne = ({ launch_status, boosters }: LaunchSummary): boolean =>
  hasFlown(launch_status) && boosters.some((booster) => landingOf(booster) === 'losses');

/** Boosters by month, and when the last one to be lost took off. */
interface BoosterTally {
  months: MonthTally<BoosterCounts>;
  last_loss: string | null;
}

const byMonth = perMonth<BoosterCounts>({ none: noFlights, add: addBoosters, sum: sumOf });

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;

export const boosterTally: Tally<BoosterTally & { months: Map<string, BoosterCounts> }> = {
  none: () => ({ months: byMonth.none(), last_loss: null }),
  add: (tally, launch) => {
    byMonth.add(tally.months, launch);
    if (lostOne(launch)) tally.last_loss = later(tally.last_loss, launch.launch_date);
  },
  merge: (parts) => ({
    months: byMonth.merge(parts.map(({ months }) => months)),
    last_loss: parts.map(({ last_loss }) => last_loss).reduce(later, null),
  }),
};

/**
 * Landings and reflights of boosters. Launches still to come count for nothing, and a booster whose landing was
 * not tried, or of which that is not recorded, is a flight and no attempt.
 */
export const boostersOf = (
  { months, last_loss }: BoosterTally,
  range: DayRange,
): BoosterStatistics => ({
  ...[...months.values()].reduce(sumOf, noFlights()),
  last_loss,
  months: listMonths(months, range, noFlights),
});

/** @param launches in any order */
export const boosterStatistics = (
  launches: Iterable<LaunchSummary>,
  range: DayRange,
): BoosterStatistics => boostersOf(tallyOf(boosterTally, launches), range);
