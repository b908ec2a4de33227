import { parse } from 'node:querystring';
import type { LaunchListPage } from '../../../dashboard-api/pages/launch-list/launch-list-page.ts';
import { buildLaunchList } from '../../../dashboard-api/pages/launch-list/launch-list-page.ts';
import { parseListQuery } from '../../../dashboard-api/pages/query/list-query.ts';
import { parsePageQuery } from '../../../dashboard-api/pages/query/page-query.ts';
import { LAUNCH_SOURCES } from '../../../domain/launches/keys.ts';
import { compareByDate } from './by-date.ts';
import { localizations, NOW, recorded } from './overview-of.ts';
import type { Situation } from './overview-of.ts';

/** The list under a query string; without-break spaces as plain ones, to be read in tests. */
export const launchListOf = (search = '', situation: Situation = {}): LaunchListPage => {
  const { language = 'en', now = NOW, as_of = now, stale = false } = situation;
  const query = parsePageQuery(parse(search), LAUNCH_SOURCES);
  const launches = (situation.launches ?? recorded[query.source]).toSorted(compareByDate);
  const page = buildLaunchList(
    {
      query,
      list: parseListQuery(parse(search)),
      sources: LAUNCH_SOURCES,
      reading: { launches, as_of, stale },
      now,
    },
    localizations[language],
  );
  return JSON.parse(JSON.stringify(page).replaceAll('\u00a0', ' ')) as LaunchListPage;
};
