import { readRecording } from '../recordings.ts';
import type { StatusAbbreviation } from './vocabulary.ts';

/** A launch as it lies in the recording: the facts, and an id that stays when they change. */
export interface LaunchFacts {
  id: string;
  /** `rocket in full | mission` */
  name: string;
  /** ISO 8601 UTC without milliseconds. */
  net: string;
  status: StatusAbbreviation;
  orbital_launch_attempt_count: number | null;
  rocket: string;
  mission_type: string | null;
  orbit: string | null;
  pad: string;
}

interface Term {
  id: number;
  name: string;
  abbrev: string;
  description: string;
}

/** A `results[]` element of Launch Library 2.3.0 in detailed mode, as far as the replay itself looks at it. */
export interface LaunchLibraryLaunch {
  id: string;
  name: string;
  status: Term;
  /** ISO 8601 UTC without milliseconds, as are the others. */
  last_updated: string;
  net: string;
  net_precision: Term | null;
  window_start: string;
  window_end: string;
  launch_service_provider: { id: number; [field: string]: unknown };
  [field: string]: unknown;
}

/** Facts of the 674 recorded launches, oldest first. */
export const recordedFacts = (): LaunchFacts[] => readRecording('launch-library-launches.json');
