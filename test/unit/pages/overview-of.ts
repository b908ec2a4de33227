import { join } from 'node:path';
import { parse } from 'node:querystring';
import { compareByDate } from './by-date.ts';
import { LAUNCH_SOURCES } from '../../../domain/launches/keys.ts';
import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { Language } from '../../../dashboard-api/pages/language/languages.ts';
import { loadLocalizations } from '../../../dashboard-api/pages/language/localization.ts';
import type { OverviewPage } from '../../../dashboard-api/pages/overview/overview-page.ts';
import { buildOverview } from '../../../dashboard-api/pages/overview/overview-page.ts';
import type { CardView, TileView } from '../../../dashboard-api/pages/overview/views.ts';
import { parsePageQuery } from '../../../dashboard-api/pages/query/page-query.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../helpers/recorded-launches.ts';
import type { PageData } from '../../../views/assets/page-data.ts';

export const VIEWS_DIR = join(import.meta.dirname, '../../../views');

export const localizations = loadLocalizations(VIEWS_DIR);

/** The day after the recordings end, as in the pictures of the page. */
export const NOW = '2026-05-16T14:20:00.000Z';

/** The recorded launches of each source, oldest first. */
export const recorded: Record<LaunchSource, LaunchSummary[]> = {
  'launch-library': launchLibraryLaunches().sort(compareByDate),
  spacex: spacexLaunches().sort(compareByDate),
};

export interface Situation {
  language?: Language;
  now?: string;
  as_of?: string | null;
  stale?: boolean;
  /** All launches of the source; by default the recorded ones. */
  launches?: LaunchSummary[];
}

/** The overview under a query string; without-break spaces as plain ones, to be read in tests. */
export const overviewOf = (search = '', situation: Situation = {}): OverviewPage => {
  const { language = 'en', now = NOW, as_of = now, stale = false } = situation;
  const query = parsePageQuery(parse(search), LAUNCH_SOURCES);
  const launches = (situation.launches ?? recorded[query.source]).toSorted(compareByDate);
  const page = buildOverview(
    { query, sources: LAUNCH_SOURCES, reading: { launches, as_of, stale }, now },
    localizations[language],
  );
  return JSON.parse(JSON.stringify(page).replaceAll('\u00a0', ' ')) as OverviewPage;
};

export const cardOf = (page: OverviewPage, chart: CardView['chart']): CardView => {
  const card = page.cards.find((one) => one.chart === chart);
  if (!card) throw new Error(`no card for ${chart}`);
  return card;
};

export const tileOf = (page: OverviewPage, label: string): TileView => {
  const tile = page.tiles.find((one) => one.label === label);
  if (!tile) throw new Error(`no tile ${label}`);
  return tile;
};

export const takeaways = (page: OverviewPage): Record<string, string> =>
  Object.fromEntries(page.cards.map(({ chart, takeaway }) => [chart, takeaway]));

export const legendOf = (card: CardView): string[] =>
  card.legend.map(({ name, count }) => `${name} ${count}`);

export const dataOf = (page: OverviewPage): PageData => JSON.parse(page.data) as PageData;
