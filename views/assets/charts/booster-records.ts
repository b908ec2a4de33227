import type { BoosterCounts, BoosterMonth, PageData } from '../page-data.ts';

const holdsSomething = ({
  landing_attempts,
  reflights,
  launches_without_record,
}: BoosterCounts): boolean => landing_attempts + reflights + launches_without_record > 0;

/** The months drawn: from the first with a landing, a reflight or a missing record to the last. */
export const boosterMonths = ({ boosters: { months } }: PageData): BoosterMonth[] => {
  const first = months.findIndex(holdsSomething);
  return first === -1 ? [] : months.slice(first, months.findLastIndex(holdsSomething) + 1);
};

/** True where launches flew and none of their boosters is on record. */
export const isUnrecorded = ({ flights, launches_without_record }: BoosterCounts): boolean =>
  flights === 0 && launches_without_record > 0;

/** First and last index of each run of bins without records; bins without launches between two belong to it. */
export const unrecordedRuns = (bins: readonly BoosterCounts[]): [number, number][] => {
  const runs: [number, number][] = [];
  let isOpen = false;
  for (const [index, bin] of bins.entries()) {
    const run = runs.at(-1);
    if (isUnrecorded(bin)) {
      if (isOpen && run) run[1] = index;
      else runs.push([index, index]);
      isOpen = true;
    } else if (bin.flights > 0) isOpen = false;
  }
  return runs;
};
