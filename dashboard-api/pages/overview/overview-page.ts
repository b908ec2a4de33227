import { dayOf } from '../../../domain/launches/dates.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { CatalogReading } from '../../launches/launch-catalog.ts';
import type { Localization } from '../language/localization.ts';
import { formatSpan } from '../language/spans.ts';
import { dropUnknownNames } from '../query/page-filter.ts';
import { exportLink, overviewLink } from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import { buildBanners } from './banners.ts';
import { monthRows, monthsCard } from './cards/months-card.ts';
import { padRows, padsCard } from './cards/pads-card.ts';
import { rateRows, statusCard } from './cards/status-card.ts';
import { dayRows, timelineCard } from './cards/timeline-card.ts';
import { buildEmptyState } from './empty-state.ts';
import { buildFilterBar } from './filter-bar.ts';
import type { PageRows } from './page-data.ts';
import { buildPageData, toScriptJson } from './page-data.ts';
import type { Selection } from './selection.ts';
import { selectLaunches } from './selection.ts';
import { launchesTile, successRateTile } from './tiles/count-tiles.ts';
import { latestTile } from './tiles/latest-tile.ts';
import { nextTile } from './tiles/next-tile.ts';
import type { BannerView, CardView, EmptyView, FilterBarView, TileView } from './views.ts';

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
  dataAge: { day: string | null; age: string | null };
  banners: BannerView[];
  filter: FilterBarView;
  tiles: TileView[];
  cards: CardView[];
  /** Null when there are launches to show. */
  empty: EmptyView | null;
  exports: { csv: string; ndjson: string };
  /** JSON that may stand in a script element. */
  data: string;
}

/** The scope of the page: the days its launches cover, or those asked for when there are none. */
const titleOf = ({ span, asked }: Selection, { text, formats }: Localization): string => {
  const from = span?.from ?? asked.from;
  const to = span?.to ?? asked.to;
  if (from !== null && to !== null) {
    return from === to
      ? text('title.day', { day: formats.longDate(from) })
      : text('title.span', { from: formats.longDate(from), to: formats.longDate(to) });
  }
  if (from !== null) return text('title.from', { from: formats.longDate(from) });
  return to === null ? text('title.all') : text('title.to', { to: formats.longDate(to) });
};

const dataAgeOf = (
  { newest, now }: Selection,
  asOf: string | null,
  { text, formats }: Localization,
): OverviewPage['dataAge'] => {
  const age = asOf === null ? null : Math.max(0, Date.parse(now) - Date.parse(asOf));
  return {
    day: newest && formats.shortDate(dayOf(newest.launch_date)),
    age: age === null ? null : text('data_age.read', { span: formatSpan(age, text) }),
  };
};

const rowsOf = (selection: Selection, localization: Localization): PageRows => ({
  months: monthRows(selection),
  days: dayRows(selection),
  pads: padRows(selection),
  ...rateRows(selection, localization),
});

const tilesOf = (selection: Selection, localization: Localization): TileView[] =>
  [launchesTile, successRateTile, nextTile, latestTile].map((build) =>
    build(selection, localization),
  );

const cardsOf = (selection: Selection, rows: PageRows, localization: Localization): CardView[] => [
  monthsCard(selection, rows.months, localization),
  timelineCard(selection, rows.days, localization),
  statusCard(selection, rows, localization),
  padsCard(selection, rows.pads, localization),
];

/** Builds the overview from launches, a URL and a time alone. */
export const buildOverview = (input: OverviewInput, localization: Localization): OverviewPage => {
  const { sources, reading, now } = input;
  const { launches } = reading;
  const query = dropUnknownNames(input.query, launches);
  const selection = selectLaunches(launches, query, now);
  const rows = rowsOf(selection, localization);
  const filter = buildFilterBar({ query, sources, launches, now }, localization);
  const { newest } = selection;
  return {
    title: titleOf(selection, localization),
    href: overviewLink(query, sources[0]),
    dataAge: dataAgeOf(selection, reading.as_of, localization),
    banners: buildBanners({ ...reading, query, sources, newest, now }, localization),
    filter,
    tiles: tilesOf(selection, localization),
    cards: cardsOf(selection, rows, localization),
    empty: buildEmptyState(launches, query, selection, filter.resetHref, localization),
    exports: { csv: exportLink('csv', query), ndjson: exportLink('ndjson', query) },
    data: toScriptJson(buildPageData(selection, rows, localization)),
  };
};
