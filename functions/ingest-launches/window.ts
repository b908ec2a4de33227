import { addMillis, FIRST_YEAR } from '../../domain/launches/dates.ts';
import type { SourceWindow } from '../../domain/launches/sources/source-client.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import type { Reading } from './request.ts';

/** Outcomes arrive late: a refresh looks this far back. */
const REFRESH_MS = 30 * 24 * 3600 * 1000;

/** Where a reading without a lower end starts. */
export const BEGINNING = `${FIRST_YEAR}-01-01T00:00:00.000Z`;

const earliest = (...dates: (string | null)[]): string | null =>
  dates.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);

/**
 * The window of a reading. A refresh goes on where an unfinished run stopped, and reaches back to whatever may
 * have changed since the last one: 30 days before it, and the oldest launch that has no outcome yet.
 * @param oldestUpcoming date of the oldest stored launch that is upcoming and listed; null: there is none
 */
export const windowOf = (
  reading: Reading,
  state: Pick<SourceState, 'next_from' | 'last_success_at'>,
  oldestUpcoming: string | null,
  now: string,
): SourceWindow => {
  if (reading.kind === 'backfill') return { from: null, to: null, refresh: false };
  if (reading.kind === 'window') return { ...reading.span, refresh: false };
  const lastRead = state.last_success_at ?? now;
  const from = earliest(
    addMillis(now, -REFRESH_MS),
    addMillis(lastRead, -REFRESH_MS),
    state.next_from,
    oldestUpcoming,
  );
  return { from, to: null, refresh: true };
};

/** How far a run got: null while it has read nothing, `end` when it has read all. */
export type Progress = 'end' | { resumeFrom: string } | null;

/** What a run has still to read of its window. */
const unreadFrom = (window: SourceWindow, progress: Progress, failed: boolean): string | null => {
  if (progress === 'end') return null;
  // Who asked for a window with an end is told that it failed, and asks again.
  if (failed && window.to !== null) return null;
  return progress?.resumeFrom ?? window.from ?? BEGINNING;
};

/**
 * Where the next refresh must start for nothing to be left out after this run; null: where it always does.
 * A window without an upper end takes over what an earlier run left unfinished.
 * @param failed true when the run died, or may yet; false when it stopped in good order
 */
export const nextFrom = (
  window: SourceWindow,
  before: Pick<SourceState, 'next_from'>,
  { progress, failed }: { progress: Progress; failed: boolean },
): string | null => {
  const takesOver = window.to === null && (window.from ?? '') <= (before.next_from ?? '');
  const inherited = takesOver ? null : before.next_from;
  return earliest(unreadFrom(window, progress, failed), inherited);
};

/**
 * True when a source is known up to now after a window was read whole: it leaves no gap since the last time,
 * and ends now or never. A look at one month of 2017 does not make the rest any newer.
 */
export const isUpToDate = (
  { from, to }: SourceWindow,
  { last_success_at }: Pick<SourceState, 'last_success_at'>,
  now: string,
): boolean =>
  last_success_at === null ||
  ((to === null || to >= now) && (from === null || from <= last_success_at));
