import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/dynamodb/local-client.ts';
import type { TestDynamoDB } from './embedded-dynamodb.ts';

/** A request that was answered here, by its operation. */
export interface RecordedRequest {
  operation: string;
  body: Record<string, unknown>;
}

export interface RestoringDynamoDB {
  /** `http://127.0.0.1:<port>` */
  endpoint: string;
  /** What was asked about backups and restores, in order. */
  requests: RecordedRequest[];
  /** Changes what a restore brings back; undefined leaves an item out. */
  damage: (change: (item: Item) => Item | undefined) => void;
  stop: () => Promise<void>;
}

type Item = Record<string, AttributeValue>;

/** Seconds since 1970, as DynamoDB writes times. */
const LATEST_RESTORABLE = Date.parse('2026-11-20T08:00:00Z') / 1000;

const operationOf = ({ headers }: IncomingMessage): string =>
  String(headers['x-amz-target']).split('.')[1] ?? '';

const answer = (response: ServerResponse, body: unknown): void => {
  response.setHeader('content-type', 'application/x-amz-json-1.0');
  response.end(JSON.stringify(body));
};

/**
 * A DynamoDB that answers what neither dynalite nor DynamoDB Local can, points in time and restores, and passes
 * everything else on to an embedded one. A restore copies the table as it is.
 */
export const startRestoringDynamoDB = async (db: TestDynamoDB): Promise<RestoringDynamoDB> => {
  const requests: RecordedRequest[] = [];
  let change = (item: Item): Item | undefined => item;
  const client = new DynamoDBClient({
    endpoint: db.endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
  });

  const copy = async (source: string, target: string): Promise<void> => {
    await db.createTable(target);
    for await (const { Items = [] } of paginateScan({ client }, { TableName: source })) {
      for (const item of Items) {
        const Item = change(item);
        if (Item !== undefined) await client.send(new PutItemCommand({ TableName: target, Item }));
      }
    }
  };
  const OPERATIONS: Record<string, (body: Record<string, unknown>) => Promise<unknown>> = {
    DescribeContinuousBackups: () =>
      Promise.resolve({
        ContinuousBackupsDescription: {
          ContinuousBackupsStatus: 'ENABLED',
          PointInTimeRecoveryDescription: { LatestRestorableDateTime: LATEST_RESTORABLE },
        },
      }),
    DescribeBackup: ({ BackupArn }) =>
      Promise.resolve({
        BackupDescription: {
          BackupDetails: { BackupArn, BackupCreationDateTime: LATEST_RESTORABLE - 3600 },
        },
      }),
    RestoreTableToPointInTime: async ({ SourceTableName, TargetTableName }) => {
      await copy(String(SourceTableName), String(TargetTableName));
      return { TableDescription: { TableStatus: 'CREATING' } };
    },
    RestoreTableFromBackup: async ({ BackupArn, TargetTableName }) => {
      await copy(String(BackupArn).split('/')[1] ?? '', String(TargetTableName));
      return { TableDescription: { TableStatus: 'CREATING' } };
    },
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = operationOf(request);
    const body = (await json(request)) as Record<string, unknown>;
    const own = OPERATIONS[operation];
    if (own !== undefined) {
      requests.push({ operation, body });
      answer(response, await own(body));
      return;
    }
    const headers = Object.fromEntries(
      ['x-amz-target', 'authorization', 'x-amz-date', 'content-type'].map((name) => [
        name,
        String(request.headers[name] ?? ''),
      ]),
    );
    const passed = await fetch(db.endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    response.statusCode = passed.status;
    answer(response, await passed.json());
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // Not a server error: the SDK would ask again.
      response.statusCode = 400;
      answer(response, { __type: 'ValidationException', message: String(error) });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    damage: (next) => {
      change = next;
    },
    stop: async () => {
      client.destroy();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
