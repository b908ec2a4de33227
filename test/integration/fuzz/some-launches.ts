import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { storeLaunches } from '../../helpers/launches.ts';
import { launchLibraryAsOf, spacexLaunches } from '../../helpers/recorded-launches.ts';

/** Some of the recorded launches are still to come then. */
export const AS_OF = '2022-06-01';
const ONE_IN = 12;

/** A table with some of the recorded launches of each source: of every kind there is, and soon answered. */
export const createTable = async ({
  client,
  createTable: create,
}: TestDynamoDB): Promise<string> => {
  const table = { client, tableName: await create() };
  for (const launches of [launchLibraryAsOf(AS_OF), spacexLaunches()]) {
    await storeLaunches(
      table,
      launches.filter((_, index) => index % ONE_IN === 0),
    );
  }
  return table.tableName;
};
