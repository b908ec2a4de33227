import type { Random } from '../../helpers/random.ts';

/** What filters are made of. */
export interface FilterChoices {
  /** First and last day there may be, as YYYY-MM-DD. */
  days: readonly [string, string];
  rockets: readonly string[];
  launchpads: readonly string[];
  /** Parts of missions' names. */
  words: readonly string[];
}

const DAY_MS = 24 * 3600 * 1000;
const STATUSES = ['success', 'partial_failure', 'failed', 'upcoming', 'unknown'];

const queryOf = ({ days, rockets, launchpads, words }: FilterChoices, random: Random): string => {
  const [first, last] = days.map((day) => Date.parse(day) / DAY_MS) as [number, number];
  const from = random.between(first, last);
  const to = random.between(from, last);
  const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);
  const query = new URLSearchParams({ from: dayOf(from), to: dayOf(to) });
  // One in two has it.
  const maybe = (name: string, choices: readonly string[]): void => {
    if (choices.length > 0 && random.between(0, 1) === 1) query.set(name, random.pick(choices));
  };
  maybe('status', STATUSES);
  maybe('rocket', rockets);
  maybe('launchpad', launchpads);
  maybe('q', words);
  return query.toString();
};

/** Query strings of filters, no two of them the same. */
export function* unseenFilters(choices: FilterChoices, random: Random): Generator<string> {
  const seen = new Set<string>();
  for (;;) {
    const query = queryOf(choices, random);
    if (seen.has(query)) continue;
    seen.add(query);
    yield query;
  }
}

/** The next few of them. */
export const take = (queries: Generator<string>, count: number): string[] =>
  Array.from({ length: count }, () => queries.next().value as string);
