import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { CatalogReading } from '../../launches/catalog-reading.ts';
import { buildFilterBar } from '../filter/filter-bar.ts';
import type { FilterBarView } from '../filter/views.ts';
import type { Localization } from '../language/localization.ts';
import { resolveQuery } from '../query/page-filter.ts';
import type { SitePages } from '../query/page-links.ts';
import {
  contentLinks,
  OVERVIEW,
  overviewLink,
  sitePages,
  withSource,
} from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import { buildBanners } from './banners.ts';
import { cardsLayout, overviewCards, pageRows } from './cards/overview-cards.ts';
import { buildEmptyState } from './empty-state.ts';
import type { ExportView } from './exports.ts';
import { buildExports } from './exports.ts';
import { buildPageData, toScriptJson } from './page-data.ts';
import type { DataAgeView } from './page-head.ts';
import { creditOf, dataAgeOf, titleOf } from './page-head.ts';
import type { Selection } from './selection.ts';
import { selectLaunches } from './selection.ts';
import { launchesTile, successRateTile } from './tiles/count-tiles.ts';
import { latestTile } from './tiles/latest-tile.ts';
import { nextTile } from './tiles/next-tile.ts';
import { streakTile } from './tiles/streak-tile.ts';
import type { BannerView, CardView, EmptyView, TileView } from './views.ts';

export interface OverviewInput {
  query: PageQuery;
  /** Sources offered, the default first. */
  sources: readonly [LaunchSource, ...LaunchSource[]];
  /** All launches of the source asked for. */
  reading: Pick<CatalogReading, 'launches' | 'as_of' | 'stale'>;
  /** ISO 8601 UTC. */
  now: string;
}

/** The overview, ready for its template. */
export interface OverviewPage {
  title: string;
  /** The page's own address, without what it ignored. */
  href: string;
  dataAge: DataAgeView;
  pages: SitePages;
  banners: BannerView[];
  filter: FilterBarView;
  tiles: TileView[];
  /** How the cards share the width. */
  layout: string;
  cards: CardView[];
  /** Null when there are launches to show. */
  empty: EmptyView | null;
  exports: ExportView[];
  /** Whose data it is and when it was read: what goes with a chart that leaves the page. */
  credit: string;
  /** JSON that may stand in a script element. */
  data: string;
}

const tilesOf = (selection: Selection, localization: Localization): TileView[] =>
  [launchesTile, successRateTile, streakTile, nextTile, latestTile].map((build) =>
    build(selection, localization),
  );

/** The same days of another source; null when there is none. */
const elsewhere = (
  query: PageQuery,
  sources: OverviewInput['sources'],
  { text }: Localization,
): CardView['link'] => {
  const other = sources.find((source) => source !== query.source);
  if (!other) return null;
  const href = overviewLink(withSource(query, other), sources[0]);
  return { href, label: text('banner.switch', { source: text(`source.${other}`) }) };
};

/** Builds the overview from launches, a URL and a time alone. */
export const buildOverview = (input: OverviewInput, localization: Localization): OverviewPage => {
  const { sources, reading, now } = input;
  const { launches } = reading;
  const query = resolveQuery(input.query, launches, now);
  const selection = selectLaunches(launches, query, contentLinks(OVERVIEW, query, sources[0]), now);
  const rows = pageRows(selection, localization);
  const base = { address: OVERVIEW, query, sources, launches, now };
  const filter = buildFilterBar(base, localization);
  const { newest } = selection;
  const href = overviewLink(query, sources[0]);
  return {
    title: titleOf(selection, localization),
    href,
    dataAge: dataAgeOf(selection, reading.as_of, localization),
    pages: sitePages(query, sources[0]),
    banners: buildBanners({ ...reading, ...base, newest }, localization),
    filter,
    tiles: tilesOf(selection, localization),
    layout: cardsLayout(rows),
    cards: overviewCards(selection, rows, elsewhere(query, sources, localization), localization),
    empty: buildEmptyState(launches, query, selection, filter.resetHref, localization),
    exports: buildExports(selection, query, localization),
    credit: creditOf(query.source, reading.as_of, localization),
    data: toScriptJson(buildPageData(selection, rows, href, localization)),
  };
};
