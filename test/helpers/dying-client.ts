import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const WRITES = [
  'PutItemCommand',
  'BatchWriteItemCommand',
  'DeleteItemCommand',
  'UpdateItemCommand',
];

/** When the process dies: before the write reaches the table, or after it, before anybody hears of it. */
export type Moment = 'before' | 'after';

export class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}

export interface DyingClient {
  client: DynamoDBDocumentClient;
  /** Writes that were begun. */
  writes: () => number;
}

/**
 * A real client of a real table whose process dies at one of its writes: from then on nothing it asks is answered.
 * @param at which write, from 1; Infinity never dies and only counts
 */
export const dyingClient = (endpoint: string, at: number, moment: Moment): DyingClient => {
  const base = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  let writes = 0;
  let dead = false;
  base.middlewareStack.add(
    (next, context) => async (args) => {
      if (dead) throw new ProcessDied();
      const isWrite = WRITES.includes(context.commandName ?? '');
      if (isWrite) writes += 1;
      const dies = isWrite && writes === at;
      if (dies) dead = true;
      if (dies && moment === 'before') throw new ProcessDied();
      const output = await next(args);
      if (dead) throw new ProcessDied();
      return output;
    },
    { step: 'initialize', name: 'processDies' },
  );
  return { client: DynamoDBDocumentClient.from(base), writes: () => writes };
};
