import type { PageContent } from './page-renderer.ts';
import type { ShellInput } from './shell.ts';

/** What every page with the filter bar knows of itself. */
interface FilteredPage {
  title: string;
  /** Its own address, filter included. */
  href: string;
  pages: ShellInput['pages'];
  filter: { sources: ShellInput['sources'] };
  exports: ShellInput['dataLinks'];
}

/** A page with the filter bar in the site's frame, and links to what it shows as data. */
export const filteredContent = (
  template: PageContent['template'],
  current: ShellInput['current'],
  page: FilteredPage,
): PageContent => ({
  template,
  view: page,
  shell: {
    title: page.title,
    returnTo: page.href,
    pages: page.pages,
    current,
    sources: page.filter.sources,
    dataLinks: page.exports,
  },
});
