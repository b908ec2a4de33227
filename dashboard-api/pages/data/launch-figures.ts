import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { LaunchesReport, SourceReport } from '../../sources/source-report.ts';
import type { LineView } from '../facts/lines.ts';
import { line } from '../facts/lines.ts';
import { formatLaunchDate } from '../language/launch-dates.ts';
import type { Localization } from '../language/localization.ts';
import { instantView, launchTimeView } from '../language/times.ts';
import { buildLegend } from '../overview/legend.ts';
import { missionLabel } from '../overview/mission.ts';
import { countOutcomes, knownOutcomes } from '../overview/outcomes.ts';
import type { LegendItem } from '../overview/views.ts';

/** Address of a launch's page. */
export type LinkToLaunch = (id: string) => string;

/** What is held of a source, in figures. */
export interface FiguresView {
  summary: string;
  /** The outcomes that occur. */
  legend: LegendItem[];
  facts: LineView[];
}

/** How many launches there are and between which dates, no finer than those are known. */
const describeExtent = ({ all }: LaunchesReport, localization: Localization): string => {
  const { text } = localization;
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return text('empty.nothing_read');
  const from = formatLaunchDate(first, localization);
  const to = formatLaunchDate(last, localization);
  return text('data.extent', { count: all.length, from, to });
};

const describeRate = ({ counts }: LaunchesReport, { text, formats }: Localization): string => {
  const known = knownOutcomes(counts);
  if (known === 0) return text('tile.success_rate.none');
  const { success } = counts;
  return text('data.rate', { share: formats.share(success, known), success, count: known });
};

/** A launch with the way to its page, or the words for none. */
const launchLine = (
  label: string,
  launch: LaunchSummary | null,
  none: string,
  linkTo: LinkToLaunch,
  localization: Localization,
): LineView =>
  launch === null
    ? line(label, none)
    : line(label, missionLabel(launch), {
        at: launchTimeView(launch, localization),
        href: linkTo(launch.id),
      });

/**
 * @param launches of the report
 * @param now ISO 8601 UTC
 */
export const buildFigures = (
  { as_of: asOf }: SourceReport,
  launches: LaunchesReport,
  now: string,
  linkTo: LinkToLaunch,
  localization: Localization,
): FiguresView => {
  const { text } = localization;
  const { newest, next, all } = launches;
  const none = { newest: text('tile.latest.none'), next: text('tile.next.none') };
  return {
    summary: describeExtent(launches, localization),
    legend: buildLegend(countOutcomes(all, now), localization),
    facts: [
      launchLine(text('data.newest'), newest, none.newest, linkTo, localization),
      launchLine(text('tile.next'), next, none.next, linkTo, localization),
      line(text('tile.success_rate'), describeRate(launches, localization)),
      line(text('data.last_success'), asOf && instantView(asOf, localization)),
    ],
  };
};
