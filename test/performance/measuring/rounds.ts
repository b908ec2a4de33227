import { median } from './figures.ts';

/** Rounds of every comparison. */
export const ROUNDS = 5;

/**
 * Measures several things turn by turn, A B A B, so that whatever else the machine does meets all of them.
 * @param measures each gives one value a round
 * @returns the median of each
 */
export const interleaved = async <Name extends string>(
  measures: Readonly<Record<Name, () => Promise<number>>>,
  rounds = ROUNDS,
): Promise<Record<Name, number>> => {
  const names = Object.keys(measures) as Name[];
  const values = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) values.get(name)!.push(await measures[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(values.get(name)!)])) as Record<
    Name,
    number
  >;
};
