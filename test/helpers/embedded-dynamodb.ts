import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEmbeddedServer } from '../../local/dynamodb/embedded-server.ts';
import { createLaunchesTable } from '../../local/dynamodb/launches-table.ts';
import { localDocumentClient } from '../../local/dynamodb/local-client.ts';

/** A DynamoDB for one test file. */
export interface TestDynamoDB {
  /** `http://127.0.0.1:<port>`, for AWS_ENDPOINT_URL_DYNAMODB. */
  endpoint: string;
  client: DynamoDBDocumentClient;
  /** Creates an empty launches table; without a name it gets one of its own. Resolves to the name. */
  createTable: (name?: string) => Promise<string>;
  stop: () => Promise<void>;
}

/** Wraps a DynamoDB that listens at `endpoint`; `stopServer` ends it. */
export const testDynamoDB = (endpoint: string, stopServer: () => Promise<void>): TestDynamoDB => {
  const client = localDocumentClient(endpoint);
  return {
    endpoint,
    client,
    createTable: async (name = `launches-${randomUUID()}`) => {
      await createLaunchesTable(client, name);
      return name;
    },
    stop: async () => {
      client.destroy();
      await stopServer();
    },
  };
};

/** Starts dynalite in this process, in memory, on a free port. */
export const startEmbeddedDynamoDB = async (): Promise<TestDynamoDB> => {
  const server = await startEmbeddedServer();
  return testDynamoDB(server.endpoint, server.close);
};
