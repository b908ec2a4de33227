/** What a figure shall be; `least` and `most` include the value. */
export type Goal = { least: number } | { most: number };

/** One thing that was measured. */
export interface Figure {
  /** What was measured, under which circumstances. */
  what: string;
  value: number;
  /** `ratio`, `ms`, `MB`, `KB`, `s`, `1/s` … */
  unit: string;
  /** Null for what is told and not judged. */
  goal: Goal | null;
}

/** True where a figure reaches its goal, or has none. */
export const reaches = ({ value, goal }: Figure): boolean => {
  if (goal === null) return true;
  return 'least' in goal ? value >= goal.least : value <= goal.most;
};

/** The middle of several values; of an even number of them, the lower one of the two. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
