import { LAUNCH_LIST } from './page-links.ts';
import type { PageAddress, Parameter } from './page-links.ts';
import type { RawQuery } from './page-query.ts';
import { textsOf } from './page-query.ts';

/** Columns the list can be sorted by. */
export const SORT_KEYS = ['date', 'mission', 'outcome', 'rocket', 'pad', 'orbit', 'type'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type SortOrder = 'asc' | 'desc';

/** Numbers of rows a page of the list can have; the first unless asked otherwise. */
export const ROW_COUNTS = [25, 50, 100] as const;

/** How the list is shown. */
export interface ListQuery {
  sort: SortKey;
  order: SortOrder;
  rows: number;
  /** From 1; may be past the last page. */
  page: number;
}

/** Dates start with the newest, texts with A. */
export const defaultOrder = (sort: SortKey): SortOrder => (sort === 'date' ? 'desc' : 'asc');

const lastOf = (raw: RawQuery, field: string): string | undefined => textsOf(raw, field).at(-1);

const readPage = (text = '1'): number => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1);

/** Reads how a URL wants the list. It leaves no launch out: what is not understood of it is ignored. */
export const parseListQuery = (raw: RawQuery): ListQuery => {
  const sort = SORT_KEYS.find((key) => key === lastOf(raw, 'sort')) ?? 'date';
  const order = lastOf(raw, 'order');
  return {
    sort,
    order: order === 'asc' || order === 'desc' ? order : defaultOrder(sort),
    rows: ROW_COUNTS.find((count) => String(count) === lastOf(raw, 'rows')) ?? ROW_COUNTS[0],
    page: readPage(lastOf(raw, 'page')),
  };
};

const viewParameters = ({ sort, order, rows }: ListQuery): Parameter[] => [
  ...(sort === 'date' ? [] : ([['sort', sort]] as const)),
  ...(order === defaultOrder(sort) ? [] : ([['order', order]] as const)),
  ...(rows === ROW_COUNTS[0] ? [] : ([['rows', String(rows)]] as const)),
];

/** The list's address from its first page on. */
export const listAddress = (list: ListQuery): PageAddress => ({
  ...LAUNCH_LIST,
  view: viewParameters(list),
});

/** The address of one page of the list. */
export const listPageAddress = (list: ListQuery, page: number): PageAddress => {
  const address = listAddress(list);
  return page === 1 ? address : { ...address, view: [...address.view, ['page', String(page)]] };
};
