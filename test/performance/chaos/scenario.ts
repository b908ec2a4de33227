/** What came of a scenario in which something goes wrong on purpose. */
export interface ChaosResult {
  scenario: string;
  /** True when everything the scenario asks for was so. */
  holds: boolean;
  /** Numbers of what was done, and examples of what was not as it should be. */
  details: Record<string, unknown>;
}

/** Differences worth showing: more of them say no more. */
const EXAMPLES = 5;

/**
 * Sums up a scenario.
 * @param faults what was not as it should be, each in a sentence; empty when the scenario holds
 */
export const resultOf = (
  scenario: string,
  faults: readonly string[],
  details: Record<string, unknown>,
): ChaosResult => ({
  scenario,
  holds: faults.length === 0,
  details: {
    ...details,
    ...(faults.length === 0 ? {} : { faults: faults.length, examples: faults.slice(0, EXAMPLES) }),
  },
});
