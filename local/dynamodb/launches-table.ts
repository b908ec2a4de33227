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

const create = async (client: DynamoDBClient, tableName: string): Promise<boolean> => {
  try {
    await client.send(new CreateTableCommand(launchesTable(tableName)));
    return true;
  } catch (error) {
    if (error instanceof ResourceInUseException) return false;
    throw error;
  }
};

/**
 * Creates the launches table with its date index, unless it is there, and waits until it is active.
 * @returns true when the table was created, false when it was there
 * @throws when it is not active within 10 s: its making was cut off once, and nothing goes on with it
 */
export const createLaunchesTable = async (
  client: DynamoDBClient,
  tableName: string,
): Promise<boolean> => {
  const isNew = await create(client, tableName);
  const wait = { client, maxWaitTime: 10, minDelay: 0.05, maxDelay: 1 };
  await waitUntilTableExists(wait, { TableName: tableName });
  return isNew;
};
