import * as z from 'zod/mini';
import { addMillis, endOfDay, isUtcDay, parseInstant } from '../../domain/launches/dates.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import { parseWith } from '../../domain/launches/schema.ts';
import type { DateSpan } from '../../domain/launches/sources/source-client.ts';
import { RequestError } from './request-error.ts';

/** What a run shall read: a span, everything, or what may have changed lately. */
export type Reading =
  { kind: 'window'; span: DateSpan } | { kind: 'backfill' } | { kind: 'refresh' };

export interface IngestionRequest {
  source: LaunchSource;
  reading: Reading;
}

/** A hundred years of seconds. */
const MAX_OFFSET_SECONDS = 3_153_600_000;
const DEFAULT_OFFSET_SECONDS = 21_600;
const EARLIEST = '0001-01-01T00:00:00.000Z';

/** The calendar has no year 0, and sources refuse it. */
const isInstant = (value: string): boolean => (parseInstant(value) ?? '0000') >= '0001';

const instant = z
  .string('must be an ISO 8601 date')
  .check(z.refine(isInstant, 'must be an ISO 8601 date'));

const fieldsSchema = z.strictObject({
  source: z.optional(z.string('must be a string')),
  utc_date: z.optional(instant),
  offset_seconds: z.optional(
    z
      .int(`must be a whole number from 1 to ${MAX_OFFSET_SECONDS}`)
      .check(
        z.refine(
          (seconds) => seconds >= 1 && seconds <= MAX_OFFSET_SECONDS,
          `must be a whole number from 1 to ${MAX_OFFSET_SECONDS}`,
        ),
      ),
  ),
  from: z.optional(instant),
  to: z.optional(instant),
  backfill: z.optional(z.literal(true, 'must be true when given')),
});

type Fields = z.infer<typeof fieldsSchema>;

/** The fields of each way to ask; two of them together contradict each other. */
const WAYS = [['utc_date', 'offset_seconds'], ['from', 'to'], ['backfill']] as const;

const rejectMixed = (fields: Fields): void => {
  const used = WAYS.map((way) => way.filter((name) => fields[name] !== undefined)).filter(
    (names) => names.length > 0,
  );
  if (used.length > 1)
    throw new RequestError(`${used.flat().join(', ')}: cannot be given together`);
};

/** The instant a text names; a day without a time that ends a span means all of that day. */
const startAt = (text: string): string => parseInstant(text) ?? text;
const endAt = (text: string): string => (isUtcDay(text) ? endOfDay(text) : startAt(text));

/** A window that reaches back before the calendar starts with it. */
const secondsBefore = (to: string, seconds: number): string =>
  Date.parse(to) - seconds * 1000 < Date.parse(EARLIEST)
    ? EARLIEST
    : addMillis(to, -seconds * 1000);

const offsetSpan = (fields: Fields, now: string): DateSpan => {
  const to = fields.utc_date === undefined ? now : startAt(fields.utc_date);
  return { from: secondsBefore(to, fields.offset_seconds ?? DEFAULT_OFFSET_SECONDS), to };
};

const explicitSpan = ({ from, to }: Fields): DateSpan => {
  const span = {
    from: from === undefined ? null : startAt(from),
    to: to === undefined ? null : endAt(to),
  };
  if (span.from !== null && span.to !== null && span.from > span.to) {
    throw new RequestError('from: must not be after to');
  }
  return span;
};

const readingOf = (fields: Fields, now: string): Reading => {
  if (fields.backfill) return { kind: 'backfill' };
  if (fields.from !== undefined || fields.to !== undefined) {
    return { kind: 'window', span: explicitSpan(fields) };
  }
  if (fields.utc_date !== undefined || fields.offset_seconds !== undefined) {
    return { kind: 'window', span: offsetSpan(fields, now) };
  }
  return { kind: 'refresh' };
};

const sourceOf = ({ source }: Fields, sources: readonly LaunchSource[]): LaunchSource => {
  const found = source === undefined ? sources[0] : sources.find((known) => known === source);
  if (found === undefined) throw new RequestError(`source: must be one of ${sources.join(', ')}`);
  return found;
};

/**
 * Checks the fields of a call.
 * @param now ISO 8601 UTC with milliseconds: the default end of a window
 * @throws RequestError naming each wrong field
 */
export const readRequest = (
  fields: unknown,
  sources: readonly LaunchSource[],
  now: string,
): IngestionRequest => {
  const parsed = parseWith(fieldsSchema, fields);
  if (!parsed.ok) throw new RequestError(parsed.reason.replace(/^document:/, 'body:'));
  rejectMixed(parsed.value);
  return { source: sourceOf(parsed.value, sources), reading: readingOf(parsed.value, now) };
};
