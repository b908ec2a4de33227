import { isDeepStrictEqual } from 'node:util';
import type { Launch } from '../../domain/launches/launch.ts';
import { LAUNCH_FIELDS, MAX_PREVIOUS_DATES } from '../../domain/launches/launch.ts';

/** Fields that say when and how often a launch was read, not what it is. */
const BOOKKEEPING: readonly (keyof Launch)[] = [
  'ingested_at',
  'source_updated_at',
  'previous_dates',
];
const FACTS = LAUNCH_FIELDS.filter((field) => !BOOKKEEPING.includes(field));

/** True when a launch as read says nothing new about the one stored. */
export const saysNothingNew = (stored: Launch, read: Launch): boolean =>
  FACTS.every(
    (field) => stored[field] === read[field] || isDeepStrictEqual(stored[field], read[field]),
  );

/**
 * The launch under its new date, with the dates it had before.
 * @param olds the items it replaces: one, unless something else wrote to the table
 * @param now until when it was seen at the old date
 */
export const moved = (read: Launch, olds: readonly Launch[], now: string): Launch => ({
  ...read,
  previous_dates: olds
    .flatMap((old) => [...old.previous_dates, { launch_date: old.launch_date, seen_until: now }])
    .slice(-MAX_PREVIOUS_DATES),
});

const isNewer = (a: Launch, b: Launch): boolean =>
  (a.source_updated_at ?? '') >= (b.source_updated_at ?? '');

/** One launch an id: the newest by `source_updated_at`, the later one where that does not tell. */
export const newestOfEach = (launches: readonly Launch[]): Launch[] => {
  const byId = new Map<string, Launch>();
  for (const launch of launches) {
    const other = byId.get(launch.id);
    if (other === undefined || isNewer(launch, other)) byId.set(launch.id, launch);
  }
  return [...byId.values()];
};
