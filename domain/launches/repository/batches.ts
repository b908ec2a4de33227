import type { BatchGetCommandInput, BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LaunchKey } from '../keys.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';
import type { LaunchTable } from './client.ts';
import { TableError, asTableError, isThrottling, onTable } from './errors.ts';

/** DynamoDB's own limits on the items of one request. */
const MAX_WRITES = 25;
const MAX_READS = 100;

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5000;
/** With the pauses between them, more than three minutes of a table that takes nothing at all. */
const MAX_FRUITLESS_TRIES = 64;

type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];
type Item = Record<string, unknown>;

const slices = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** Pause before the next try: it doubles, with jitter so that callers do not come back together. */
const pause = (attempt: number, signal: AbortSignal | undefined): Promise<void> => {
  const millis = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
  return sleep(millis * (0.5 + Math.random() / 2), undefined, { signal });
};

/** Calls `send` with what is left until nothing is; gives up when the table takes nothing many times on end. */
const untilNoneIsLeft = async <T>(
  operation: string,
  signal: AbortSignal | undefined,
  items: readonly T[],
  send: (items: readonly T[]) => Promise<readonly T[]>,
  maxFruitlessTries = MAX_FRUITLESS_TRIES,
): Promise<void> => {
  let left = items;
  for (let fruitless = 0; left.length > 0;) {
    const unprocessed = await onTable(operation, () => send(left), left.length);
    fruitless = unprocessed.length < left.length ? 0 : fruitless + 1;
    if (fruitless >= maxFruitlessTries) {
      throw new TableError(operation, new Error(`${unprocessed.length} items stay unprocessed`));
    }
    left = unprocessed;
    if (left.length > 0) await asTableError(operation, () => pause(fruitless, signal));
  }
};

/** Waits for every batch before it fails: nobody may take the table for free while one is still being written. */
const allBatches = async (batches: readonly Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(batches)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
};

/** A table that refuses the whole batch throws; it then left all of it unprocessed. */
const unlessThrottled = async <T>(
  batch: readonly T[],
  send: () => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  try {
    return await send();
  } catch (error) {
    if (isThrottling(error)) return batch;
    throw error;
  }
};

const writeAll = async (
  { client, tableName, signal }: LaunchTable,
  requests: WriteRequest[],
  limit: AdaptiveLimit,
): Promise<void> => {
  const write = async (left: readonly WriteRequest[]): Promise<readonly WriteRequest[]> => {
    const input = { RequestItems: { [tableName]: [...left] } };
    const { UnprocessedItems } = await client.send(new BatchWriteCommand(input), {
      abortSignal: signal,
    });
    return UnprocessedItems?.[tableName] ?? [];
  };
  const send = (left: readonly WriteRequest[]): Promise<readonly WriteRequest[]> =>
    limit.run(
      () => unlessThrottled(left, () => write(left)),
      (unprocessed) => unprocessed.length > 0,
    );
  await allBatches(
    slices(requests, MAX_WRITES).map((batch) =>
      untilNoneIsLeft('BatchWriteItem', signal, batch, send),
    ),
  );
};

/** Puts every item, whatever the table leaves unprocessed on the way. Keys must be distinct. */
export const putItems = (
  table: LaunchTable,
  items: readonly Item[],
  limit: AdaptiveLimit,
): Promise<void> =>
  writeAll(
    table,
    items.map((Item) => ({ PutRequest: { Item } })),
    limit,
  );

/** Deletes every key. Keys must be distinct. */
export const deleteItems = (
  table: LaunchTable,
  keys: readonly LaunchKey[],
  limit: AdaptiveLimit,
): Promise<void> =>
  writeAll(
    table,
    keys.map(({ id, launch_date }) => ({ DeleteRequest: { Key: { id, launch_date } } })),
    limit,
  );

export interface BatchReadOptions {
  consistent: boolean;
  /** Tries in a row that may bring nothing before it fails; enough for any run when not given. */
  maxFruitlessTries?: number;
}

/** Reads the items under distinct keys, in no particular order; keys that hold nothing are left out. */
export const getItems = async (
  table: LaunchTable,
  keys: readonly LaunchKey[],
  options: BatchReadOptions,
): Promise<Item[]> => {
  const { client, tableName, signal } = table;
  const found: Item[] = [];
  type Keys = NonNullable<NonNullable<BatchGetCommandInput['RequestItems']>[string]['Keys']>;
  const send = async (left: readonly Keys[number][]): Promise<readonly Keys[number][]> => {
    const request = { Keys: [...left], ConsistentRead: options.consistent };
    const answer = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName]: request } }),
      { abortSignal: signal },
    );
    found.push(...(answer.Responses?.[tableName] ?? []));
    return answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
  };
  const plain = keys.map(({ id, launch_date }) => ({ id, launch_date }));
  await allBatches(
    slices(plain, MAX_READS).map((batch) => untilNoneIsLeft('BatchGetItem', signal, batch, send)),
  );
  return found;
};
