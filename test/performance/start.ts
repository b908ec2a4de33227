import type { LocalSystem } from '../helpers/local-system.ts';
import { startLocalSystem, temporaryFolder } from '../helpers/local-system.ts';
import type { Figure } from './measuring/figures.ts';
import { median } from './measuring/figures.ts';

/** Longest a start may take with everything installed, the first one with its fill of the table included. */
const READY_WITHIN_SECONDS = 8;
const ROUNDS = 3;

const stop = async (system: LocalSystem): Promise<void> => {
  system.signalGroup('SIGINT');
  await system.ended();
};

/** @returns seconds from the command to the line that says where the dashboard is */
const secondsToReady = async (dataDir: string): Promise<number> => {
  const before = performance.now();
  const system = await startLocalSystem({ dataDir });
  try {
    await system.ready();
    return (performance.now() - before) / 1000;
  } finally {
    await stop(system);
  }
};

/** The first start, which fills the table, and the one after it, which keeps it. */
const twoStarts = async (): Promise<[first: number, second: number]> => {
  const folder = await temporaryFolder();
  try {
    return [await secondsToReady(folder.path), await secondsToReady(folder.path)];
  } finally {
    await folder.remove();
  }
};

/** How long `npm start` takes until the dashboard is ready, with everything installed. */
export const measureLocalStart = async (): Promise<Figure[]> => {
  const starts: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round += 1) starts.push(await twoStarts());
  return ['first start, table filled', 'second start'].map((which, index) => ({
    what: `npm start to ready: ${which}`,
    value: median(starts.map((seconds) => seconds[index]!)),
    unit: 's',
    goal: { most: READY_WITHIN_SECONDS },
  }));
};
