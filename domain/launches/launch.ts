import * as z from 'zod/mini';
import { DATE_PRECISIONS, FIRST_YEAR, LAST_YEAR, isInstant, yearOf } from './dates.ts';
import { LAUNCH_SOURCES, reservedPrefixOf, sourceYear } from './keys.ts';
import type { Parsed } from './schema.ts';
import { parseWith } from './schema.ts';
import { LAUNCH_STATUSES } from './status.ts';

/** Earlier dates a launch keeps, newest last. */
export const MAX_PREVIOUS_DATES = 20;
const MAX_BOOSTERS = 50;
const MAX_WINDOW_SECONDS = 366 * 24 * 3600;

// Lengths keep an item far below DynamoDB's 400 KB. A lone surrogate would come back as another
// character and make the launch look changed at every run.
const text = (max: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(max),
    z.refine((value) => value.isWellFormed(), 'is not valid Unicode'),
  );

export const instant = z
  .string()
  .check(z.refine(isInstant, 'is not an ISO 8601 UTC time with milliseconds'));
const launchDate = instant.check(
  z.refine((value) => {
    const year = Number(yearOf(value));
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }, `is not in the years ${FIRST_YEAR} to ${LAST_YEAR}`),
);
const wholeNumber = z.int().check(z.minimum(0));
const flag = z.nullable(z.boolean());

const boosterSchema = z.object({
  flight: z.nullable(wholeNumber),
  reused: flag,
  landing_attempt: flag,
  landing_success: flag,
  landing_type: z.nullable(text(100)),
});

const launchSchema = z
  .object({
    id: text(200).check(
      z.refine((value) => reservedPrefixOf(value) === undefined, {
        error: ({ input }) => `must not start with ${reservedPrefixOf(String(input))}`,
      }),
    ),
    launch_date: launchDate,
    launch_date_precision: z.enum(DATE_PRECISIONS),
    launch_status: z.enum(LAUNCH_STATUSES),
    mission_name: text(500),
    flight_number: z.nullable(wholeNumber),
    rocket_id: text(200),
    rocket_name: text(200),
    launchpad_id: text(200),
    launchpad_name: text(300),
    static_fire_date: z.nullable(instant),
    launch_window: z.nullable(wholeNumber.check(z.maximum(MAX_WINDOW_SECONDS))),
    crew: z.boolean(),
    capsules: z.boolean(),
    fairings_reused: flag,
    fairings_recovery_attempt: flag,
    fairings_recovered: flag,
    boosters: z.array(boosterSchema).check(z.maxLength(MAX_BOOSTERS)),
    orbit: z.nullable(text(200)),
    mission_type: z.nullable(text(200)),
    details: z.nullable(text(20_000)),
    source: z.enum(LAUNCH_SOURCES),
    source_updated_at: z.nullable(instant),
    ingested_at: instant,
    launch_library_id: z.nullable(text(200)),
    previous_dates: z
      .array(z.object({ launch_date: launchDate, seen_until: instant }))
      .check(z.maxLength(MAX_PREVIOUS_DATES)),
    missing_since: z.nullable(instant),
    source_year: z.string(),
  })
  .check(
    z.refine(
      (launch) => launch.source_year === sourceYear(launch.source, yearOf(launch.launch_date)),
      {
        path: ['source_year'],
        message: 'is not the source and year of the launch',
      },
    ),
  );

/**
 * One launch, with the same field names in the table, in JSON and in CSV.
 * Times are ISO 8601 UTC with milliseconds; `launch_window` is in seconds; null means not recorded.
 */
export type Launch = z.infer<typeof launchSchema>;
export type Booster = z.infer<typeof boosterSchema>;

/** Fields of a launch in the order of the CSV columns. */
export const LAUNCH_FIELDS = Object.keys(launchSchema.shape) as (keyof Launch)[];

/**
 * The one parser every launch goes through, read from a source or from the table.
 * Unknown fields are dropped.
 * @returns the launch, or the reason it is not one, naming each wrong field
 */
export const parseLaunch = (input: unknown): Parsed<Launch> => parseWith(launchSchema, input);

// A year's summaries stay in memory, so of a booster they keep what landings are counted from.
const summarySchema = z.object({
  ...z.pick(z.object(launchSchema.shape), {
    id: true,
    launch_date: true,
    launch_date_precision: true,
    launch_status: true,
    mission_name: true,
    rocket_id: true,
    rocket_name: true,
    launchpad_id: true,
    launchpad_name: true,
    orbit: true,
    mission_type: true,
    launch_library_id: true,
    missing_since: true,
  }).shape,
  boosters: z
    .array(z.pick(boosterSchema, { reused: true, landing_attempt: true, landing_success: true }))
    .check(z.maxLength(MAX_BOOSTERS)),
});

/** What statistics, lists and tiles are computed from: enough to know which launch, not all of it. */
export type LaunchSummary = z.infer<typeof summarySchema>;

/** Columns of a stored launch that its summary is parsed from. */
export const LAUNCH_SUMMARY_FIELDS = Object.keys(summarySchema.shape) as (keyof LaunchSummary)[];

/** Parses the projected columns of a stored launch. */
export const parseLaunchSummary = (input: unknown): Parsed<LaunchSummary> =>
  parseWith(summarySchema, input);
