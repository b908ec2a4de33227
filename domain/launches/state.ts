import * as z from 'zod/mini';
import { instant } from './launch.ts';
import type { LaunchSource } from './keys.ts';
import { LAUNCH_SOURCES } from './keys.ts';
import type { Parsed } from './schema.ts';
import { parseWith } from './schema.ts';

/** Runs the state item remembers. */
export const MAX_RUNS = 20;

const count = z.int().check(z.minimum(0));
const year = z.string().check(z.regex(/^\d{4}$/));

const runSchema = z.object({
  started_at: instant,
  ended_at: instant,
  trigger: z.enum(['schedule', 'http', 'direct']),
  from: z.nullable(instant),
  to: z.nullable(instant),
  complete: z.boolean(),
  inserted_items: count,
  updated_items: count,
  unchanged_items: count,
  moved_items: count,
  missing_items: count,
  rejected_items: count,
  error: z.nullable(z.string()),
});

const stateSchema = z.object({
  source: z.enum(LAUNCH_SOURCES),
  version: count,
  lease: z.nullable(z.object({ owner: z.string(), expires_at: instant })),
  pending_moves: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
  last_success_at: z.nullable(instant),
  years: z.array(year),
  revision: count,
  changed_years: z.record(year, count),
  next_from: z.nullable(instant),
  runs: z.array(runSchema),
});

/**
 * What a source's state item says.
 * `version` counts the writes of the item. `last_success_at`: start of the last run that read all it was asked to. `years`: UTC years that hold launches, ascending.
 * `revision`: raised by each run that changed a launch; `changed_years[year]`: the revision that last touched that year.
 * `next_from`: where an unfinished run must go on. `runs`: newest first.
 */
export type SourceState = z.infer<typeof stateSchema>;
export type IngestionRun = z.infer<typeof runSchema>;
export type PendingMove = SourceState['pending_moves'][number];

/** State of a source nothing was ever read from. */
export const emptyState = (source: LaunchSource): SourceState => ({
  source,
  version: 0,
  lease: null,
  pending_moves: [],
  last_success_at: null,
  years: [],
  revision: 0,
  changed_years: {},
  next_from: null,
  runs: [],
});

/** Parses a stored state item. */
export const parseState = (input: unknown): Parsed<SourceState> => parseWith(stateSchema, input);

/**
 * Age of what is known of a source.
 * @param now ISO 8601 UTC
 * @returns whole seconds since it was last read whole, at least 0; null: it never was
 */
export const sourceAge = (
  lastSuccessAt: SourceState['last_success_at'],
  now: string,
): number | null =>
  lastSuccessAt === null
    ? null
    : Math.max(0, Math.round((Date.parse(now) - Date.parse(lastSuccessAt)) / 1000));
