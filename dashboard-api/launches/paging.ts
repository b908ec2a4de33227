import { createHash } from 'node:crypto';
import type { LaunchFilter } from '../../domain/launches/filter.ts';
import type { LaunchKey, LaunchSource } from '../../domain/launches/keys.ts';
import { InvalidParametersError } from '../errors.ts';

export const ORDERS = ['asc', 'desc'] as const;
/** By launch date, then id; `desc` is newest first. */
export type Order = (typeof ORDERS)[number];
export const DEFAULT_ORDER: Order = 'desc';

export const MAX_LIMIT = 200;
export const DEFAULT_LIMIT = 50;

/** Everything a cursor is bound to: with any other of these it would skip or repeat launches. */
export interface Listing {
  source: LaunchSource;
  filter: LaunchFilter;
  order: Order;
}

export interface PageRequest {
  /** Launches on the page, 1 to {@link MAX_LIMIT}. */
  limit: number;
  /** Where the page before ended; null for the first page. */
  cursor: string | null;
}

const asSet = (values: readonly string[]): string[] => [...new Set(values)].sort();

const fingerprint = ({ source, filter, order }: Listing): string => {
  const { from, to, q, statuses, launchpads, rockets } = filter;
  const sets = [statuses, launchpads, rockets].map(asSet);
  const meaning = JSON.stringify([source, order, from, to, q?.toLowerCase() ?? null, ...sets]);
  return createHash('sha256').update(meaning).digest('base64url').slice(0, 16);
};

const encode = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

const invalidCursor = (message: string): InvalidParametersError =>
  new InvalidParametersError([{ field: 'cursor', message }]);

/** The cursor of the page that begins after a launch. */
export const cursorAfter = ({ launch_date, id }: LaunchKey, listing: Listing): string =>
  encode([fingerprint(listing), launch_date, id]);

const parseParts = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

const isParts = (value: unknown): value is [string, string, string] =>
  Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === 'string');

/**
 * The launch a cursor points behind.
 * @throws InvalidParametersError when it is no cursor, or that of another filter, source or order
 */
export const readCursor = (cursor: string, listing: Listing): LaunchKey => {
  const parts = parseParts(cursor);
  if (!isParts(parts) || encode(parts) !== cursor) throw invalidCursor('is not a cursor');
  const [boundTo, launch_date, id] = parts;
  if (boundTo !== fingerprint(listing)) {
    throw invalidCursor('belongs to another filter, source or order');
  }
  return { launch_date, id };
};

const isBehind = (launch: LaunchKey, key: LaunchKey, order: Order): boolean => {
  const field = launch.launch_date === key.launch_date ? 'id' : 'launch_date';
  return order === 'asc' ? launch[field] > key[field] : launch[field] < key[field];
};

/**
 * One page of launches.
 * @param launches all that match, oldest first: by date, then by id
 * @throws InvalidParametersError when the cursor is not one of this listing
 */
export const pageOf = <T extends LaunchKey>(
  launches: readonly T[],
  listing: Listing,
  { limit, cursor }: PageRequest,
): { items: T[]; next_cursor: string | null } => {
  const ordered = listing.order === 'asc' ? launches : launches.toReversed();
  const key = cursor === null ? null : readCursor(cursor, listing);
  const first =
    key === null ? 0 : ordered.findIndex((launch) => isBehind(launch, key, listing.order));
  const items = first === -1 ? [] : ordered.slice(first, first + limit);
  const last = items.at(-1);
  const isLastPage = last === undefined || first + limit >= ordered.length;
  return { items, next_cursor: isLastPage ? null : cursorAfter(last, listing) };
};
