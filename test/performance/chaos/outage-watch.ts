import { setTimeout as sleep } from 'node:timers/promises';

const STALE = 'x-data-stale';
const PAUSE_MS = 250;
const LOOK_MS = 50;

/** What the answers were like during an outage. */
export interface Watched {
  /** Answers that were none, and fresh ones after stale ones. */
  faults: string[];
  /** Seconds until all of a round were marked stale; null: they never were. */
  staleAfter: number | null;
}

const ask = async (url: string): Promise<{ status: number; stale: string | null }> => {
  const response = await fetch(url);
  await response.arrayBuffer();
  return { status: response.status, stale: response.headers.get(STALE) };
};

/** Asks for paths again and again, until it is told to end; then until they are marked stale, a while at most. */
export const watchAnswers = (
  origin: string,
  paths: readonly string[],
): { end: (patienceSeconds: number) => Promise<Watched> } => {
  const startedAt = performance.now();
  const watched: Watched = { faults: [], staleAfter: null };
  let until = Infinity;
  const round = async (): Promise<void> => {
    const answers = await Promise.all(paths.map((path) => ask(`${origin}${path}`)));
    const wasStale = watched.staleAfter !== null;
    answers.forEach(({ status, stale }, index) => {
      if (status !== 200) watched.faults.push(`${paths[index]}: ${status}`);
      else if (wasStale && stale !== 'true') watched.faults.push(`${paths[index]}: not marked`);
    });
    if (!wasStale && answers.every(({ stale }) => stale === 'true'))
      watched.staleAfter = (performance.now() - startedAt) / 1000;
  };
  const run = async (): Promise<void> => {
    const isAwaited = () => performance.now() < until && watched.staleAfter === null;
    while (until === Infinity || isAwaited()) {
      await round();
      await sleep(PAUSE_MS);
    }
  };
  const running = run();
  // Told at the end.
  running.catch(() => undefined);
  return {
    end: async (patienceSeconds) => {
      until = performance.now() + patienceSeconds * 1000;
      await running;
      if (watched.staleAfter === null) watched.faults.push('never marked stale');
      return watched;
    },
  };
};

/** @returns seconds until an answer is fresh; null when none was in time */
export const untilFresh = async (url: string, seconds: number): Promise<number | null> => {
  const startedAt = performance.now();
  for (;;) {
    const { status, stale } = await ask(url);
    const after = (performance.now() - startedAt) / 1000;
    if (after > seconds) return null;
    if (status === 200 && stale === 'false') return after;
    await sleep(LOOK_MS);
  }
};
