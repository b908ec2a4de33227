import type { LoadRequest } from '../measuring/load/load.ts';

const ENGLISH = { 'accept-language': 'en' };
const SPANISH = { 'accept-language': 'es' };
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** As people and programs ask: pages in both languages, statistics, lists. */
const PLAIN: readonly LoadRequest[] = [
  { path: '/', headers: ENGLISH },
  { path: '/', headers: SPANISH },
  { path: '/?from=2020-01-01&to=2024-12-31&status=success', headers: ENGLISH },
  { path: '/launches', headers: SPANISH },
  { path: '/launches?q=starlink&source=spacex', headers: ENGLISH },
  { path: '/data', headers: ENGLISH },
  { path: '/api/v1/statistics/summary' },
  { path: '/api/v1/statistics/summary' },
  { path: '/api/v1/statistics/summary?source=spacex' },
  { path: '/api/v1/statistics/monthly?from=2015-01-01&rocket=Falcon+9' },
  { path: '/api/v1/statistics/status?q=dragon' },
  { path: '/api/v1/launches?limit=50' },
  { path: '/api/v1/launches?order=asc&limit=20&status=failed' },
  { path: '/api/v1/launches/latest' },
  { path: '/health' },
];

/** Asked for again with the tag of the answer before: most of what browsers and caches send. */
const REPEATED = ['/', '/api/v1/statistics/summary', '/launches'];

/** Asked for less often, because each is worked on: what nobody asked for before, and files, which are read from the table. */
const COSTLY: readonly LoadRequest[] = [
  // A rocket that nobody has: another filter each time, the same launches.
  { path: '/api/v1/statistics/summary?from=2018-01-01&rocket=Falcon+9&rocket=none-{n}' },
  { path: '/?to=2022-12-31&rocket=Falcon+Heavy&rocket=none-{n}', headers: SPANISH },
  { path: '/api/v1/launches.csv?from=2024-06-01&to=2024-08-31' },
];
const ROUNDS_OF_OTHERS = 6;

const conditional = async (origin: string, path: string): Promise<LoadRequest> => {
  const response = await fetch(`${origin}${path}`, { headers: { ...COMPRESSED, ...ENGLISH } });
  await response.arrayBuffer();
  const tag = response.headers.get('etag');
  if (tag === null) throw new Error(`${path} has no ETag`);
  return { path, headers: { ...ENGLISH, 'if-none-match': tag } };
};

/** @param origin of a dashboard that answers */
export const mixedRequests = async (origin: string): Promise<LoadRequest[]> => {
  const repeated = await Promise.all(REPEATED.map((path) => conditional(origin, path)));
  const often = Array.from({ length: ROUNDS_OF_OTHERS }, () => [...PLAIN, ...repeated]);
  const share = Math.ceil(often.flat().length / COSTLY.length);
  const mixed = COSTLY.flatMap((costly, index) => [
    ...often.flat().slice(index * share, (index + 1) * share),
    costly,
  ]);
  return mixed.map(({ path, headers }) => ({
    path,
    headers: { ...COMPRESSED, ...headers },
  }));
};
