import type { LaunchSource } from '../keys.ts';
import { addMillis, endOfDay, yearOf } from '../dates.ts';
import { DATE_INDEX, sourceYear } from '../keys.ts';
import { LAUNCH_SUMMARY_FIELDS } from '../launch.ts';
import type { LaunchStatus } from '../status.ts';
import type { Query } from './pages.ts';

/** Which launches of a year are meant, and in which order of date (`asc` unless told). */
export interface YearQuery {
  /** Inclusive, ISO 8601 UTC with milliseconds. */
  from?: string;
  to?: string;
  status?: LaunchStatus;
  order?: 'asc' | 'desc';
  /** Launches looked at for one page; as many as a megabyte holds unless told. */
  limit?: number;
}

const sortCondition = ({ from, to }: YearQuery): string => {
  if (from !== undefined && to !== undefined) return ' AND #sort BETWEEN :from AND :to';
  if (from !== undefined) return ' AND #sort >= :from';
  return to === undefined ? '' : ' AND #sort <= :to';
};

const given = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The Query of the date index for one UTC year of a source. */
export const yearQuery = (source: LaunchSource, year: string, query: YearQuery = {}): Query => {
  const { from, to, status, order, limit } = query;
  const isBounded = from !== undefined || to !== undefined;
  return {
    IndexName: DATE_INDEX.name,
    KeyConditionExpression: `#partition = :partition${sortCondition(query)}`,
    ...(status === undefined ? {} : { FilterExpression: '#status = :status' }),
    ScanIndexForward: order !== 'desc',
    ...(limit === undefined ? {} : { Limit: limit }),
    ExpressionAttributeNames: given({
      '#partition': DATE_INDEX.partitionKey,
      '#sort': isBounded ? DATE_INDEX.sortKey : undefined,
      '#status': status === undefined ? undefined : 'launch_status',
    }),
    ExpressionAttributeValues: given({
      ':partition': sourceYear(source, year),
      ':from': from,
      ':to': to,
      ':status': status,
    }),
  };
};

const SUMMARY_NAMES = Object.fromEntries(
  LAUNCH_SUMMARY_FIELDS.map((field, index) => [`#f${index}`, field]),
);

/** The same Query, for the columns of summaries alone. */
export const ofSummaries = (query: Query): Query => ({
  ...query,
  ProjectionExpression: Object.keys(SUMMARY_NAMES).join(', '),
  ExpressionAttributeNames: { ...query.ExpressionAttributeNames, ...SUMMARY_NAMES },
});

/**
 * Splits what is left of a year into spans of equal length, oldest first.
 * @param date where the first one begins, ISO 8601 UTC with milliseconds
 */
export const spansFrom = (date: string, count: number): { from: string; to: string }[] => {
  const end = endOfDay(`${yearOf(date)}-12-31`);
  const length = Math.ceil((Date.parse(end) - Date.parse(date) + 1) / count);
  return Array.from({ length: count }, (_, index) => addMillis(date, index * length))
    .filter((from) => from <= end)
    .map((from, index, all) => {
      const next = all[index + 1];
      return { from, to: next === undefined ? end : addMillis(next, -1) };
    });
};
