import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import {
  LAUNCH_SOURCES,
  PARTITION_KEY,
  SORT_KEY,
  SESSION_ID_PREFIX,
  STATE_ID_PREFIX,
} from '../../domain/launches/keys.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { RawItem } from './checksum.ts';
import { itemDigest } from './checksum.ts';

/** What is compared of one item. */
export interface ItemImage {
  id: string;
  launch_date: string;
  /** The source of a launch; `state` of a state item; `unknown` of anything else. */
  group: string;
  digest: string;
  /** Latest time the item itself says it was written at, ISO 8601; null when it says none. */
  writtenAt: string | null;
}

/** All of a table, as far as it is compared. */
export interface TableImage {
  items: ItemImage[];
  /** Launches of each source that the dashboard would find, by the state item's years and the date index. */
  served: Record<LaunchSource, number>;
  /** What the record's parser said of items that are none. */
  invalid: string[];
}

const textOf = (item: RawItem, name: string): string => item[name]?.S ?? '';

/** These come and go by themselves, and are nothing to restore. */
const isSession = (item: RawItem): boolean =>
  textOf(item, PARTITION_KEY).startsWith(SESSION_ID_PREFIX);

const groupOf = (item: RawItem): string => {
  if (textOf(item, PARTITION_KEY).startsWith(STATE_ID_PREFIX)) return 'state';
  return textOf(item, 'source') || 'unknown';
};

/** A launch says when it was ingested; a state item until when it is taken, or when its last run ended. */
const writtenAt = (item: RawItem): string | null => {
  const lease = item['lease']?.M;
  const lastRun = item['runs']?.L?.[0]?.M;
  return (lease?.['expires_at'] ?? lastRun?.['ended_at'] ?? item['ingested_at'])?.S ?? null;
};

const imageOf = (item: RawItem): ItemImage => ({
  id: textOf(item, PARTITION_KEY),
  launch_date: textOf(item, SORT_KEY),
  group: groupOf(item),
  digest: itemDigest(item),
  writtenAt: writtenAt(item),
});

/**
 * Reads every item that is kept. This is the one place that scans: a restored table must be shown to hold nothing else, and
 * the state items are in no index.
 */
const scanAll = async (client: DynamoDBClient, tableName: string): Promise<ItemImage[]> => {
  const items: ItemImage[] = [];
  const input = { TableName: tableName, ConsistentRead: true };
  for await (const { Items = [] } of paginateScan({ client }, input)) {
    items.push(...Items.filter((item) => !isSession(item)).map(imageOf));
  }
  return items;
};

const countServed = async (reader: LaunchReader, source: LaunchSource): Promise<number> => {
  const state = await reader.getState(source, { consistent: true });
  const years = await Promise.all((state?.years ?? []).map((year) => reader.getYear(source, year)));
  return years.flat().length;
};

/**
 * Reads a whole table twice: as it is, and as the dashboard would.
 * @throws what the SDK says, or TableError, when it cannot be read
 */
export const readTable = async (client: DynamoDBClient, tableName: string): Promise<TableImage> => {
  const invalid: string[] = [];
  const table = { client: DynamoDBDocumentClient.from(client), tableName };
  const reader = new LaunchReader(table, (reason) => invalid.push(reason));
  const items = await scanAll(client, tableName);
  const counts = await Promise.all(
    LAUNCH_SOURCES.map(async (source) => [source, await countServed(reader, source)] as const),
  );
  const served = Object.fromEntries(counts) as Record<LaunchSource, number>;
  return { items, served, invalid };
};
