/**
 * What the ingestion is held against, in the place of its handler: the launches of the same documents put by plain
 * BatchWrite calls, known before the clock starts.
 */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { createTableClient } from '../../../domain/launches/repository/client.ts';
import { spacexDocument } from '../../../domain/launches/sources/spacex/documents.ts';
import { parseWith } from '../../../domain/launches/schema.ts';
import { readDocuments } from '../../../domain/launches/sources/documents.ts';
import { mapSpacexLaunch } from '../../../domain/launches/sources/spacex/map-launch.ts';
import { generatedDocuments } from './generated-documents.ts';

/** Items of one call: DynamoDB's limit. */
const BATCH = 25;
const TABLE = process.env['DYNAMODB_TABLE']!;
const client = createTableClient({ requestTimeout: 5000, maxAttempts: 4 });

const itemsOf = (count: number) =>
  readDocuments(
    generatedDocuments(count),
    (document) => parseWith(spacexDocument, document),
    (document) => mapSpacexLaunch(document, '2026-01-01T01:00:00.000Z'),
  ).launches;

/** @returns milliseconds the calls took */
export const handler = async ({ count, atOnce }: { count: number; atOnce: number }) => {
  const items = itemsOf(count);
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  ).values();
  const writeOn = async (): Promise<void> => {
    for (const batch of batches) {
      const requests = batch.map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }));
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, writeOn));
  return { statusCode: 200, body: JSON.stringify({ millis: performance.now() - startedAt }) };
};
