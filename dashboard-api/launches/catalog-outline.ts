import { yearOf } from '../../domain/launches/dates.ts';
import type { LaunchFilter } from '../../domain/launches/filter.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { SourceState } from '../../domain/launches/state.ts';

/** Days, `YYYY-MM-DD`, inclusive; null is open. */
interface Days {
  from: string | null;
  to: string | null;
}

/** What is known of a source and of the years a filter reaches, before any launch is read. */
export interface CatalogOutline {
  source: LaunchSource;
  /** Start of the last ingestion run that read all it was asked to; null before the first. */
  as_of: string | null;
  /** True while the table does not answer and this is the last good data. */
  stale: boolean;
  /** UTC years of the source that hold launches, ascending. */
  years: readonly string[];
  /** Those of them the filter's days reach into, ascending. */
  reached: readonly string[];
  /** The filter's days clamped to `years`; null where the filter has none or there are no years. */
  range: Days;
  /** Raised by each ingestion run that changed a launch. */
  revision: number;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

const clamp = ({ from, to }: LaunchFilter, years: readonly string[]): Days => {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return { from: null, to: null };
  return {
    from: from === null ? null : later(from, `${first}-01-01`),
    to: to === null ? null : earlier(to, `${last}-12-31`),
  };
};

/** Years that the days of a filter reach into. */
export const reach = ({ from, to }: LaunchFilter, years: readonly string[]): string[] =>
  years.filter(
    (year) => (from === null || year >= yearOf(from)) && (to === null || year <= yearOf(to)),
  );

export const outlineOf = (
  state: SourceState,
  filter: LaunchFilter,
  stale: boolean,
): CatalogOutline => ({
  source: state.source,
  as_of: state.last_success_at,
  stale,
  years: state.years,
  reached: reach(filter, state.years),
  range: clamp(filter, state.years),
  revision: state.revision,
});
