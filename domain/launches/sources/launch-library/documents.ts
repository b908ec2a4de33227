import * as z from 'zod/mini';

const flag = z.optional(z.nullable(z.boolean()));
const text = z.optional(z.nullable(z.string()));

const landing = z.object({
  attempt: flag,
  success: flag,
  type: z.optional(z.nullable(z.object({ abbrev: text }))),
});

const launcherStage = z.object({
  launcher_flight_number: z.optional(z.nullable(z.number())),
  reused: flag,
  landing: z.optional(z.nullable(landing)),
});

const spacecraftStage = z.object({ launch_crew: z.optional(z.nullable(z.array(z.unknown()))) });

const mission = z.object({
  name: text,
  type: text,
  description: text,
  orbit: z.optional(z.nullable(z.object({ name: text }))),
});

/**
 * What is read of a launch of Launch Library 2 (`GET /2.3.0/launches/?mode=detailed`); the rest is ignored.
 * Ids of rockets and pads are numbers there.
 */
export const launchLibraryDocument = z.object({
  id: z.string(),
  name: z.string(),
  status: z.nullable(z.object({ id: z.number() })),
  last_updated: text,
  net: z.string(),
  net_precision: z.optional(z.nullable(z.object({ id: z.number() }))),
  window_start: text,
  window_end: text,
  orbital_launch_attempt_count: z.optional(z.nullable(z.number())),
  rocket: z.object({
    configuration: z.object({ id: z.union([z.number(), z.string()]), name: z.string() }),
    launcher_stage: z.optional(z.nullable(z.array(launcherStage))),
    spacecraft_stage: z.optional(z.nullable(z.union([z.array(spacecraftStage), spacecraftStage]))),
  }),
  mission: z.optional(z.nullable(mission)),
  pad: z.object({ id: z.union([z.number(), z.string()]), name: z.string() }),
});

export type LaunchLibraryDocument = z.infer<typeof launchLibraryDocument>;

/** The paging envelope around the launches; `next` is the address of the next page. */
export const launchLibraryEnvelope = z.object({
  count: z.optional(z.nullable(z.int())),
  next: z.nullable(z.string()),
  results: z.array(z.unknown()),
});

export type LaunchLibraryEnvelope = z.infer<typeof launchLibraryEnvelope>;
