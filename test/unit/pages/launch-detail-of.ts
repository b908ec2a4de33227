import { parse } from 'node:querystring';
import type { Counterpart } from '../../../dashboard-api/launches/counterparts.ts';
import type { Language } from '../../../dashboard-api/pages/language/languages.ts';
import type { LaunchDetailPage } from '../../../dashboard-api/pages/launch-detail/launch-detail-page.ts';
import { buildLaunchDetail } from '../../../dashboard-api/pages/launch-detail/launch-detail-page.ts';
import { parsePageQuery } from '../../../dashboard-api/pages/query/page-query.ts';
import { LAUNCH_SOURCES } from '../../../domain/launches/keys.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { localizations, NOW } from './overview-of.ts';

/** The page of a launch, reached under a query string; without-break spaces as plain ones, to be read in tests. */
export const detailOf = (
  one: Launch,
  launches: Launch[] = [one],
  language: Language = 'en',
  counterpart: Counterpart | null = null,
  search = '',
): LaunchDetailPage => {
  const freshness = { as_of: NOW, stale: false };
  const input = {
    launch: one,
    query: parsePageQuery(parse(search), LAUNCH_SOURCES),
    launches,
    counterpart,
    freshness,
    sources: LAUNCH_SOURCES,
    now: NOW,
  };
  const page = buildLaunchDetail(input, localizations[language]);
  return JSON.parse(JSON.stringify(page).replaceAll('\u00a0', ' ')) as LaunchDetailPage;
};
