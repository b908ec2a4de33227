/** The answers most people ask for, held against the fastest Node can be and against a plain Nest handler. */
import { join } from 'node:path';
import { startMeasured } from '../measuring/dashboard.ts';
import type { Figure } from '../measuring/figures.ts';
import type { ServerProcess } from '../measuring/server-process.ts';
import { startServerProcess } from '../measuring/server-process.ts';
import type { Bench, Part } from './bench.ts';
import type { Contestant, Outcome } from './contest.ts';
import { contest } from './contest.ts';
import { COMPRESSED, IDENTITY, PAGE, SUMMARY } from './requests.ts';

const BARE = join(import.meta.dirname, '../references/bare-server.ts');
const NEST = join(import.meta.dirname, '../references/nest-server.ts');
const RELEASE = { NODE_ENV: 'production' };

type Name = `${'summary' | 'plain'}${'' | ' bare' | ' nest'}` | `page${'' | ' bare'}`;

const startBare = (origin: string, path: string, encoding: string): Promise<ServerProcess> =>
  startServerProcess([BARE, `${origin}${path}`, encoding], RELEASE, path);

const startNest = (origin: string): Promise<ServerProcess> =>
  startServerProcess([NEST, `${origin}${SUMMARY}`], RELEASE, SUMMARY);

/** The dashboard, and what it is held against: they copy its answers, so it comes first. */
const startAll = async ({ built, recorded }: Bench) => {
  const dashboard = await startMeasured(built, { DYNAMODB_TABLE: recorded });
  const { origin } = dashboard;
  const bare = await startBare(origin, SUMMARY, COMPRESSED);
  const plainBare = await startBare(origin, SUMMARY, IDENTITY);
  const pageBare = await startBare(origin, PAGE, COMPRESSED);
  const nest = await startNest(origin);
  const contestants: Record<Name, Contestant> = {
    summary: { server: dashboard, path: SUMMARY, encoding: COMPRESSED },
    'summary bare': { server: bare, path: SUMMARY, encoding: COMPRESSED },
    'summary nest': { server: nest, path: SUMMARY, encoding: COMPRESSED },
    plain: { server: dashboard, path: SUMMARY, encoding: IDENTITY },
    'plain nest': { server: nest, path: SUMMARY, encoding: IDENTITY },
    'plain bare': { server: plainBare, path: SUMMARY, encoding: IDENTITY },
    page: { server: dashboard, path: PAGE, encoding: COMPRESSED },
    'page bare': { server: pageBare, path: PAGE, encoding: COMPRESSED },
  };
  return { contestants, servers: [dashboard, bare, plainBare, pageBare, nest] };
};

type Outcomes = Record<Name, Outcome>;

/** How the rates are to each other; beside it, told and not judged, how the processor times an answer are. */
const comparison = (
  outcomes: Outcomes,
  what: string,
  [of, to]: readonly [Name, Name],
  least: number | null,
): Figure[] => {
  const [a, b] = [outcomes[of], outcomes[to]];
  const goal = least === null ? null : { least };
  const rate: Figure = { what, value: a.rate / b.rate, unit: 'ratio', goal };
  if (a.processorMillis === null || b.processorMillis === null) return [rate];
  const value = b.processorMillis / a.processorMillis;
  return [rate, { what: `${what}, by processor time`, value, unit: 'ratio', goal: null }];
};

/** What the ratios are made of. */
const told = (what: string, { rate, processorMillis }: Outcome): Figure[] => {
  const answers: Figure = { what: `${what}: answers`, value: rate, unit: '1/s', goal: null };
  if (processorMillis === null) return [answers];
  const processor = `${what}: processor time of an answer`;
  return [answers, { what: processor, value: processorMillis, unit: 'ms', goal: null }];
};

const figuresOf = (outcomes: Outcomes): Figure[] => {
  const compare = (what: string, names: readonly [Name, Name], least: number | null = null) =>
    comparison(outcomes, what, names, least);
  return [
    ...compare('summary, to bare node:http', ['summary', 'summary bare'], 0.3),
    ...compare('summary, to a plain Nest handler', ['summary', 'summary nest'], 2.5),
    { what: 'summary: p99', value: outcomes.summary.p99, unit: 'ms', goal: { most: 50 } },
    ...compare('summary not compressed, to bare node:http', ['plain', 'plain bare']),
    ...compare('summary not compressed, to a plain Nest handler', ['plain', 'plain nest'], 2.5),
    ...compare('page, to bare node:http', ['page', 'page bare'], 0.3),
    { what: 'page: p99', value: outcomes.page.p99, unit: 'ms', goal: null },
    ...told('summary', outcomes.summary),
    ...told('summary of bare node:http', outcomes['summary bare']),
    ...told('summary of a plain Nest handler', outcomes['summary nest']),
    ...told('page', outcomes.page),
    ...told('page of bare node:http', outcomes['page bare']),
  ];
};

const measure = async (bench: Bench): Promise<Figure[]> => {
  const { contestants, servers } = await startAll(bench);
  try {
    return figuresOf(await contest(bench.load, contestants));
  } finally {
    for (const server of servers) await server.stop();
  }
};

export const answers: Part = { name: 'answers', measure };
