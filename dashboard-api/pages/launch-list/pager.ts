import type { Localization } from '../language/localization.ts';
import type { LinkView } from '../overview/views.ts';
import type { ListQuery } from '../query/list-query.ts';
import { ROW_COUNTS } from '../query/list-query.ts';

/** Ways to the other pages of the list. */
export interface PagerView {
  /** "1–25" */
  range: string;
  /** "of 69" */
  of: string;
  /** Null on the first page. */
  previousHref: string | null;
  /** Null on the last page. */
  nextHref: string | null;
  rows: LinkView[];
}

/** A page as long as asked for; past the last one, the last. */
export const slicePage = <T>(
  items: readonly T[],
  { page, rows }: Pick<ListQuery, 'page' | 'rows'>,
): { page: number; pages: number; first: number; items: readonly T[] } => {
  const pages = Math.max(1, Math.ceil(items.length / rows));
  const shown = Math.min(page, pages);
  const first = (shown - 1) * rows;
  return { page: shown, pages, first, items: items.slice(first, first + rows) };
};

/** Address of a page of the list. */
export type LinkToPage = (list: ListQuery, page: number) => string;

/** @param total launches on all pages */
export const buildPager = (
  list: ListQuery,
  total: number,
  { page, pages, first, items }: ReturnType<typeof slicePage>,
  linkTo: LinkToPage,
  { text, formats }: Localization,
): PagerView => ({
  range: `${formats.number(first + 1)}–${formats.number(first + items.length)}`,
  of: text('list.of', { total }),
  previousHref: page > 1 ? linkTo(list, page - 1) : null,
  nextHref: page < pages ? linkTo(list, page + 1) : null,
  // More rows or fewer, the page begins with the launches that it shows now.
  rows: ROW_COUNTS.map((rows) => ({
    href: linkTo({ ...list, rows }, Math.floor(first / rows) + 1),
    label: formats.number(rows),
    isCurrent: rows === list.rows,
  })),
});
