import type { LaunchSummary } from '../launch.ts';
import type { BoosterColumns } from './booster-rows.ts';
import { boosterColumns } from './booster-rows.ts';
import type { Named } from './groups.ts';
import { launchpadKinds, rocketKinds } from './groups.ts';
import type { Kinds } from './kinds.ts';
import { orbitKinds } from './orbits.ts';
import { dayKinds } from './timeline.ts';

/**
 * All that statistics and filters tell launches apart by, as numbers beside the launches: ten bytes each. What is
 * said of a kind is found out once for all launches of it.
 */
export interface LaunchColumns extends BoosterColumns {
  readonly days: Kinds<string>;
  readonly launchpads: Kinds<Named>;
  readonly rockets: Kinds<Named>;
  readonly orbits: Kinds<string | null>;
}

/**
 * @param launches oldest first
 * @param between waited for between one column and the next, each of which takes 50 to 150 ns a launch
 */
export const columnsOf = async (
  launches: readonly LaunchSummary[],
  between: () => Promise<unknown>,
): Promise<LaunchColumns> => {
  const boosters = boosterColumns(launches);
  await between();
  const days = dayKinds(launches);
  await between();
  const launchpads = launchpadKinds(launches);
  await between();
  const rockets = rocketKinds(launches);
  await between();
  return { ...boosters, days, launchpads, rockets, orbits: orbitKinds(launches) };
};
