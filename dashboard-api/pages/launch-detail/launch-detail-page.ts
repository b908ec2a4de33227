import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Freshness } from '../../launches/dated.ts';
import type { LaunchAmongOthers } from '../../launches/launches.service.ts';
import type { LineView } from '../facts/lines.ts';
import type { Localization } from '../language/localization.ts';
import type { TimeView } from '../language/times.ts';
import { fullTimeView } from '../language/times.ts';
import { buildAgeBanners } from '../overview/banners.ts';
import { missionLabel } from '../overview/mission.ts';
import { outcomeOf } from '../overview/outcomes.ts';
import type { PadName } from '../overview/pad-labels.ts';
import { padName } from '../overview/pad-labels.ts';
import type { BadgeView, BannerView } from '../overview/views.ts';
import type { SitePages } from '../query/page-links.ts';
import { resolveQuery } from '../query/page-filter.ts';
import type { ContentLinks } from '../query/page-links.ts';
import { contentLinks, LAUNCH_LIST, sitePages } from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import type { AroundView } from './around.ts';
import { buildAround } from './around.ts';
import type { BoosterView } from './boosters.ts';
import { buildBoosters } from './boosters.ts';
import { buildContext } from './context.ts';
import type { DatesView } from './dates.ts';
import { buildDates } from './dates.ts';
import { buildFacts } from './facts.ts';
import { describePadTime } from './pad-time.ts';
import { buildSourceLines } from './source-lines.ts';

export interface LaunchDetailInput extends LaunchAmongOthers {
  /** What the pages on the way back filter by. */
  query: PageQuery;
  freshness: Freshness;
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
  banners: BannerView[];
  badge: BadgeView;
  /** UTC, no finer than it is known. */
  time: TimeView;
  /** By the clocks at the pad; null where that cannot be said. */
  padTime: string | null;
  pad: PadName;
  facts: LineView[];
  /** In the words of the source, which are English; null: not recorded. */
  details: string | null;
  boosters: BoosterView[];
  around: AroundView | null;
  context: LineView[];
  dates: DatesView | null;
  source: LineView[];
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

/** Builds the page from a launch, those around it and a time alone. */
export const buildLaunchDetail = (
  input: LaunchDetailInput,
  localization: Localization,
): LaunchDetailPage => {
  const { launch, launches, counterpart, freshness, sources, now } = input;
  const outcome = outcomeOf(launch, now);
  const query = queryOf(input);
  const links = contentLinks(LAUNCH_LIST, query, sources[0]);
  const other = counterpart && { ...counterpart, href: links.launch(counterpart.launch.id) };
  const jsonHref = `/api/v1/launches/${encodeURIComponent(launch.id)}`;
  return {
    title: missionLabel(launch),
    href: links.launch(launch.id),
    pages: sitePages(query, sources[0]),
    banners: buildAgeBanners({ ...freshness, now }, localization),
    badge: { outcome, name: localization.text(`outcome.${outcome}`) },
    time: fullTimeView(launch, localization),
    padTime: describePadTime(launch, localization),
    pad: padName(launch.launchpad_name),
    facts: buildFacts(launch, localization),
    details: launch.details,
    boosters: buildBoosters(launch.boosters, localization),
    around: buildAround(launches, launch.id, now, localization),
    context: buildContext(launches, launch.id, localization),
    dates: buildDates(launch, other, now, localization),
    source: buildSourceLines(launch, other, jsonHref, localization),
    jsonHref,
    ...neighboursOf(input, links),
  };
};
