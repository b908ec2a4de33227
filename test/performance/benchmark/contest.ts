import { median } from '../measuring/figures.ts';
import type { LoadGenerator } from '../measuring/load/load.ts';
import { processorSecondsOf } from '../measuring/process-usage.ts';
import { interleaved } from '../measuring/rounds.ts';
import type { ServerProcess } from '../measuring/server-process.ts';

const CONNECTIONS = 64;
const SECONDS = 3;
const WARM_UP_SECONDS = 2;

/** One of the servers that are held against each other, and what it is asked. */
export interface Contestant {
  server: ServerProcess;
  path: string;
  /** Its Accept-Encoding. */
  encoding: string;
}

/** Medians of all rounds. */
export interface Outcome {
  /** Answers a second. */
  rate: number;
  /** Milliseconds. */
  p99: number;
  /** Milliseconds of its process's time an answer took; null where that cannot be read. */
  processorMillis: number | null;
}

type Round = Outcome;

const ask = async (
  load: LoadGenerator,
  { server, path, encoding }: Contestant,
  seconds: number,
): Promise<Round> => {
  const pid = server.process.pid!;
  const before = await processorSecondsOf(pid);
  const { rate, p99, answers } = await load.run({
    origin: server.origin,
    requests: [{ path }],
    connections: CONNECTIONS,
    headers: { 'accept-encoding': encoding },
    seconds,
  });
  const after = await processorSecondsOf(pid);
  const used = before === null || after === null ? null : (after - before) * 1000;
  server.emptyLog();
  return { rate, p99, processorMillis: used === null ? null : used / answers };
};

const middle = (rounds: readonly Round[]): Pick<Outcome, 'p99' | 'processorMillis'> => {
  const millis = rounds.map(({ processorMillis }) => processorMillis);
  return {
    p99: median(rounds.map(({ p99 }) => p99)),
    processorMillis: millis.includes(null) ? null : median(millis as number[]),
  };
};

/** Holds servers against each other under the same load, turn by turn, after a warm-up of each. */
export const contest = async <Name extends string>(
  load: LoadGenerator,
  contestants: Readonly<Record<Name, Contestant>>,
): Promise<Record<Name, Outcome>> => {
  const names = Object.keys(contestants) as Name[];
  for (const name of names) await ask(load, contestants[name], WARM_UP_SECONDS);
  const rounds = new Map<Name, Round[]>(names.map((name) => [name, []]));
  const turn = async (name: Name): Promise<number> => {
    const round = await ask(load, contestants[name], SECONDS);
    rounds.get(name)!.push(round);
    return round.rate;
  };
  const rates = await interleaved(
    Object.fromEntries(names.map((name) => [name, () => turn(name)])) as Record<
      Name,
      () => Promise<number>
    >,
  );
  const outcomes = names.map((name) => [name, { rate: rates[name], ...middle(rounds.get(name)!) }]);
  return Object.fromEntries(outcomes) as Record<Name, Outcome>;
};
