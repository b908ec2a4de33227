import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Freshness } from '../../launches/dated.ts';
import { publicRun } from '../../sources/public-run.ts';
import type { SourceReport } from '../../sources/source-report.ts';
import type { LineView } from '../facts/lines.ts';
import { line } from '../facts/lines.ts';
import type { Localization } from '../language/localization.ts';
import { buildAgeBanners } from '../overview/banners.ts';
import type { BannerView } from '../overview/views.ts';
import type { SitePages } from '../query/page-links.ts';
import { DATA, launchLink, pageLink, sitePages } from '../query/page-links.ts';
import type { PageQuery } from '../query/page-query.ts';
import type { ConditionView } from './conditions.ts';
import { buildConditions } from './conditions.ts';
import type { FiguresView, LinkToLaunch } from './launch-figures.ts';
import { buildFigures } from './launch-figures.ts';
import type { OriginView } from './origins.ts';
import { buildOrigin } from './origins.ts';
import type { RunsView } from './runs.ts';
import { buildRuns } from './runs.ts';
import type { UnconfirmedView } from './unconfirmed.ts';
import { buildUnconfirmed } from './unconfirmed.ts';

export interface DataPageInput {
  /** What the other pages are filtered by; this one tells of every source whole. */
  query: PageQuery;
  /** Sources offered, the default first. */
  sources: readonly [LaunchSource, ...LaunchSource[]];
  reports: readonly SourceReport[];
  freshness: Freshness;
  /** ISO 8601 UTC. */
  now: string;
}

/** A source, ready for its part of the template. */
export interface SourceView {
  /** Part of the ids of its headings. */
  key: LaunchSource;
  name: string;
  conditions: ConditionView[];
  /** Null while its launches cannot be read. */
  figures: FiguresView | null;
  unconfirmed: UnconfirmedView | null;
  runs: RunsView;
  origin: OriginView;
}

/** The page of the sources, ready for its template. */
export interface DataPage {
  title: string;
  href: string;
  pages: SitePages;
  /** How many sources there are. */
  scope: string;
  banners: BannerView[];
  sources: SourceView[];
  /** What the words of the site mean. */
  terms: LineView[];
  jsonHref: string;
}

const TERMS = ['rate', 'unknown', 'unconfirmed', 'precision', 'days', 'runs'] as const;

const buildSource = (
  report: SourceReport,
  now: string,
  linkTo: LinkToLaunch,
  localization: Localization,
): SourceView => {
  const { source, launches, runs } = report;
  return {
    key: source,
    name: localization.text(`origin.${source}.name`),
    conditions: buildConditions(report, now, localization),
    figures: launches && buildFigures(report, launches, now, linkTo, localization),
    unconfirmed: launches && buildUnconfirmed(launches, linkTo, localization),
    runs: buildRuns(runs.map(publicRun), localization),
    origin: buildOrigin(source, localization),
  };
};

/** Builds the page from reports, a URL and a time alone. */
export const buildDataPage = (input: DataPageInput, localization: Localization): DataPage => {
  const { query, sources, reports, freshness, now } = input;
  const { text } = localization;
  const linkTo: LinkToLaunch = (id) => launchLink(id, query);
  return {
    title: text('nav.data'),
    href: pageLink(DATA, query, sources[0]),
    pages: sitePages(query, sources[0]),
    scope: text('data.scope', { count: reports.length }),
    banners: freshness.stale ? buildAgeBanners({ ...freshness, now }, localization) : [],
    sources: reports.map((report) => buildSource(report, now, linkTo, localization)),
    terms: TERMS.map((name) => line(text(`term.${name}`), text(`term.${name}.meaning`))),
    jsonHref: '/api/v1/sources',
  };
};
