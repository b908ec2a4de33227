import type { LaunchSummary } from '../launch.ts';
import type { Booster } from './booster-rows.ts';
import { boosterColumns, BoosterRows, landingOf } from './booster-rows.ts';
import { flownOf } from './counts.ts';
import { entryOf } from '../entry.ts';
import type { DayRange, OfMonth } from './months.ts';
import { listMonths } from './months.ts';
import { allIndexes } from './status-rows.ts';

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

const noFlights = (): BoosterCounts => ({
  flights: 0,
  reflights: 0,
  landing_attempts: 0,
  landings: 0,
  losses: 0,
  unknown: 0,
  launches_without_record: 0,
});

/** @param times launches whose boosters all fared like this */
const addBooster = (counts: BoosterCounts, booster: Booster, times: number): void => {
  counts.flights += times;
  if (booster.reused === true) counts.reflights += times;
  const landing = landingOf(booster);
  if (landing === null) return;
  counts.landing_attempts += times;
  counts[landing] += times;
};

const addBoosters = (counts: BoosterCounts, boosters: readonly Booster[], times: number): void => {
  if (boosters.length === 0) counts.launches_without_record += times;
  for (const booster of boosters) addBooster(counts, booster, times);
};

/**
 * Landings and reflights of boosters. Launches still to come count for nothing, and a booster whose landing was
 * not tried, or of which that is not recorded, is a flight and no attempt.
 * @param parts what was counted of launches, oldest first, part by part
 */
export const boostersOf = (
  parts: readonly { boosters: BoosterRows }[],
  range: DayRange,
): BoosterStatistics => {
  const [sum, months] = [noFlights(), new Map<string, BoosterCounts>()];
  for (const { boosters: counted } of parts) {
    counted.rows.each(({ month, boosters }, counts) => {
      addBoosters(entryOf(months, month, noFlights), boosters, flownOf(counts));
      addBoosters(sum, boosters, flownOf(counts));
    });
  }
  const last_loss = parts.findLast(({ boosters }) => boosters.lastLoss !== null)?.boosters.lastLoss;
  return { ...sum, last_loss: last_loss ?? null, months: listMonths(months, range, noFlights) };
};

/** @param launches in any order */
export const boosterStatistics = (
  launches: readonly LaunchSummary[],
  range: DayRange,
): BoosterStatistics => {
  const oldestFirst = launches.toSorted((a, b) => (a.launch_date < b.launch_date ? -1 : 1));
  const boosters = new BoosterRows(boosterColumns(oldestFirst));
  boosters.add(allIndexes(oldestFirst));
  return boostersOf([{ boosters }], range);
};
