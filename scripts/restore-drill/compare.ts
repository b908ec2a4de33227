import type { LaunchSource } from '../../domain/launches/keys.ts';
import { checksum } from './checksum.ts';
import type { ItemImage, TableImage } from './read-table.ts';

/** An item that is not the same in both tables. */
export interface Difference {
  id: string;
  launch_date: string;
  how: 'only in the table' | 'only in the restored one' | 'not equal';
  /** Whether the table was written there after the time it was restored as of: then it has to differ. */
  isLater: boolean;
}

/** One side's part of a group of items. */
export interface GroupSum {
  items: number;
  /** SHA-256, whatever order the items come in. */
  checksum: string;
}

export interface Comparison {
  /** By source of the launches; `state` for state items. */
  groups: Record<string, { table: GroupSum; restored: GroupSum; isSame: boolean }>;
  /** Launches of each source that the dashboard would find; `isWhole` when it misses no more of the restored ones. */
  served: Record<string, { table: number; restored: number; isWhole: boolean }>;
  differences: Difference[];
  /** Items of the restored table that are no launches. */
  invalid: string[];
  /** `same`; `later`: the table was only written to since; `different`: something else is not the same. */
  verdict: 'same' | 'later' | 'different';
}

const keyOf = ({ id, launch_date }: { id: string; launch_date: string }): string =>
  JSON.stringify([id, launch_date]);

const sumOf = (items: readonly ItemImage[]): GroupSum => ({
  items: items.length,
  checksum: checksum(items.map((item) => `${keyOf(item)} ${item.digest}`)),
});

const compareGroups = (table: TableImage, restored: TableImage): Comparison['groups'] => {
  const names = new Set([...table.items, ...restored.items].map(({ group }) => group));
  const compare = (name: string) => {
    const [ours, theirs] = [table, restored].map(({ items }) =>
      sumOf(items.filter(({ group }) => group === name)),
    ) as [GroupSum, GroupSum];
    return { table: ours, restored: theirs, isSame: ours.checksum === theirs.checksum };
  };
  return Object.fromEntries([...names].sort().map((name) => [name, compare(name)]));
};

/** Launches in a table that its state items and its index do not lead to. */
const unserved = ({ items, served }: TableImage, source: LaunchSource): number =>
  items.filter(({ group }) => group === source).length - served[source];

const compareServed = (table: TableImage, restored: TableImage): Comparison['served'] => {
  const sources = Object.keys(table.served) as LaunchSource[];
  const compare = (source: LaunchSource) => ({
    table: table.served[source],
    restored: restored.served[source],
    isWhole: unserved(restored, source) <= unserved(table, source),
  });
  return Object.fromEntries(sources.map((source) => [source, compare(source)]));
};

/** Whether the table's items of an id tell of a write after the restore's time; a moved launch keeps its id. */
const laterWrites = (table: TableImage, restoredAsOf: Date | null): Set<string> => {
  if (restoredAsOf === null) return new Set();
  const asOf = restoredAsOf.toISOString();
  const later = table.items.filter(({ writtenAt }) => writtenAt !== null && writtenAt > asOf);
  return new Set(later.map(({ id }) => id));
};

const differencesOf = (
  table: TableImage,
  restored: TableImage,
  restoredAsOf: Date | null,
): Difference[] => {
  const later = laterWrites(table, restoredAsOf);
  const theirs = new Map(restored.items.map((item) => [keyOf(item), item]));
  const ours = new Map(table.items.map((item) => [keyOf(item), item]));
  const differ = ({ id, launch_date }: ItemImage, how: Difference['how']): Difference => ({
    id,
    launch_date,
    how,
    isLater: later.has(id),
  });
  return [
    ...table.items.flatMap((item) => {
      const other = theirs.get(keyOf(item));
      if (other === undefined) return [differ(item, 'only in the table')];
      return other.digest === item.digest ? [] : [differ(item, 'not equal')];
    }),
    ...restored.items
      .filter((item) => !ours.has(keyOf(item)))
      .map((item) => differ(item, 'only in the restored one')),
  ].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** Items that are all there are of no use where the restored table's index does not lead to them. */
const verdictOf = ({ differences, served }: Pick<Comparison, 'differences' | 'served'>) => {
  const isWhole = Object.values(served).every((source) => source.isWhole);
  if (!isWhole || differences.some(({ isLater }) => !isLater)) return 'different';
  return differences.length > 0 ? 'later' : 'same';
};

/**
 * Compares a table with what was restored of it.
 * @param restoredAsOf time the other table is of; null when nobody knows, and every difference counts
 */
export const compareTables = (
  table: TableImage,
  restored: TableImage,
  restoredAsOf: Date | null,
): Comparison => {
  const differences = differencesOf(table, restored, restoredAsOf);
  const served = compareServed(table, restored);
  return {
    groups: compareGroups(table, restored),
    served,
    differences,
    invalid: restored.invalid,
    verdict: verdictOf({ differences, served }),
  };
};
