import { describe, expect, it } from '@jest/globals';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { DATE_INDEX } from '../../../domain/launches/keys.ts';
import { createLaunchesTable } from '../../../local/dynamodb/launches-table.ts';
import { onEveryTable } from '../../helpers/every-table.ts';

describe('the launches table', () => {
  onEveryTable((db) => {
    it('has the key and the date index of the design', async () => {
      const TableName = await db().createTable();
      const { Table } = await db().client.send(new DescribeTableCommand({ TableName }));
      expect(Table?.KeySchema?.map((part) => part.AttributeName)).toEqual(['id', 'launch_date']);
      expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName)).toEqual([
        'source_year-launch_date-index',
      ]);
    });

    it('keeps what it holds when it is created again', async () => {
      const TableName = await db().createTable();
      const Item = { id: 'a', launch_date: '2017-06-23T19:10:00.000Z', source_year: 'spacex#2017' };
      await db().client.send(new PutCommand({ TableName, Item }));
      expect(await createLaunchesTable(db().client, TableName)).toBe(false);
      const { id, launch_date } = Item;
      const got = await db().client.send(
        new GetCommand({ TableName, Key: { id, launch_date }, ConsistentRead: true }),
      );
      expect(got.Item).toEqual(Item);
    });

    it('lists launches of a year by date', async () => {
      const TableName = await db().createTable();
      const dates = ['2017-06-25T20:25:00.000Z', '2017-01-14T17:54:00.000Z'];
      for (const launch_date of dates) {
        const Item = { id: launch_date, launch_date, source_year: 'spacex#2017' };
        await db().client.send(new PutCommand({ TableName, Item }));
      }
      const { Items } = await db().client.send(
        new QueryCommand({
          TableName,
          IndexName: DATE_INDEX.name,
          KeyConditionExpression: 'source_year = :year',
          ExpressionAttributeValues: { ':year': 'spacex#2017' },
        }),
      );
      expect(Items?.map((item) => item.launch_date)).toEqual(dates.toReversed());
    });
  });
});
