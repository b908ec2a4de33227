import type { LaunchSource } from '../../../domain/launches/keys.ts';
import type { Launch } from '../../../domain/launches/launch.ts';
import { storedItems, storedState } from '../../helpers/ingestion.ts';

type Table = Parameters<typeof storedItems>[0];

const sorted = (item: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))));

/** An item without the moments at which things were seen to happen; that they happened stays. */
const withoutTimes = ({ ingested_at, missing_since, previous_dates, ...item }: Launch): object => ({
  ...item,
  was_ingested: typeof ingested_at,
  is_missing: missing_since !== null,
  previous_dates: previous_dates.map(({ launch_date }) => launch_date),
});

/**
 * All that a table holds, an item a text: equal for tables that differ in nothing but times. What the state item says
 * of an unfinished run is in it, its history is not.
 */
export const contentsOf = async (
  table: Table,
  source: LaunchSource = 'spacex',
): Promise<string[]> => {
  const items = (await storedItems(table)) as unknown as Launch[];
  const state = await storedState(table, source);
  const { years, lease, pending_moves, next_from } = state ?? {};
  return [
    sorted({ years, lease, pending_moves, next_from }),
    ...items.map(withoutTimes).map(sorted),
  ];
};

/** What one table holds and the other does not, each in a sentence. */
export const differences = (expected: readonly string[], found: readonly string[]): string[] => {
  const [wanted, there] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((item) => !there.has(item)).map((item) => `lacks ${item}`),
    ...found.filter((item) => !wanted.has(item)).map((item) => `has ${item}`),
    ...(found.length === there.size ? [] : ['holds an item twice']),
  ];
};
