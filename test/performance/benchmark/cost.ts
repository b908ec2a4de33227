/** What page views cost at the table, whatever their number. */
import { launchLibraryLaunches } from '../../helpers/recorded-launches.ts';
import { startMeasured } from '../measuring/dashboard.ts';
import type { Figure } from '../measuring/figures.ts';
import type { TableCounter } from '../measuring/table-counter.ts';
import { startTableCounter } from '../measuring/table-counter.ts';
import type { Bench, Part } from './bench.ts';
import { AS_BROWSERS_ASK, SUMMARY } from './requests.ts';

const SOURCES = 2;
const CONNECTIONS = 16;
const SECONDS = 60;
/** What shows launches as a whole, in both sources and languages, with a filter and without. */
const VIEWS = [
  '/',
  '/?source=spacex',
  '/?lang=es',
  '/?from=2020-01-01&status=success',
  '/launches',
  '/launches?source=spacex&rocket=Falcon+9',
  '/data',
  SUMMARY,
  '/api/v1/statistics/monthly?source=spacex',
  '/api/v1/launches?q=starlink',
];

const loadViews = async (
  { load }: Bench,
  origin: string,
  counter: TableCounter,
): Promise<Figure[]> => {
  const requests = VIEWS.map((path) => ({ path }));
  // Each once before: what was never asked for is read from the table.
  await load.run({ origin, requests, connections: 1, headers: AS_BROWSERS_ASK });
  counter.take();
  const sent = { origin, requests, connections: CONNECTIONS, headers: AS_BROWSERS_ASK };
  const { answers } = await load.run({ ...sent, seconds: SECONDS });
  const { GetItem: gets = 0, Query: queries = 0, BatchGetItem: batches = 0 } = counter.take();
  const perMinute = (gets / SOURCES / SECONDS) * 60;
  return [
    {
      what: 'Query under load, nothing changing',
      value: queries,
      unit: '1/min',
      goal: { most: 0 },
    },
    { what: 'GetItem of a source', value: perMinute, unit: '1/min', goal: { most: 4 } },
    { what: 'BatchGetItem of lists in the API', value: batches, unit: '1/min', goal: null },
    { what: 'views meanwhile', value: answers, unit: '1/min', goal: null },
  ];
};

/** One launch has a page of its own, with all that is stored of it. */
const viewOne = async (origin: string, counter: TableCounter): Promise<Figure> => {
  const { id } = launchLibraryLaunches().at(-1)!;
  const response = await fetch(`${origin}/launches/${id}`);
  await response.arrayBuffer();
  const operations = Object.values(counter.take()).reduce((sum, count) => sum + count, 0);
  return { what: 'operations for the page of a launch', value: operations, unit: '', goal: null };
};

const measure = async (bench: Bench): Promise<Figure[]> => {
  const counter = await startTableCounter(bench.endpoint);
  const { origin, stop } = await startMeasured(bench.built, {
    DYNAMODB_TABLE: bench.recorded,
    AWS_ENDPOINT_URL_DYNAMODB: counter.endpoint,
  });
  try {
    return [...(await loadViews(bench, origin, counter)), await viewOne(origin, counter)];
  } finally {
    await stop();
    await counter.stop();
  }
};

export const cost: Part = { name: 'cost', measure };
