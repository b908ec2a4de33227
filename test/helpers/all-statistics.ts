import type { LaunchSummary } from '../../domain/launches/launch.ts';
import { boosterStatistics, boostersOf } from '../../domain/launches/statistics/boosters.ts';
import {
  launchpadStatistics,
  launchpadsOf,
  rocketStatistics,
  rocketsOf,
} from '../../domain/launches/statistics/groups.ts';
import type { LaunchCount } from '../../domain/launches/statistics/launch-count.ts';
import { monthlyStatistics, monthsOf } from '../../domain/launches/statistics/monthly.ts';
import { orbitStatistics, orbitsOf } from '../../domain/launches/statistics/orbits.ts';
import { statusOf, statusStatistics } from '../../domain/launches/statistics/status.ts';
import { streakOf, successStreak } from '../../domain/launches/statistics/streak.ts';
import { daysOf, timelineStatistics } from '../../domain/launches/statistics/timeline.ts';

/** As it is written: a launch that shares its parts with others is then equal to one that does not. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const RANGE = { from: null, to: null };

/** All statistics of what was counted, a part a year. */
export const finished = (counts: readonly LaunchCount[]) => ({
  months: monthsOf(counts, RANGE),
  launchpads: launchpadsOf(counts),
  rockets: rocketsOf(counts),
  orbits: orbitsOf(counts),
  days: daysOf(counts),
  status: statusOf(counts),
  streak: plain(streakOf(counts)),
  boosters: boostersOf(counts, RANGE),
});

/** All statistics of launches, oldest first, each by itself. */
export const computed = (launches: readonly LaunchSummary[]) => ({
  months: monthlyStatistics(launches, RANGE),
  launchpads: launchpadStatistics(launches),
  rockets: rocketStatistics(launches),
  orbits: orbitStatistics(launches),
  days: timelineStatistics(launches),
  status: statusStatistics(launches),
  streak: plain(successStreak(launches)),
  boosters: boosterStatistics(launches, RANGE),
});
