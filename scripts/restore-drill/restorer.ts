import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteTableCommand,
  DescribeBackupCommand,
  DescribeContinuousBackupsCommand,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import type { RestoreFrom } from './options.ts';
import { DrillError } from './options.ts';

/** Makes a table out of what is kept of another, and takes it away again. */
export interface Restorer {
  /**
   * Restores into a new table and waits until it can be used.
   * @returns the time the new table is of
   */
  restore: (table: string, from: RestoreFrom, target: string) => Promise<Date>;
  /** Deletes a restored table and waits until it is gone. */
  remove: (target: string) => Promise<void>;
}

/** Seconds a restore may take, and between two looks at it. AWS promises no time. */
const WAIT = { maxWaitTime: 4 * 3600, minDelay: 5, maxDelay: 60 };

const latestPoint = async (client: DynamoDBClient, table: string): Promise<Date> => {
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: table }),
  );
  const latest =
    ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.LatestRestorableDateTime;
  if (latest === undefined) throw new DrillError(`${table} has no point-in-time recovery`);
  return latest;
};

/** The time is always named: "the latest" would be another one by the time AWS reads it. */
const toPointInTime = async (
  client: DynamoDBClient,
  table: string,
  at: Date | 'latest',
  target: string,
): Promise<Date> => {
  const point = at === 'latest' ? await latestPoint(client, table) : at;
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: table,
      TargetTableName: target,
      RestoreDateTime: point,
    }),
  );
  return point;
};

const fromBackup = async (
  client: DynamoDBClient,
  backupArn: string,
  target: string,
): Promise<Date> => {
  const { BackupDescription } = await client.send(
    new DescribeBackupCommand({ BackupArn: backupArn }),
  );
  const made = BackupDescription?.BackupDetails?.BackupCreationDateTime;
  if (made === undefined) throw new DrillError(`${backupArn} does not say when it was made`);
  await client.send(
    new RestoreTableFromBackupCommand({ BackupArn: backupArn, TargetTableName: target }),
  );
  return made;
};

/** Restores by DynamoDB itself. A table under a key of the account is restored under the same key. */
export const dynamoDBRestorer = (client: DynamoDBClient): Restorer => ({
  restore: async (table, from, target) => {
    const point =
      'backupArn' in from
        ? await fromBackup(client, from.backupArn, target)
        : await toPointInTime(client, table, from.at, target);
    await waitUntilTableExists({ client, ...WAIT }, { TableName: target });
    return point;
  },
  remove: async (target) => {
    await client.send(new DeleteTableCommand({ TableName: target }));
    await waitUntilTableNotExists({ client, ...WAIT }, { TableName: target });
  },
});
