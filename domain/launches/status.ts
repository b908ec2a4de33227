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

/** Outcomes that are known and are not a success. */
export type ShortStatus = Exclude<(typeof OUTCOME_STATUSES)[number], 'success'>;

/** True when the outcome is known and is not a success. */
export const fellShort = (status: LaunchStatus): status is ShortStatus =>
  status === 'failed' || status === 'partial_failure';

/** True when the launch has left the pad, whatever became of it. */
export const hasFlown = (status: LaunchStatus): boolean => status !== 'upcoming';
