import { choicesIn } from './filter-choices.ts';
import type { FilterChoices } from './unseen-filters.ts';
import { generatedLaunches } from '../measuring/generated-launches.ts';
import type { FilledTables } from '../tables/filled-tables.ts';
import { startFilledTables } from '../tables/filled-tables.ts';
import type { PlannedTable } from '../tables/planned-table.ts';

const SOURCE = 'launch-library';
/** As many as SpaceX has flown in; every day of them has launches. */
const YEARS = { source: SOURCE, firstYear: 2006, years: 20 } as const;

const table = (name: string, perYear: number): PlannedTable => ({
  name,
  plans: [{ ...YEARS, perYear }],
});

export const HUNDRED_THOUSAND = table('hundred-thousand-launches', 5_000);
export const MILLION = table('a-million-launches', 50_000);
/** Few launches in one source, and in the other a year that takes its time. */
export const LARGE_YEAR: PlannedTable = {
  name: 'a-large-year',
  plans: [
    { ...YEARS, perYear: 34 },
    { source: 'spacex', firstYear: 2025, years: 1, perYear: 50_000 },
  ],
};

/** The tables that figures of a size are measured on; they share a process. */
export const startGenerated = (isLarge: boolean): Promise<FilledTables> =>
  startFilledTables([HUNDRED_THOUSAND, LARGE_YEAR, ...(isLarge ? [MILLION] : [])]);

/** What filters of any of the large tables are made of: they differ in how many launches a day has. */
export const generatedChoices = (): FilterChoices =>
  choicesIn([...generatedLaunches({ ...YEARS, perYear: 34 })]);
