/**
 * The value that a share of all values does not exceed, by nearest rank.
 * @param sorted ascending
 * @param share above 0, at most 1
 * @returns NaN of no value
 */
export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
