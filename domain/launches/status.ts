/** What became of a launch, as stored in `launch_status`. */
export const LAUNCH_STATUSES = [
  'success',
  'partial_failure',
  'failed',
  'upcoming',
  'unknown',
] as const;

export type LaunchStatus = (typeof LAUNCH_STATUSES)[number];

/** Statuses with a known outcome: what a success rate is a share of. */
export const OUTCOME_STATUSES = [
  'success',
  'partial_failure',
  'failed',
] as const satisfies readonly LaunchStatus[];

/** True when the launch has left the pad, whatever became of it. */
export const hasFlown = (status: LaunchStatus): boolean => status !== 'upcoming';
