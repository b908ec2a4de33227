/** Answers that nobody asked for before, from the recorded launches. */
import { seededRandom } from '../../helpers/random.ts';
import { launchLibraryLaunches } from '../../helpers/recorded-launches.ts';
import { startMeasured } from '../measuring/dashboard.ts';
import type { Figure } from '../measuring/figures.ts';
import { interleaved } from '../measuring/rounds.ts';
import type { Bench, Part } from './bench.ts';
import { choicesIn } from './filter-choices.ts';
import { SUMMARY, AS_BROWSERS_ASK } from './requests.ts';
import { take, unseenFilters } from './unseen-filters.ts';

const CONNECTIONS = 8;
const REQUESTS = 1200;
const SEED = 674;

const measure = async ({ built, load, recorded }: Bench): Promise<Figure[]> => {
  const { origin, stop } = await startMeasured(built, { DYNAMODB_TABLE: recorded });
  try {
    const queries = unseenFilters(choicesIn(launchLibraryLaunches()), seededRandom(SEED));
    const p99 = (path: string) => async (): Promise<number> => {
      const requests = take(queries, REQUESTS).map((query) => ({ path: `${path}?${query}` }));
      const sent = { origin, requests, connections: CONNECTIONS, headers: AS_BROWSERS_ASK };
      return (await load.run(sent)).p99;
    };
    const measures = { summary: p99(SUMMARY), page: p99('/') };
    await interleaved(measures, 1);
    const { summary, page } = await interleaved(measures);
    return [
      { what: 'summary of a new filter: p99', value: summary, unit: 'ms', goal: { most: 20 } },
      { what: 'page of a new filter: p99', value: page, unit: 'ms', goal: null },
    ];
  } finally {
    await stop();
  }
};

export const filters: Part = { name: 'filters', measure };
