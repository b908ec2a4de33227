/** A year of 50,000 launches that nobody asked for before, and those who ask for other things meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startMeasured } from '../measuring/dashboard.ts';
import type { Figure } from '../measuring/figures.ts';
import { median } from '../measuring/figures.ts';
import { ROUNDS } from '../measuring/rounds.ts';
import type { FilledTables } from '../tables/filled-tables.ts';
import type { Bench } from './bench.ts';
import { LARGE_YEAR } from './generated.ts';
import { SUMMARY } from './requests.ts';

/** Milliseconds between two requests of those who ask meanwhile. */
const PAUSE_MS = 5;
const MOST_SECONDS = 4;
/** Longest that anybody else may wait: a person notices, and no balancer gives up. */
const MOST_WAIT_MS = 500;

const millisFor = async (url: string): Promise<number> => {
  const before = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} is answered with ${response.status}`);
  return performance.now() - before;
};

/** The longest of what all others wait until something ends. */
const longestWait = async (urls: readonly string[], end: Promise<unknown>): Promise<number> => {
  let isOver = false;
  const over = end.then(() => (isOver = true));
  const waits: number[] = [];
  while (!isOver) {
    for (const url of urls) waits.push(await millisFor(url));
    await sleep(PAUSE_MS);
  }
  await over;
  return Math.max(...waits);
};

const firstAsked = async (bench: Bench, { endpoint }: FilledTables) => {
  const { origin, stop } = await startMeasured(bench.built, {
    DYNAMODB_TABLE: LARGE_YEAR.name,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  });
  try {
    const others = [`${origin}/health`, `${origin}${SUMMARY}?from=2020-01-01`];
    for (const url of others) await millisFor(url);
    const answer = millisFor(`${origin}${SUMMARY}?source=spacex`);
    const wait = await longestWait(others, answer);
    return { answer: await answer, wait };
  } finally {
    await stop();
  }
};

/** A process knows a year once it was asked for, so each round has a new one. */
export const measureLargeYear = async (bench: Bench, tables: FilledTables): Promise<Figure[]> => {
  const rounds: { answer: number; wait: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await firstAsked(bench, tables));
  const seconds = median(rounds.map(({ answer }) => answer)) / 1000;
  const wait = median(rounds.map((round) => round.wait));
  return [
    { what: 'a new year of 50,000', value: seconds, unit: 's', goal: { most: MOST_SECONDS } },
    {
      what: 'all others meanwhile: longest wait',
      value: wait,
      unit: 'ms',
      goal: { most: MOST_WAIT_MS },
    },
  ];
};
