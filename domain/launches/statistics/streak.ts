import type { LaunchSummary } from '../launch.ts';
import type { LaunchStatus } from '../status.ts';
import { fellShort } from '../status.ts';
import type { LaunchColumns } from './columns.ts';
import { statusIn } from './kinds.ts';
import type { Indexes } from './status-rows.ts';
import { allIndexes } from './status-rows.ts';

/** Successes in a row. */
export interface SuccessStreak {
  count: number;
  /** The last launch that fell short of success, after which they came; null when none ever did. */
  since: LaunchSummary | null;
}

export const NO_STREAK: SuccessStreak = { count: 0, since: null };

/** A streak together with a later one. */
const together = (before: SuccessStreak, after: SuccessStreak): SuccessStreak =>
  after.since === null ? { ...before, count: before.count + after.count } : after;

/**
 * The streak of some launches, oldest first: looked for from the newest, as it seldom reaches far back.
 * @param statusAt of the launch at an index
 */
const streakAmong = (
  launches: readonly LaunchSummary[],
  statusAt: (index: number) => LaunchStatus,
  indexes: Indexes,
): SuccessStreak => {
  let count = 0;
  for (let at = indexes.length - 1; at >= 0; at -= 1) {
    const index = indexes[at]!;
    const status = statusAt(index);
    if (fellShort(status)) return { count, since: launches[index]! };
    if (status === 'success') count += 1;
  }
  return { count, since: null };
};

/** What becomes of a streak with some of the launches that follow. */
export const streakAfter = (
  before: SuccessStreak,
  { launches, days }: Pick<LaunchColumns, 'launches' | 'days'>,
  indexes: Indexes,
): SuccessStreak =>
  together(
    before,
    streakAmong(launches, (index) => statusIn(days.cells[index]!), indexes),
  );

/** @param parts what was counted of launches, oldest first, part by part */
export const streakOf = (parts: readonly { streak: SuccessStreak }[]): SuccessStreak =>
  parts.map(({ streak }) => streak).reduce(together, NO_STREAK);

/**
 * How many launches have succeeded since the last that did not: a partial failure ends a streak, and one whose
 * outcome is unknown neither ends nor extends it.
 * @param launches oldest first
 */
export const successStreak = (launches: readonly LaunchSummary[]): SuccessStreak =>
  streakAmong(launches, (index) => launches[index]!.launch_status, allIndexes(launches));
