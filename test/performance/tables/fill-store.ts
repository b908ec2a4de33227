import db from 'dynalite/db/index.js';
import type { Callback, ItemDb, Put, Store, Table } from 'dynalite/db/index.js';
import type { Launch } from '../../../domain/launches/launch.ts';
import { attributesOf } from './attributes.ts';

/** Launches that go into the store at once. */
const BATCH = 1000;

const called = <T>(call: (callback: Callback<T>) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    call((error, value) => (error === null ? resolve(value) : reject(error)));
  });

const write = (part: ItemDb, puts: readonly Put[]): Promise<void> =>
  called((callback) => part.batch(puts, callback));

const writeAll = async (store: Store, table: Table, launches: readonly Launch[]): Promise<void> => {
  const items: Put[] = [];
  const indexed = new Map<string, Put[]>();
  for (const launch of launches) {
    const value = attributesOf(launch);
    items.push({ type: 'put', key: db.createKey(value, table), value });
    const actions = db.getIndexActions(table.GlobalSecondaryIndexes, null, value, table);
    for (const { index, key, item } of actions.puts) {
      if (!indexed.has(index)) indexed.set(index, []);
      indexed.get(index)!.push({ type: 'put', key, value: item });
    }
  }
  await write(store.getItemDb(table.TableName), items);
  for (const [index, puts] of indexed)
    await write(store.getIndexDb('Global', table.TableName, index), puts);
};

/**
 * Puts launches that are not there yet into the files of a table, under the keys dynalite itself gives them. Over HTTP a
 * million would take a quarter of an hour.
 * @param folder of a store that no process uses, with the table made
 */
export const fillStore = async (
  folder: string,
  tableName: string,
  launches: Iterable<Launch>,
): Promise<void> => {
  const store = db.create({ path: folder });
  const table = await called<Table>((callback) => store.getTable(tableName, callback));
  let batch: Launch[] = [];
  for (const launch of launches) {
    batch.push(launch);
    if (batch.length < BATCH) continue;
    await writeAll(store, table, batch);
    batch = [];
  }
  await writeAll(store, table, batch);
  await called<void>((callback) => store.db.close(callback));
};
