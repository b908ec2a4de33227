import type { LaunchSummary } from '../../domain/launches/launch.ts';
import { boosterStatistics, boostersOf } from '../../domain/launches/statistics/boosters.ts';
import {
  launchpadStatistics,
  launchpadsOf,
  orbitStatistics,
  orbitsOf,
  rocketStatistics,
  rocketsOf,
} from '../../domain/launches/statistics/groups.ts';
import type { LaunchTallies } from '../../domain/launches/statistics/launch-tallies.ts';
import { monthlyStatistics, monthsOf } from '../../domain/launches/statistics/monthly.ts';
import { statusOf, statusStatistics } from '../../domain/launches/statistics/status.ts';
import { successStreak } from '../../domain/launches/statistics/streak.ts';
import { daysOf, timelineStatistics } from '../../domain/launches/statistics/timeline.ts';

const RANGE = { from: null, to: null };

/** All statistics of what was counted. */
export const finished = (tallies: LaunchTallies) => ({
  months: monthsOf(tallies.months, RANGE),
  launchpads: launchpadsOf(tallies.launchpads),
  rockets: rocketsOf(tallies.rockets),
  orbits: orbitsOf(tallies.orbits),
  days: daysOf(tallies.days),
  status: statusOf(tallies.status),
  streak: tallies.streak,
  boosters: boostersOf(tallies.boosters, RANGE),
});

/** All statistics of launches, oldest first, each by itself. */
export const computed = (launches: readonly LaunchSummary[]) => ({
  months: monthlyStatistics(launches, RANGE),
  launchpads: launchpadStatistics(launches),
  rockets: rocketStatistics(launches),
  orbits: orbitStatistics(launches),
  days: timelineStatistics(launches),
  status: statusStatistics(launches),
  streak: successStreak(launches),
  boosters: boosterStatistics(launches, RANGE),
});
