/** Names and keys of the launches table, shared by what reads it, writes it and creates it. */

export const LAUNCH_SOURCES = ['launch-library', 'spacex'] as const;

/** Where a launch was read from: Launch Library 2 or the r-spacex API. */
export type LaunchSource = (typeof LAUNCH_SOURCES)[number];

export const PARTITION_KEY = 'id';
export const SORT_KEY = 'launch_date';

/** Index over a source's launches of one UTC year, in order of date. */
export const DATE_INDEX = {
  name: 'source_year-launch_date-index',
  partitionKey: 'source_year',
  sortKey: SORT_KEY,
} as const;

export interface LaunchKey {
  id: string;
  /** ISO 8601 UTC with milliseconds. */
  launch_date: string;
}

/** Ids with this prefix are state items. */
export const STATE_ID_PREFIX = 'source#';
/** Ids with this prefix are sessions that ended. */
export const SESSION_ID_PREFIX = 'session#';
/** Attribute with the time (seconds since 1970) from which on DynamoDB may remove an item; most have none. */
export const REMOVED_AFTER = 'removed_after';

/** The prefix by which an id is not a launch's; no source document may use one. */
export const reservedPrefixOf = (id: string): string | undefined =>
  [STATE_ID_PREFIX, SESSION_ID_PREFIX].find((prefix) => id.startsWith(prefix));

/** Key of the item that holds a source's lease, pending moves and runs; it is outside the date index. */
export const stateKey = (source: LaunchSource): LaunchKey => ({
  id: `${STATE_ID_PREFIX}${source}`,
  launch_date: 'state',
});

/** Partition of the date index: `spacex#2017`. `year` is four digits. */
export const sourceYear = (source: LaunchSource, year: string): string => `${source}#${year}`;

export const isLaunchSource = (value: unknown): value is LaunchSource =>
  LAUNCH_SOURCES.includes(value as LaunchSource);
