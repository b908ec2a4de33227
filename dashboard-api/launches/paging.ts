import { createHash } from 'node:crypto';
import type { LaunchFilter } from '../../domain/launches/filter.ts';
import { attributeKey } from '../../domain/launches/filter.ts';
import type { LaunchKey, LaunchSource } from '../../domain/launches/keys.ts';
import { InvalidParametersError } from '../errors.ts';
import { firstIndex } from './sorted.ts';

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

const fingerprint = ({ source, filter, order }: Listing): string => {
  const { from, to } = filter;
  const meaning = JSON.stringify([source, order, from, to, ...attributeKey(filter)]);
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

const isAfter = (launch: LaunchKey, key: LaunchKey): boolean =>
  launch.launch_date === key.launch_date
    ? launch.id > key.id
    : launch.launch_date > key.launch_date;

const isNotBefore = (launch: LaunchKey, key: LaunchKey): boolean => !isAfter(key, launch);

/** Where a page is among launches, oldest first, the last index not included. */
const extentOf = (
  launches: readonly LaunchKey[],
  order: Order,
  key: LaunchKey | null,
  limit: number,
): [number, number] => {
  if (order === 'asc') {
    const first = key === null ? 0 : firstIndex(launches, (launch) => isAfter(launch, key));
    return [first, Math.min(first + limit, launches.length)];
  }
  const end =
    key === null ? launches.length : firstIndex(launches, (launch) => isNotBefore(launch, key));
  return [Math.max(end - limit, 0), end];
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
  const { order } = listing;
  const key = cursor === null ? null : readCursor(cursor, listing);
  const [first, end] = extentOf(launches, order, key, limit);
  const page = launches.slice(first, end);
  const items = order === 'asc' ? page : page.toReversed();
  const last = items.at(-1);
  const isLastPage = order === 'asc' ? end === launches.length : first === 0;
  return { items, next_cursor: isLastPage || !last ? null : cursorAfter(last, listing) };
};
