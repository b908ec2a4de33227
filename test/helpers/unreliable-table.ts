import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { localDocumentClient } from '../../local/dynamodb/local-client.ts';

type Keys = Record<string, unknown> & { Keys: unknown[] };
interface Batch {
  RequestItems: Record<string, unknown[] | Keys>;
}

const splitRequest = (request: unknown[] | Keys, kept: number) =>
  Array.isArray(request)
    ? [request.slice(0, kept), request.slice(kept)]
    : [
        { ...request, Keys: request.Keys.slice(0, kept) },
        { ...request, Keys: request.Keys.slice(kept) },
      ];

const sizeOf = (request: unknown[] | Keys): number =>
  Array.isArray(request) ? request.length : request.Keys.length;

export interface SparingTable {
  client: DynamoDBDocumentClient;
  /** How many items each batch asked for, in the order they were sent. */
  offered: number[];
}

/**
 * A real client of a real table that takes only part of each batch and hands the rest back as unprocessed, as
 * DynamoDB does when it is busy.
 * @param keep how many of so many offered items reach the table, at least 1
 */
export const sparingTable = (
  endpoint: string,
  keep: (offered: number) => number = (offered) => offered,
): SparingTable => {
  const client = localDocumentClient(endpoint);
  const offered: number[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!commandName.startsWith('Batch')) return next(args);
        const input = args.input as unknown as Batch;
        const [[tableName, request] = ['', []]] = Object.entries(input.RequestItems);
        offered.push(sizeOf(request));
        const kept = keep(sizeOf(request));
        const [taken, left] = splitRequest(request, kept);
        const passed = { ...args, input: { ...input, RequestItems: { [tableName]: taken } } };
        const result = await next(passed as unknown as typeof args);
        if (kept < sizeOf(request)) {
          const field = Array.isArray(request) ? 'UnprocessedItems' : 'UnprocessedKeys';
          Object.assign(result.output, { [field]: { [tableName]: left } });
        }
        return result;
      },
    { step: 'initialize', name: 'leavesUnprocessed' },
  );
  return { client, offered };
};

/**
 * A real client of a real table that loses the answer to the first Put after the table has carried it out; the
 * SDK then sends it again.
 * @param meanwhile runs between the two
 */
export const answerLosingTable = (
  endpoint: string,
  meanwhile: () => Promise<unknown> = async () => undefined,
): { client: DynamoDBDocumentClient; tries: () => number } => {
  const client = localDocumentClient(endpoint);
  let tries = 0;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!commandName.startsWith('PutItem')) return next(args);
        tries += 1;
        const isFirst = tries === 1;
        const result = await next(args);
        if (!isFirst) return result;
        await meanwhile();
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      },
    { step: 'deserialize', priority: 'high', name: 'losesAnAnswer' },
  );
  return { client, tries: () => tries };
};

/**
 * A real client of a real table that refuses the first batches whole, as DynamoDB does when it is very busy.
 * @param times how many
 */
export const refusingTable = (endpoint: string, times: number): DynamoDBDocumentClient => {
  const client = localDocumentClient(endpoint);
  let left = times;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!commandName.startsWith('BatchWrite') || left === 0) return next(args);
        left -= 1;
        throw Object.assign(new Error('Too many writes'), {
          name: 'ProvisionedThroughputExceededException',
        });
      },
    { step: 'initialize', name: 'refusesBatches' },
  );
  return client;
};
