import {
  CreateTableCommand,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DATE_INDEX, PARTITION_KEY, SORT_KEY } from '../../domain/launches/keys.ts';

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' }) as const;
const key = (partition: string, sort: string) =>
  [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ] satisfies CreateTableCommandInput['KeySchema'];

const launchesTable = (tableName: string): CreateTableCommandInput => ({
  TableName: tableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [text(PARTITION_KEY), text(SORT_KEY), text(DATE_INDEX.partitionKey)],
  KeySchema: key(PARTITION_KEY, SORT_KEY),
  GlobalSecondaryIndexes: [
    {
      IndexName: DATE_INDEX.name,
      KeySchema: key(DATE_INDEX.partitionKey, DATE_INDEX.sortKey),
      Projection: { ProjectionType: 'ALL' },
    },
  ],
});

/**
 * Creates the launches table with its date index and waits, at most 30 s, until both are active.
 * A table of that name that exists already is left as it is.
 * @returns true when the table was created, false when it was there
 */
export const createLaunchesTable = async (
  client: DynamoDBClient,
  tableName: string,
): Promise<boolean> => {
  try {
    await client.send(new CreateTableCommand(launchesTable(tableName)));
  } catch (error) {
    if (error instanceof ResourceInUseException) return false;
    throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 0.05 }, { TableName: tableName });
  return true;
};
