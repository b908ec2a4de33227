import { describe, expect, it } from '@jest/globals';
import { buildErrorView } from '../../../dashboard-api/pages/errors/error-view.ts';
import { localizations } from './overview-of.ts';

describe('what an error page says', () => {
  const titleOf = (status: number): string =>
    buildErrorView(status, '/?from=x', localizations.en.text).title;

  it('follows from the status alone', () => {
    expect([404, 405, 400, 414, 500, 502, 503].map(titleOf)).toEqual([
      'Page not found',
      'Page not found',
      'Request not understood',
      'Request not understood',
      'Page not available',
      'Page not available',
      'Data not available',
    ]);
  });

  it('offers to try again only what may end otherwise', () => {
    const retry = (status: number): string | null =>
      buildErrorView(status, '/?from=x', localizations.es.text).retryHref;
    expect([retry(503), retry(500), retry(404), retry(400)]).toEqual([
      '/?from=x',
      '/?from=x',
      null,
      null,
    ]);
  });
});
