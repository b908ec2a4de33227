/** The same statistics of few and of many launches. */
import { seededRandom } from '../../helpers/random.ts';
import type { Figure, Goal } from '../measuring/figures.ts';
import type { LoadGenerator } from '../measuring/load/load.ts';
import { memoryOf } from '../measuring/process-usage.ts';
import { interleaved } from '../measuring/rounds.ts';
import type { FilledTables } from '../tables/filled-tables.ts';
import type { Bench } from './bench.ts';
import { AS_BROWSERS_ASK, SUMMARY } from './requests.ts';
import type { Sized } from './sized.ts';
import { startSizes } from './sized.ts';
import { take, unseenFilters } from './unseen-filters.ts';

const MANY = 64;
const FEW = 8;
const SECONDS = 2;
const REQUESTS = 1200;
const MOST_MEMORY_MB = 700;
const TWICE: Goal = { most: 2 };

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
      ratio('new filter', 'filters', null),
      ratio('new search', 'search', null),
    ];
  });

const sizeFigures = async ({ label, server, first }: Sized): Promise<Figure[]> => {
  const { now, peak } = await memoryOf(server.process.pid!);
  return [
    { what: `first summary of ${label} launches`, value: first.seconds, unit: 's', goal: null },
    {
      what: `503 before the first summary of ${label} launches`,
      value: first.refused,
      unit: '',
      goal: null,
    },
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
  const all = await startSizes(bench, tables);
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
