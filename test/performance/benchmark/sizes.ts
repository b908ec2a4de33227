/** The same statistics of few and of many launches. */
import { seededRandom } from '../../helpers/random.ts';
import { launchLibraryLaunches } from '../../helpers/recorded-launches.ts';
import { startMeasured } from '../measuring/dashboard.ts';
import type { Figure, Goal } from '../measuring/figures.ts';
import type { LoadGenerator } from '../measuring/load/load.ts';
import { memoryOf } from '../measuring/process-usage.ts';
import { interleaved } from '../measuring/rounds.ts';
import type { ServerProcess } from '../measuring/server-process.ts';
import type { FilledTables } from '../tables/filled-tables.ts';
import type { Bench } from './bench.ts';
import { choicesIn } from './filter-choices.ts';
import { HUNDRED_THOUSAND, MILLION, generatedChoices } from './generated.ts';
import { AS_BROWSERS_ASK, SUMMARY } from './requests.ts';
import type { FilterChoices } from './unseen-filters.ts';
import { take, unseenFilters } from './unseen-filters.ts';

const MANY = 64;
const FEW = 8;
const SECONDS = 2;
const REQUESTS = 400;
const MOST_MEMORY_MB = 700;
const TWICE: Goal = { most: 2 };

/** A dashboard, and filters of the launches it has. */
interface Sized {
  label: string;
  server: ServerProcess;
  /** Seconds to its first summary of all there is. */
  firstSummary: number;
  choices: FilterChoices;
}

type Measures = Record<string, () => Promise<number>>;

const summaries = (load: LoadGenerator, { label, server }: Sized): Measures => ({
  [`summary ${label}`]: async () => {
    const sent = {
      origin: server.origin,
      requests: [{ path: SUMMARY }],
      connections: MANY,
      seconds: SECONDS,
    };
    return (await load.run({ ...sent, headers: AS_BROWSERS_ASK })).p99;
  },
});

/** New filters: by what is counted beforehand, and by a part of the name, which has to be looked for. */
const newFilters = (load: LoadGenerator, { label, server, choices }: Sized): Measures => {
  const measure = (words: readonly string[], seed: number) => {
    const queries = unseenFilters({ ...choices, words }, seededRandom(seed));
    return async () => {
      const requests = take(queries, REQUESTS).map((query) => ({ path: `${SUMMARY}?${query}` }));
      const sent = { origin: server.origin, requests, connections: FEW };
      return (await load.run({ ...sent, headers: AS_BROWSERS_ASK })).p99;
    };
  };
  return {
    [`filters ${label}`]: measure([], 1),
    [`search ${label}`]: measure(choices.words, 2),
  };
};

const startSized = async (
  bench: Bench,
  label: string,
  choices: FilterChoices,
  variables: Record<string, string>,
): Promise<Sized> => {
  const server = await startMeasured(bench.built, variables);
  const before = performance.now();
  const response = await fetch(`${server.origin}${SUMMARY}`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${label}: the summary is answered with ${response.status}`);
  return { label, server, firstSummary: (performance.now() - before) / 1000, choices };
};

const startAll = async (bench: Bench, tables: FilledTables): Promise<[Sized, ...Sized[]]> => {
  const generated = (label: string, name: string) =>
    startSized(bench, label, generatedChoices(), {
      DYNAMODB_TABLE: name,
      AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint,
    });
  const recorded = choicesIn(launchLibraryLaunches());
  return [
    await startSized(bench, '674', recorded, { DYNAMODB_TABLE: bench.recorded }),
    await generated('100,000', HUNDRED_THOUSAND.name),
    ...(bench.isLarge ? [await generated('1,000,000', MILLION.name)] : []),
  ];
};

const ratios = (p99: Record<string, number>, [few, ...many]: readonly Sized[]): Figure[] =>
  many.flatMap(({ label }) => {
    const ratio = (what: string, kind: string, goal: Goal | null): Figure => {
      const value = p99[`${kind} ${label}`]! / p99[`${kind} ${few!.label}`]!;
      return {
        what: `${what} of ${label} launches: p99, to that of 674`,
        value,
        unit: 'ratio',
        goal,
      };
    };
    return [
      ratio('summary', 'summary', TWICE),
      ratio('new filter', 'filters', TWICE),
      ratio('new search', 'search', null),
    ];
  });

const sizeFigures = async ({ label, server, firstSummary }: Sized): Promise<Figure[]> => {
  const { now, peak } = await memoryOf(server.process.pid!);
  return [
    { what: `first summary of ${label} launches`, value: firstSummary, unit: 's', goal: null },
    {
      what: `memory with ${label} launches: most`,
      value: peak ?? now,
      unit: 'MB',
      goal: { most: MOST_MEMORY_MB },
    },
  ];
};

/** @param tables that hold as many launches as the run is about */
export const measureSizes = async (bench: Bench, tables: FilledTables): Promise<Figure[]> => {
  const all = await startAll(bench, tables);
  try {
    const measures: Measures = {};
    for (const sized of all)
      Object.assign(measures, summaries(bench.load, sized), newFilters(bench.load, sized));
    await interleaved(measures, 1);
    const p99 = await interleaved(measures);
    const told = Object.entries(p99).map(([what, value]): Figure => ({
      what: `${what}: p99`,
      value,
      unit: 'ms',
      goal: null,
    }));
    const sizes = await Promise.all(all.map(sizeFigures));
    return [...ratios(p99, all), ...told, ...sizes.flat()];
  } finally {
    for (const { server } of all) await server.stop();
  }
};
