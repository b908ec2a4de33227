import type { Agent } from 'node:http';
import * as fc from 'fast-check';
import type { RawAnswer } from '../../helpers/raw-http.ts';
import { ask } from '../../helpers/raw-http.ts';
import type { FuzzRequest } from './fuzz-request.ts';

/** A run asks the same as the one before; another seed asks otherwise. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_516);
/** On a machine that does much else, in milliseconds. */
export const LONGEST_MS = 300_000;

/** Where requests go, and over which connections. */
export interface FuzzedSite {
  url: string;
  agent: Agent;
}

/**
 * Asks until an answer has something wrong; then says which request it was, and the seed.
 * @param check says what is wrong with an answer; nothing is when it is as it should be
 */
export const fuzz = (
  { url, agent }: FuzzedSite,
  requests: fc.Arbitrary<FuzzRequest>,
  numRuns: number,
  check: (request: FuzzRequest, answer: RawAnswer) => string[],
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(requests, async (request) => {
      const answer = await ask(url, { ...request, agent });
      const wrong = check(request, answer);
      if (wrong.length > 0) throw new Error(`${answer.status}: ${wrong.slice(0, 5).join('; ')}`);
    }),
    { seed: SEED, numRuns },
  );
