/** What a run did, in launches. */
export interface Counts {
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  moved: number;
  /** Upcoming launches that the source no longer lists. */
  missing: number;
  rejected: number;
}

export const noCounts = (): Counts => ({
  read: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  moved: 0,
  missing: 0,
  rejected: 0,
});

/** Launches that were written, each once. */
export const written = ({ inserted, updated, moved, missing }: Counts): number =>
  inserted + updated + moved + missing;
