import * as z from 'zod/mini';

const flag = z.nullable(z.boolean());

const core = z.object({
  flight: z.nullable(z.number()),
  reused: flag,
  landing_attempt: flag,
  landing_success: flag,
  landing_type: z.nullable(z.string()),
});

const fairings = z.object({ reused: flag, recovery_attempt: flag, recovered: flag });

/** What is read of a launch document of r-spacex v5 (`POST /v5/launches/query`); the rest is ignored. */
export const spacexDocument = z.object({
  id: z.string(),
  name: z.string(),
  flight_number: z.nullable(z.number()),
  date_utc: z.string(),
  date_precision: z.string(),
  static_fire_date_utc: z.nullable(z.string()),
  window: z.nullable(z.number()),
  rocket: z.string(),
  launchpad: z.string(),
  success: flag,
  upcoming: z.boolean(),
  details: z.nullable(z.string()),
  fairings: z.nullable(fairings),
  crew: z.array(z.unknown()),
  capsules: z.array(z.unknown()),
  cores: z.array(core),
  launch_library_id: z.nullable(z.string()),
});

export type SpacexDocument = z.infer<typeof spacexDocument>;

/** The paging envelope around the documents. */
export const spacexEnvelope = z.object({
  docs: z.array(z.unknown()),
  totalDocs: z.optional(z.nullable(z.int())),
  hasNextPage: z.boolean(),
  page: z.nullable(z.int()),
});
