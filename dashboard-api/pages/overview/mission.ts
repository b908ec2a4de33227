import type { LaunchSummary } from '../../../domain/launches/launch.ts';

/** Names that say nothing without the rocket: "Flight 9", "Integrated Flight Test 2". */
const BARE_FLIGHT = /^(Integrated )?Flight\b/;

/** A launch's name where it stands alone: "Starship Flight 9". */
export const missionLabel = (
  launch: Pick<LaunchSummary, 'mission_name' | 'rocket_name'>,
): string =>
  BARE_FLIGHT.test(launch.mission_name)
    ? `${launch.rocket_name} ${launch.mission_name}`
    : launch.mission_name;
