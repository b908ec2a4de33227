import { describe, expect, it } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Launch } from '../../../domain/launches/launch.ts';
import { LAUNCH_SUMMARY_FIELDS } from '../../../domain/launches/launch.ts';
import { LaunchReader } from '../../../domain/launches/repository/launch-reader.ts';
import { LaunchWriter } from '../../../domain/launches/repository/launch-writer.ts';
import { plain } from '../../helpers/all-statistics.ts';
import { onEveryTable } from '../../helpers/every-table.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';
import { spacexLaunches } from '../../helpers/recorded-launches.ts';

const at = (launch_date: string, fields: Partial<Launch> = {}) =>
  launch({ id: `launch of ${launch_date}`, launch_date, source: 'spacex', ...fields });
const dates = (launches: Pick<Launch, 'launch_date'>[]) =>
  launches.map(({ launch_date }) => launch_date);
const inOrder = (launches: Launch[]) => launches.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const collect = async <T>(pages: AsyncIterable<T[]>): Promise<T[][]> => {
  const collected: T[][] = [];
  for await (const page of pages) collected.push(page);
  return collected;
};

onEveryTable((db) => {
  const open = async (tableName?: string) => {
    const table = { client: db().client, tableName: tableName ?? (await db().createTable()) };
    const reasons: string[] = [];
    const reader = new LaunchReader(table, (reason) => reasons.push(reason));
    const put = (Item: Record<string, unknown>) =>
      table.client.send(new PutCommand({ TableName: table.tableName, Item }));
    return { table, reader, writer: new LaunchWriter(table), reasons, put };
  };

  describe('launches', () => {
    it('come back as they were put, all 205 of them', async () => {
      const { reader, writer, reasons } = await open();
      const launches = inOrder(spacexLaunches());
      await writer.put(launches);
      expect(inOrder(await reader.getLaunches(launches, { consistent: true }))).toEqual(launches);
      await writer.delete(launches.slice(5));
      expect(inOrder(await reader.getLaunches(launches))).toEqual(launches.slice(0, 5));
      expect(reasons).toEqual([]);
    });

    it('are found by id, the older date first while one moves', async () => {
      const { reader, writer } = await open();
      const old = at('2022-06-01T00:00:00.000Z', { id: 'starlink-4-19' });
      const moved = at('2022-06-17T16:09:00.000Z', { id: 'starlink-4-19' });
      await writer.put([moved, old, at('2022-06-08T21:03:00.000Z')]);
      expect(await reader.findById('starlink-4-19', { consistent: true })).toEqual([old, moved]);
      expect(await reader.findById('starlink')).toEqual([]);
    });
  });

  describe('a year', () => {
    const FIRST = '2017-01-01T00:00:00.000Z';
    const MIDDLE = '2017-06-23T19:10:00.000Z';
    const LAST = '2017-12-31T23:59:59.999Z';
    const stored = async () => {
      const opened = await open();
      const others = ['2016-12-31T23:59:59.999Z', '2018-01-01T00:00:00.000Z'].map((date) =>
        at(date),
      );
      const elsewhere = launch({ source: 'launch-library' });
      await storeLaunches(opened.table, [at(MIDDLE), at(LAST), at(FIRST), ...others]);
      await opened.writer.put([elsewhere]);
      return opened;
    };

    it('is its launches from the first millisecond to the last, oldest first', async () => {
      const { reader, reasons } = await stored();
      const summaries = await reader.getYear('spacex', '2017');
      expect(dates(summaries)).toEqual([FIRST, MIDDLE, LAST]);
      expect(Object.keys(plain(summaries[0]!)).sort()).toEqual([...LAUNCH_SUMMARY_FIELDS].sort());
      expect(await reader.getYear('spacex', '2015')).toEqual([]);
      expect(reasons).toEqual([]);
    });

    it.each([
      ['everything', {}, [FIRST, MIDDLE, LAST]],
      ['the other way round', { order: 'desc' }, [LAST, MIDDLE, FIRST]],
      ['from a launch on', { from: MIDDLE }, [MIDDLE, LAST]],
      ['from a millisecond later', { from: '2017-06-23T19:10:00.001Z' }, [LAST]],
      ['up to a launch', { to: MIDDLE }, [FIRST, MIDDLE]],
      ['up to a millisecond earlier', { to: '2017-06-23T19:09:59.999Z' }, [FIRST]],
      ['one instant', { from: MIDDLE, to: MIDDLE }, [MIDDLE]],
      ['a span, backwards', { from: FIRST, to: MIDDLE, order: 'desc' }, [MIDDLE, FIRST]],
      [
        'days around it',
        { from: '0001-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z' },
        [FIRST, MIDDLE, LAST],
      ],
    ] as const)('gives %s', async (_name, options, expected) => {
      const { reader } = await stored();
      const pages = await collect(reader.launchesOfYear('spacex', '2017', options));
      expect(dates(pages.flat())).toEqual(expected);
      expect(pages.flat()[0]).toEqual(at(expected[0]));
    });

    it('of more launches than a page has is read to its end, by several, each launch once', async () => {
      const { reader, writer, reasons } = await open();
      const hour = (index: number) => new Date(Date.UTC(2017, 0, 1, index * 3)).toISOString();
      // Two a time and, where the first page ends, many: a page may end between launches of one time.
      const launches = Array.from({ length: 1600 }, (_, index) =>
        at(hour(index < 700 ? Math.min(index, 450) : index), {
          id: `launch ${(index * 7) % 1600}`,
          mission_name: `Mission ${index}`,
        }),
      );
      await writer.put(launches);
      const summaries = await reader.getYear('spacex', '2017');
      expect(dates(summaries)).toEqual(dates(launches));
      expect(summaries.map(({ id }) => id).sort()).toEqual(launches.map(({ id }) => id).sort());
      expect(reasons).toEqual([]);
    });

    it('of several megabytes is read to its end, whole launches a page at a time', async () => {
      const { reader, writer, reasons } = await open();
      const details = 'x'.repeat(20_000);
      const launches = Array.from({ length: 160 }, (_, day) =>
        at(new Date(Date.UTC(2017, 0, 1 + day)).toISOString(), { details }),
      );
      await writer.put(launches);
      expect(dates(await reader.getYear('spacex', '2017'))).toEqual(dates(launches));
      const ascending = await collect(reader.launchesOfYear('spacex', '2017'));
      expect(ascending.length).toBeGreaterThanOrEqual(4);
      expect(ascending.flat()).toEqual(launches);
      const descending = await collect(reader.launchesOfYear('spacex', '2017', { order: 'desc' }));
      expect(dates(descending.flat())).toEqual(dates(launches).toReversed());
      expect(reasons).toEqual([]);
    });
  });

  describe('a stored item that is not a launch', () => {
    const good = at('2017-06-23T19:10:00.000Z');
    const broken = { ...at('2017-06-24T00:00:00.000Z'), launch_status: 'scrubbed' };
    type Read = (reader: LaunchReader) => Promise<unknown[]>;

    it.each<[string, Read]>([
      ['a year', (reader) => reader.getYear('spacex', '2017')],
      [
        'a year of whole launches',
        async (reader) => (await collect(reader.launchesOfYear('spacex', '2017'))).flat(),
      ],
      ['launches by key', (reader) => reader.getLaunches([broken, good])],
    ])('is reported and left out of %s, and stays', async (_name, read) => {
      const { reader, writer, reasons, put } = await open();
      await writer.put([good]);
      await put(broken);
      for (const times of [1, 2]) {
        expect(await read(reader)).toMatchObject([{ id: good.id }]);
        expect(reasons).toHaveLength(times);
        expect(reasons.at(-1)).toMatch(/^launch_status: /);
      }
    });

    it('is reported and left out of the items of an id', async () => {
      const { reader, put, reasons } = await open();
      await put({ id: good.id, launch_date: 'tomorrow' });
      await put(good);
      expect(await reader.findById(good.id)).toEqual([good]);
      expect(reasons).toEqual([expect.stringContaining('launch_date: ')]);
    });

    it('may be the state of a source: nobody takes it for a launch', async () => {
      const { table, reader } = await open();
      await storeLaunches(table, [good]);
      expect(await reader.findById('source#spacex')).toEqual([]);
      expect(await reader.getYear('spacex', '2017')).toHaveLength(1);
    });
  });

  describe('a table that is gone', () => {
    const key = { id: 'x', launch_date: '2017-06-23T19:10:00.000Z' };
    type Use = (reader: LaunchReader, writer: LaunchWriter) => Promise<unknown>;

    it.each<[string, string, Use]>([
      ['getState', 'GetItem', (reader) => reader.getState('spacex')],
      ['getYear', 'Query', (reader) => reader.getYear('spacex', '2017')],
      ['launchesOfYear', 'Query', (reader) => collect(reader.launchesOfYear('spacex', '2017'))],
      ['findById', 'Query', (reader) => reader.findById('x')],
      ['getLaunches', 'BatchGetItem', (reader) => reader.getLaunches([key])],
      ['put', 'BatchWriteItem', (_, writer) => writer.put([at(key.launch_date)])],
      ['delete', 'BatchWriteItem', (_, writer) => writer.delete([key])],
    ])('is a TableError of %s that names %s', async (_name, operation, use) => {
      const { reader, writer } = await open('gone');
      await expect(use(reader, writer)).rejects.toMatchObject({
        name: 'TableError',
        message: `The launches table failed on ${operation}`,
        cause: { name: 'ResourceNotFoundException' },
      });
    });
  });
});
