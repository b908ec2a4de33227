import type { Localization } from '../language/localization.ts';
import type { ListQuery, SortKey, SortOrder } from '../query/list-query.ts';
import { defaultOrder } from '../query/list-query.ts';

/** The head of a column. */
export interface ColumnView {
  name: SortKey | 'time';
  label: string;
  /** The label of times while they are shown in the reader's zone. */
  localLabel?: string;
  /** Sorts by this column; by the active one the other way round. Null where it does not sort. */
  href: string | null;
  /** `ascending` or `descending` where the list is sorted by it; null elsewhere. */
  sorted: 'ascending' | 'descending' | null;
  /** Name of the arrow's icon. */
  arrow: 'arrow-up' | 'arrow-down';
}

const COLUMNS: readonly ColumnView['name'][] = [
  'date',
  'time',
  'mission',
  'outcome',
  'rocket',
  'pad',
  'orbit',
  'type',
];

const nextOrder = (list: ListQuery, sort: SortKey): SortOrder => {
  if (sort !== list.sort) return defaultOrder(sort);
  return list.order === 'asc' ? 'desc' : 'asc';
};

/** @param linkTo address of the list, from its first page, sorted another way */
export const buildColumns = (
  list: ListQuery,
  linkTo: (list: ListQuery) => string,
  { text }: Localization,
): ColumnView[] =>
  COLUMNS.map((name) => ({
    name,
    label: text(`list.${name}`),
    ...(name === 'time' ? { localLabel: text('list.time.local') } : {}),
    href: name === 'time' ? null : linkTo({ ...list, sort: name, order: nextOrder(list, name) }),
    sorted: name !== list.sort ? null : list.order === 'asc' ? 'ascending' : 'descending',
    arrow: list.order === 'asc' ? 'arrow-up' : 'arrow-down',
  }));
