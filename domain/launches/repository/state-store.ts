import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import type { LaunchSource } from '../keys.ts';
import { stateKey } from '../keys.ts';
import type { SourceState } from '../state.ts';
import type { LaunchTable } from './client.ts';
import { TableError, onTable } from './errors.ts';

/** Somebody else wrote the state since it was read: what this writer knows of it is out of date. */
export class StateChangedError extends Error {
  override readonly name = 'StateChangedError';

  constructor(source: LaunchSource) {
    super(`The state of ${source} was written by another run`);
  }
}

/** Writes state items under optimistic locking: `version` counts the writes. */
export class StateStore {
  private readonly table: LaunchTable;

  constructor(table: LaunchTable) {
    this.table = table;
  }

  /**
   * Replaces the state, if nobody wrote it since it was read. One PutItem.
   * @param state as it shall be, with the version that was read (0: there was none)
   * @returns the state as stored, to be given to the next save
   * @throws StateChangedError when another version is stored; TableError when the table fails
   */
  async save(state: SourceState): Promise<SourceState> {
    const next = { ...state, version: state.version + 1 };
    const writeId = randomUUID();
    try {
      await this.put(next, state.version, writeId);
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      // A retry of the SDK meets the item its own lost answer was about.
      if ((await this.storedWriteId(state.source)) !== writeId) {
        throw new StateChangedError(state.source);
      }
    }
    return next;
  }

  private put(state: SourceState, expected: number, writeId: string): Promise<unknown> {
    const { client, tableName } = this.table;
    const condition =
      expected === 0
        ? { ConditionExpression: 'attribute_not_exists(id)' }
        : {
            ConditionExpression: '#version = :expected',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':expected': expected },
          };
    const Item = { ...stateKey(state.source), ...state, write_id: writeId };
    return onTable('PutItem', () =>
      client.send(new PutCommand({ TableName: tableName, Item, ...condition })),
    );
  }

  private async storedWriteId(source: LaunchSource): Promise<unknown> {
    const { client, tableName } = this.table;
    const input = { TableName: tableName, Key: stateKey(source), ConsistentRead: true };
    const { Item } = await onTable('GetItem', () => client.send(new GetCommand(input)));
    return Item?.['write_id'];
  }
}

const isConditionFailure = (error: unknown): boolean =>
  error instanceof TableError && error.cause instanceof ConditionalCheckFailedException;
