import { buildFilterBar } from '../filter/filter-bar.ts';
import type { FilterBarView } from '../filter/views.ts';
import type { Localization } from '../language/localization.ts';
import { buildBanners } from '../overview/banners.ts';
import { buildEmptyState } from '../overview/empty-state.ts';
import type { ExportView } from '../overview/exports.ts';
import { buildExports } from '../overview/exports.ts';
import { buildLegend } from '../overview/legend.ts';
import type { OverviewInput } from '../overview/overview-page.ts';
import type { DataAgeView } from '../overview/page-head.ts';
import { dataAgeOf, titleOf } from '../overview/page-head.ts';
import type { Selection } from '../overview/selection.ts';
import { selectLaunches } from '../overview/selection.ts';
import type { BannerView, EmptyView, LegendItem } from '../overview/views.ts';
import type { ListQuery } from '../query/list-query.ts';
import { listAddress, listPageAddress } from '../query/list-query.ts';
import { resolveQuery } from '../query/page-filter.ts';
import type { SitePages } from '../query/page-links.ts';
import { contentLinks, pageLink, sitePages } from '../query/page-links.ts';
import type { ColumnView } from './columns.ts';
import { buildColumns } from './columns.ts';
import type { LinkToPage, PagerView } from './pager.ts';
import { buildPager, slicePage } from './pager.ts';
import type { LaunchRowView } from './rows.ts';
import { buildRow } from './rows.ts';
import { sortLaunches } from './sort-launches.ts';

export interface LaunchListInput extends OverviewInput {
  list: ListQuery;
}

/** The list of launches, ready for its template. */
export interface LaunchListPage {
  title: string;
  /** The page's own address, without what it ignored. */
  href: string;
  dataAge: DataAgeView;
  pages: SitePages;
  banners: BannerView[];
  filter: FilterBarView;
  /** "69 launches", and how many of each outcome that occurs. */
  total: string;
  counts: LegendItem[];
  columns: ColumnView[];
  rows: LaunchRowView[];
  pager: PagerView;
  /** Null when there are launches to show. */
  empty: EmptyView | null;
  exports: ExportView[];
}

/** The table, its page and the ways to the others. */
const buildTable = (
  { list, now }: LaunchListInput,
  { launches, counts, links }: Selection,
  linkTo: LinkToPage,
  localization: Localization,
): Pick<LaunchListPage, 'columns' | 'rows' | 'pager' | 'href'> => {
  const slice = slicePage(sortLaunches(launches, list, now, localization), list);
  return {
    href: linkTo(list, slice.page),
    columns: buildColumns(list, (sorted) => linkTo(sorted, 1), localization),
    rows: slice.items.map((launch) => buildRow(launch, links, now, localization)),
    pager: buildPager(list, counts.total, slice, linkTo, localization),
  };
};

/** Builds the list from launches, a URL and a time alone. */
export const buildLaunchList = (
  input: LaunchListInput,
  localization: Localization,
): LaunchListPage => {
  const { list, sources, reading, now } = input;
  const { launches } = reading;
  const query = resolveQuery(input.query, launches, now);
  const address = listAddress(list);
  const links = contentLinks(address, query, sources[0]);
  const selection = selectLaunches(launches, query, links, now);
  const base = { address, query, sources, launches, now };
  const filter = buildFilterBar(base, localization);
  const linkTo: LinkToPage = (other, page) =>
    pageLink(listPageAddress(other, page), query, sources[0]);
  return {
    ...buildTable(input, selection, linkTo, localization),
    title: titleOf(selection, localization),
    dataAge: dataAgeOf(selection, reading.as_of, localization),
    pages: sitePages(query, sources[0]),
    banners: buildBanners({ ...reading, ...base, newest: selection.newest }, localization),
    filter,
    total: localization.text('list.total', { count: selection.counts.total }),
    counts: buildLegend(selection.counts, localization),
    empty: buildEmptyState(launches, query, selection, filter.resetHref, localization),
    exports: buildExports(selection, query, localization),
  };
};
