import type { LaunchPlan } from '../measuring/generated-launches.ts';

/** A table and the generated launches in it: one plan a source. */
export interface PlannedTable {
  name: string;
  plans: readonly LaunchPlan[];
}

/** The years a plan has launches in, as four digits. */
export const yearsOf = ({ firstYear, years }: LaunchPlan): string[] =>
  Array.from({ length: years }, (_, index) => String(firstYear + index));

/** How many launches a plan makes. */
export const sizeOf = ({ years, perYear }: LaunchPlan): number => years * perYear;
