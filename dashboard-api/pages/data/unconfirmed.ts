import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { LaunchesReport } from '../../sources/source-report.ts';
import type { Localization } from '../language/localization.ts';
import type { TimeView } from '../language/times.ts';
import { launchTimeView } from '../language/times.ts';
import { missionLabel } from '../overview/mission.ts';
import type { LinkToLaunch } from './launch-figures.ts';

/** A launch marked upcoming that nobody confirms. */
export interface UnconfirmedRow {
  href: string;
  mission: string;
  time: TimeView;
  /** Why nobody does. */
  reason: string;
}

export interface UnconfirmedView {
  summary: string;
  rows: UnconfirmedRow[];
}

const reasonOf = (
  { missing_since: missing }: LaunchSummary,
  { text, formats }: Localization,
): string =>
  missing === null
    ? text('data.unconfirmed.passed')
    : text('data.unconfirmed.unlisted', { day: formats.shortDate(missing) });

const summarize = ({ unconfirmed, counts }: LaunchesReport, { text }: Localization): string => {
  const { upcoming: count } = counts;
  if (count === 0) return text('data.unconfirmed.no_upcoming');
  return unconfirmed.length === 0
    ? text('data.unconfirmed.none')
    : text('data.unconfirmed.some', { unconfirmed: unconfirmed.length, count });
};

export const buildUnconfirmed = (
  launches: LaunchesReport,
  linkTo: LinkToLaunch,
  localization: Localization,
): UnconfirmedView => ({
  summary: summarize(launches, localization),
  rows: launches.unconfirmed.map((launch) => ({
    href: linkTo(launch.id),
    mission: missionLabel(launch),
    time: launchTimeView(launch, localization),
    reason: reasonOf(launch, localization),
  })),
});
