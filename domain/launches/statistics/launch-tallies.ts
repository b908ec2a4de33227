import { boosterTally } from './boosters.ts';
import { statusTally } from './counts.ts';
import { launchpadTally, orbitTally, rocketTally } from './groups.ts';
import { monthTally } from './monthly.ts';
import { streakTally } from './streak.ts';
import type { Tally } from './tally.ts';
import { together } from './tally.ts';
import { dayTally } from './timeline.ts';

/** All that statistics are made of, counted in one pass over launches. */
export const LAUNCH_TALLIES = together({
  months: monthTally,
  launchpads: launchpadTally,
  rockets: rocketTally,
  orbits: orbitTally,
  days: dayTally,
  status: statusTally,
  streak: streakTally,
  boosters: boosterTally,
});

export type LaunchTallies = typeof LAUNCH_TALLIES extends Tally<infer T> ? T : never;
