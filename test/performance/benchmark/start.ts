/** How soon a new process answers. */
import { startMeasured } from '../measuring/dashboard.ts';
import type { Figure } from '../measuring/figures.ts';
import { interleaved } from '../measuring/rounds.ts';
import type { Bench, Part } from './bench.ts';
import { PAGE } from './requests.ts';

const measure = async ({ built, recorded }: Bench): Promise<Figure[]> => {
  const startedIn = (first: string) => async (): Promise<number> => {
    const server = await startMeasured(built, { DYNAMODB_TABLE: recorded }, first);
    await server.stop();
    return server.startedIn / 1000;
  };
  const seconds = await interleaved({ probe: startedIn('/health'), page: startedIn(PAGE) });
  return [
    { what: 'start to the first answer', value: seconds.probe, unit: 's', goal: { most: 2 } },
    { what: 'start to the first page', value: seconds.page, unit: 's', goal: null },
  ];
};

export const start: Part = { name: 'start', measure };
