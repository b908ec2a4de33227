import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { PARTITION_KEY, REMOVED_AFTER, SESSION_ID_PREFIX, SORT_KEY } from '../launches/keys.ts';
import type { LaunchTable } from '../launches/repository/client.ts';
import { onTable } from '../launches/repository/errors.ts';

const keyOf = (id: string) => ({
  [PARTITION_KEY]: `${SESSION_ID_PREFIX}${id}`,
  [SORT_KEY]: 'ended',
});

/**
 * Sessions that ended before their time was over, by their ids. They are in the table so that every task knows
 * them, until none of them could be used any more. Every method throws TableError when the table fails.
 */
export class EndedSessions {
  private readonly table: LaunchTable;

  constructor(table: LaunchTable) {
    this.table = table;
  }

  /** @param expiresAt when its time would have been over, in seconds since 1970 */
  async add(id: string, expiresAt: number): Promise<void> {
    const { client, tableName } = this.table;
    const Item = { ...keyOf(id), [REMOVED_AFTER]: expiresAt };
    await onTable('PutItem', () => client.send(new PutCommand({ TableName: tableName, Item })));
  }

  async has(id: string): Promise<boolean> {
    const { client, tableName } = this.table;
    const query = new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: '#id = :id',
      ExpressionAttributeNames: { '#id': PARTITION_KEY },
      ExpressionAttributeValues: { ':id': keyOf(id)[PARTITION_KEY] },
      ConsistentRead: true,
      Limit: 1,
    });
    const { Items = [] } = await onTable('Query', () => client.send(query));
    return Items.length > 0;
  }
}
