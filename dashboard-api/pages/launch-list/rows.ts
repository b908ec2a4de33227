import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import { missionTypeName, orbitName } from '../language/facts.ts';
import { hasTime } from '../language/formats.ts';
import type { Localization } from '../language/localization.ts';
import type { TimeView } from '../language/times.ts';
import { clockView, rowDateView, zoneView } from '../language/times.ts';
import { outcomeOf } from '../overview/outcomes.ts';
import type { PadName } from '../overview/pad-labels.ts';
import { padName } from '../overview/pad-labels.ts';
import type { BadgeView } from '../overview/views.ts';
import type { ContentLinks } from '../query/page-links.ts';

/** A launch as a row of the list; null: not recorded. */
export interface LaunchRowView {
  href: string;
  mission: string;
  /** No finer than it is known. */
  date: TimeView;
  /** Time of day and its zone; null where it is not known. */
  time: { clock: TimeView; zone: TimeView } | null;
  badge: BadgeView;
  rocket: string;
  pad: PadName;
  orbit: string | null;
  type: string | null;
}

/** @param now ISO 8601 UTC */
export const buildRow = (
  launch: LaunchSummary,
  links: ContentLinks,
  now: string,
  localization: Localization,
): LaunchRowView => {
  const outcome = outcomeOf(launch, now);
  return {
    href: links.launch(launch.id),
    mission: launch.mission_name,
    date: rowDateView(launch, localization),
    time: hasTime(launch.launch_date_precision)
      ? { clock: clockView(launch), zone: zoneView(launch) }
      : null,
    badge: { outcome, name: localization.text(`outcome.${outcome}`) },
    rocket: launch.rocket_name,
    pad: padName(launch.launchpad_name),
    orbit: orbitName(launch.orbit, localization),
    type: missionTypeName(launch.mission_type, localization),
  };
};
