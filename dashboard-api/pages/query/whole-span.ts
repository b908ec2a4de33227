import { dayOf } from '../../../domain/launches/dates.ts';
import type { LaunchSummary } from '../../../domain/launches/launch.ts';
import type { PageQuery } from './page-query.ts';

/**
 * First day with a launch, and the last one or today: what the date fields show while they do not filter.
 * @param launches all launches of the source, oldest first
 * @param now ISO 8601 UTC
 */
export const wholeSpan = (
  launches: readonly LaunchSummary[],
  now: string,
): { from: string; to: string } => {
  const today = dayOf(now);
  const [first, last] = [launches[0], launches.at(-1)];
  const end = last ? dayOf(last.launch_date) : today;
  return { from: first ? dayOf(first.launch_date) : '', to: end > today ? end : today };
};

/** The query without the days that a form sends of fields nobody touched, where no script leaves them out. */
export const withoutWholeSpan = (
  query: PageQuery,
  launches: readonly LaunchSummary[],
  now: string,
): PageQuery => {
  const { from, to } = wholeSpan(launches, now);
  return query.from === from && query.to === to ? { ...query, from: null, to: null } : query;
};
