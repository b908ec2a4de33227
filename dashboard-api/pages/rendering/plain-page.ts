import { UNFILTERED_PAGES } from '../query/page-links.ts';
import type { PageContent } from './page-renderer.ts';

/** The site's frame round a page that is not about launches: no filter to keep, no source to choose. */
export const plainShell = (title: string, returnTo: string): PageContent['shell'] => ({
  title,
  returnTo,
  pages: UNFILTERED_PAGES,
  current: null,
  sources: [],
  dataLinks: [],
});
