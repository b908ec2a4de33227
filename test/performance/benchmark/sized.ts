import { setTimeout as sleep } from 'node:timers/promises';
import { launchLibraryLaunches } from '../../helpers/recorded-launches.ts';
import { startMeasured } from '../measuring/dashboard.ts';
import type { ServerProcess } from '../measuring/server-process.ts';
import type { FilledTables } from '../tables/filled-tables.ts';
import type { PlannedTable } from '../tables/planned-table.ts';
import { yearsOf } from '../tables/planned-table.ts';
import type { Bench } from './bench.ts';
import { choicesIn } from './filter-choices.ts';
import { HUNDRED_THOUSAND, MILLION, generatedChoices } from './generated.ts';
import { SUMMARY } from './requests.ts';
import type { FilterChoices } from './unseen-filters.ts';

/** The embedded table reads one page at a time, and may take longer than a reader waits; what was read is kept. */
const PATIENCE_MS = 300_000;
const RETRY_MS = 1000;

/** A dashboard, and filters of the launches it has. */
export interface Sized {
  label: string;
  server: ServerProcess;
  /** Its first summary of all there is, read year by year: seconds to it, and answers before it that were none. */
  first: { seconds: number; refused: number };
  choices: FilterChoices;
}

/** @returns how often it was answered that the table is too slow, before the first whole answer */
export const untilWhole = async (url: string): Promise<number> => {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let refused = 0; ; refused += 1) {
    const response = await fetch(url);
    await response.arrayBuffer();
    if (response.ok) return refused;
    if (performance.now() > giveUpAt) throw new Error(`${url} is answered with ${response.status}`);
    await sleep(RETRY_MS);
  }
};

const startSized = async (
  bench: Bench,
  label: string,
  { choices, years }: { choices: FilterChoices; years: readonly string[] },
  variables: Record<string, string>,
): Promise<Sized> => {
  const server = await startMeasured(bench.built, variables);
  const before = performance.now();
  const url = `${server.origin}${SUMMARY}`;
  let refused = 0;
  // Year by year: a connection on which nothing comes for a minute is cut.
  for (const year of years)
    refused += await untilWhole(`${url}?from=${year}-01-01&to=${year}-12-31`);
  refused += await untilWhole(url);
  const seconds = (performance.now() - before) / 1000;
  return { label, server, first: { seconds, refused }, choices };
};

/** Dashboards on few launches and on many; each has read all there is. */
export const startSizes = async (
  bench: Bench,
  tables: FilledTables,
): Promise<[Sized, ...Sized[]]> => {
  const generated = (label: string, { name, plans }: PlannedTable) =>
    startSized(
      bench,
      label,
      { choices: generatedChoices(), years: plans.flatMap(yearsOf) },
      { DYNAMODB_TABLE: name, AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint },
    );
  const recorded = { choices: choicesIn(launchLibraryLaunches()), years: [] };
  return [
    await startSized(bench, '674', recorded, { DYNAMODB_TABLE: bench.recorded }),
    await generated('100,000', HUNDRED_THOUSAND),
    ...(bench.isLarge ? [await generated('1,000,000', MILLION)] : []),
  ];
};
