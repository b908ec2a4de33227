import type { Launch } from '../../../domain/launches/launch.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { storeLaunches } from '../../helpers/launches.ts';
import { launchLibraryLaunches, spacexLaunches } from '../../helpers/recorded-launches.ts';

/** Instant the dashboard's clock starts at in these tests: the recordings end the day before. */
export const AS_OF = '2026-05-16';

/** A table with the recorded launches of both sources, last read shortly before {@link AS_OF}. */
export const createRecordedTable = async (
  { client, createTable }: TestDynamoDB,
  more: readonly Launch[] = [],
): Promise<string> => {
  const tableName = await createTable();
  const read = { last_success_at: '2026-05-15T22:30:00.000Z' };
  await storeLaunches({ client, tableName }, [...launchLibraryLaunches(), ...more], read);
  await storeLaunches({ client, tableName }, spacexLaunches(), read);
  return tableName;
};
