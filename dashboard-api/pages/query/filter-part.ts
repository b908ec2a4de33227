import type { PageQuery } from './page-query.ts';

/** What a bar, a slice or a row stands for: the days, outcomes, pads or rockets that would show it alone. */
export type FilterPart = Partial<
  Pick<PageQuery, 'from' | 'to' | 'statuses' | 'launchpads' | 'rockets'>
>;

/** The days of a UTC month, `YYYY-MM`. */
export const daysOfMonth = (month: string): Required<Pick<FilterPart, 'from' | 'to'>> => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
};

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;

/** A bar at the edge of the days asked for holds only those of its launches that are within them. */
const cutToQuery = (part: FilterPart, query: PageQuery): FilterPart => ({
  ...part,
  ...(part.from === undefined ? {} : { from: later(part.from, query.from) }),
  ...(part.to === undefined ? {} : { to: earlier(part.to, query.to) }),
});

const fieldsOf = (part: FilterPart): (keyof FilterPart)[] =>
  Object.keys(part) as (keyof FilterPart)[];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** True where the query asks for nothing but the part in each of its fields. */
export const isFilteredBy = (query: PageQuery, part: FilterPart): boolean => {
  const cut = cutToQuery(part, query);
  return fieldsOf(cut).every((field) => isSame(query[field], cut[field]));
};

const emptied = (part: FilterPart): FilterPart =>
  Object.fromEntries(
    fieldsOf(part).map((field) => [field, field === 'from' || field === 'to' ? null : []]),
  );

/** The query filtered by the part instead of what its fields asked for; without both where it already is. */
export const toggled = (query: PageQuery, part: FilterPart): PageQuery => ({
  ...query,
  ...(isFilteredBy(query, part) ? emptied(part) : cutToQuery(part, query)),
});
