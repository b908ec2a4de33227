import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Launch, LaunchSummary } from '../../../domain/launches/launch.ts';
import type { LaunchAmongOthers } from '../../launches/launches.service.ts';
import { formatFullTime } from '../language/launch-dates.ts';
import type { Localization } from '../language/localization.ts';
import { missionLabel } from '../overview/mission.ts';
import { outcomeOf } from '../overview/outcomes.ts';
import type { PadName } from '../overview/pad-labels.ts';
import { padName } from '../overview/pad-labels.ts';
import type { BadgeView } from '../overview/views.ts';
import type { SitePages } from '../query/page-links.ts';
import { resolveQuery } from '../query/page-filter.ts';
import type { ContentLinks } from '../query/page-links.ts';
import { contentLinks, LAUNCH_LIST, sitePages } from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import type { BoosterView } from './boosters.ts';
import { buildBoosters } from './boosters.ts';
import type { LineView } from './context.ts';
import { buildContext } from './context.ts';
import type { DatesView } from './dates.ts';
import { buildDates } from './dates.ts';
import type { FactView } from './facts.ts';
import { buildFacts } from './facts.ts';

export interface LaunchDetailInput extends LaunchAmongOthers {
  /** What the pages on the way back filter by. */
  query: PageQuery;
  /** Sources offered, the default first. */
  sources: readonly [LaunchSource, ...LaunchSource[]];
  /** ISO 8601 UTC. */
  now: string;
}

interface NeighbourView {
  href: string;
  name: string;
}

/** The page of one launch, ready for its template. */
export interface LaunchDetailPage {
  title: string;
  href: string;
  pages: SitePages;
  badge: BadgeView;
  /** UTC, no finer than it is known. */
  time: string;
  pad: PadName;
  facts: FactView[];
  /** In the words of the source, which are English; null: not recorded. */
  details: string | null;
  boosters: BoosterView[];
  context: LineView[];
  dates: DatesView | null;
  source: LineView[];
  id: string;
  jsonHref: string;
  previous: NeighbourView | null;
  next: NeighbourView | null;
}

const neighbour = (launch: LaunchSummary | undefined, links: ContentLinks): NeighbourView | null =>
  launch ? { href: links.launch(launch.id), name: missionLabel(launch) } : null;

/** The launches before and after it, of the same source. */
const neighboursOf = (
  { launch, launches }: LaunchAmongOthers,
  links: ContentLinks,
): Pick<LaunchDetailPage, 'previous' | 'next'> => {
  const index = launches.findIndex(({ id }) => id === launch.id);
  return {
    previous: neighbour(launches[index - 1], links),
    next: neighbour(launches[index + 1], links),
  };
};

/** The query, taken to be about the source of the launch. */
const queryOf = ({ launch, launches, query, now }: LaunchDetailInput): PageQuery =>
  resolveQuery({ ...query, source: launch.source }, launches, now);

const sourceLines = (launch: Launch, { text, formats }: Localization): LineView[] => {
  const { source_updated_at: updated, missing_since: missing } = launch;
  const times = { read: launch.ingested_at, updated, missing };
  return [
    { label: text('source.label'), value: text(`source.${launch.source}`) },
    ...Object.entries(times).flatMap(([name, time]) =>
      time === null ? [] : [{ label: text(`launch.${name}`), value: formats.dateTime(time) }],
    ),
  ];
};

/** Builds the page from a launch, those around it and a time alone. */
export const buildLaunchDetail = (
  input: LaunchDetailInput,
  localization: Localization,
): LaunchDetailPage => {
  const { launch, launches, sources, now } = input;
  const outcome = outcomeOf(launch, now);
  const query = queryOf(input);
  const links = contentLinks(LAUNCH_LIST, query, sources[0]);
  return {
    title: missionLabel(launch),
    href: links.launch(launch.id),
    pages: sitePages(query, sources[0]),
    badge: { outcome, name: localization.text(`outcome.${outcome}`) },
    time: formatFullTime(launch, localization),
    pad: padName(launch.launchpad_name),
    facts: buildFacts(launch, localization),
    details: launch.details,
    boosters: buildBoosters(launch.boosters, localization),
    context: buildContext(launches, launch.id, localization),
    dates: buildDates(launch, now, localization),
    source: sourceLines(launch, localization),
    id: launch.id,
    jsonHref: `/api/v1/launches/${encodeURIComponent(launch.id)}`,
    ...neighboursOf(input, links),
  };
};
