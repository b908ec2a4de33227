import { describe, expect, it } from '@jest/globals';
import type { LaunchKey } from '../../../domain/launches/keys.ts';
import { AdaptiveLimit } from '../../../domain/launches/repository/adaptive-limit.ts';
import { deleteItems, getItems, putItems } from '../../../domain/launches/repository/batches.ts';
import type { LaunchTable } from '../../../domain/launches/repository/client.ts';
import { TableError } from '../../../domain/launches/repository/errors.ts';
import { WRITES_AT_ONCE } from '../../../domain/launches/repository/launch-writer.ts';
import { onEveryTable } from '../../helpers/every-table.ts';
import { refusingTable, sparingTable } from '../../helpers/unreliable-table.ts';

const itemsUpTo = (count: number) =>
  Array.from({ length: count }, (_, number) => ({
    id: `launch-${number}`,
    launch_date: '2017-06-23T19:10:00.000Z',
    number,
  }));
const byNumber = (a: { number?: unknown }, b: { number?: unknown }) =>
  Number(a.number) - Number(b.number);
const half = (offered: number) => Math.ceil(offered / 2);
const one = () => 1;

const put = (table: LaunchTable, items: readonly LaunchKey[]) =>
  putItems(table, items as never, new AdaptiveLimit(WRITES_AT_ONCE));
const remove = (table: LaunchTable, keys: readonly LaunchKey[]) =>
  deleteItems(table, keys, new AdaptiveLimit(WRITES_AT_ONCE));

onEveryTable((db, kind) => {
  const open = async (keep?: (offered: number) => number) => {
    const tableName = await db().createTable();
    const { client, offered } = sparingTable(db().endpoint, keep);
    const read = async (keys: readonly LaunchKey[]) =>
      (await getItems({ client, tableName }, keys, { consistent: true })).sort(byNumber);
    return { table: { client, tableName }, offered, read };
  };

  describe('batches', () => {
    it.each([
      [1, [1], [1]],
      [25, [25], [25]],
      [26, [25, 1], [26]],
      [101, [25, 25, 25, 25, 1], [100, 1]],
      [237, [25, 25, 25, 25, 25, 25, 25, 25, 25, 12], [100, 100, 37]],
    ])('of %d items fit the limits and leave none behind', async (count, writes, reads) => {
      const { table, offered, read } = await open();
      const items = itemsUpTo(count);
      await put(table, items);
      expect(offered.splice(0)).toEqual(writes);
      expect(await read(items)).toEqual(items);
      expect(offered.splice(0)).toEqual(reads);
      await remove(table, items);
      expect(offered.splice(0)).toEqual(writes);
      expect(await read(items)).toEqual([]);
    });

    it('of no items ask nothing', async () => {
      const { table, offered, read } = await open();
      await put(table, []);
      await remove(table, []);
      expect(await read([])).toEqual([]);
      expect(offered).toEqual([]);
    });

    it('leave out the keys that hold nothing', async () => {
      const { table, read } = await open();
      const items = itemsUpTo(150);
      const stored = items.filter(({ number }) => number % 2 === 0);
      await put(table, stored);
      expect(await read(items)).toEqual(stored);
    });

    it.each([
      ['half of each batch', half, 30],
      ['one item at a time', one, 4],
    ])('go on until none is left when the table takes %s', async (_name, keep, count) => {
      const { table, offered, read } = await open(keep);
      const items = itemsUpTo(count);
      await put(table, items);
      const writes = offered.splice(0).length;
      expect(writes).toBeGreaterThan(Math.ceil(count / 25));
      expect(await read(items)).toEqual(items);
      expect(offered.splice(0).length).toBeGreaterThan(1);
      await remove(table, items);
      expect(offered).toHaveLength(writes);
      expect(await read(items)).toEqual([]);
    });

    it('go on when the table refuses some whole, and fewer are sent at once', async () => {
      const { table, read } = await open();
      const items = itemsUpTo(120);
      const limit = new AdaptiveLimit(WRITES_AT_ONCE);
      await putItems({ ...table, client: refusingTable(db().endpoint, 6) }, items, limit);
      expect(await read(items)).toEqual(items);
      expect(limit.atOnce).toBeLessThan(WRITES_AT_ONCE.start);
    });

    // The embedded table takes seconds to store that much.
    if (kind === 'DynamoDB Local') {
      it('read more than one answer of 16 MB can hold', async () => {
        const { table, offered, read } = await open();
        const items = itemsUpTo(60).map((item) => ({ ...item, details: 'x'.repeat(300_000) }));
        await put(table, items);
        offered.length = 0;
        expect((await read(items)).map(({ number }) => number)).toEqual(
          items.map(({ number }) => number),
        );
        expect(offered.length).toBeGreaterThan(1);
      });
    }

    it('replace what is under a key', async () => {
      const { table, read } = await open();
      const items = itemsUpTo(3);
      await put(table, items);
      const newer = items.map((item) => ({ ...item, details: 'newer' }));
      await put(table, newer);
      expect(await read(items)).toEqual(newer);
    });

    it('end between two tries when the signal does, with all they wrote before in the table', async () => {
      const { table, offered } = await open(one);
      const items = itemsUpTo(25);
      const ended = new AbortController();
      setTimeout(() => ended.abort(), 150);
      await expect(put({ ...table, signal: ended.signal }, items)).rejects.toThrow(TableError);
      expect(offered.length).toBeLessThan(25);
      const plain = { ...table, client: db().client };
      const stored = await getItems(plain, items, { consistent: true });
      expect(stored.length).toBeGreaterThanOrEqual(offered.length - 1);
      expect(stored.sort(byNumber)).toEqual(items.slice(0, stored.length));
    });

    it.each([
      ['BatchWriteItem', put],
      ['BatchWriteItem', remove],
      [
        'BatchGetItem',
        (table: LaunchTable, keys: LaunchKey[]) => getItems(table, keys, { consistent: false }),
      ],
    ])('name %s when the table is gone', async (operation, run) => {
      const { table } = await open();
      const gone = { ...table, tableName: 'gone' };
      await expect(run(gone, itemsUpTo(30))).rejects.toMatchObject({
        name: 'TableError',
        message: expect.stringContaining(operation),
        cause: { name: 'ResourceNotFoundException' },
      });
    });
  });
});
