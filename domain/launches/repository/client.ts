import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface ClientOptions {
  /** Longest a request may take, in milliseconds. */
  requestTimeout: number;
  /** Tries per request, the first included. */
  maxAttempts: number;
}

/**
 * A client of the table with bounded waits. Region, credentials and endpoint come from the SDK's own
 * environment (`AWS_REGION`, `AWS_ENDPOINT_URL_DYNAMODB`).
 */
export const createTableClient = ({
  requestTimeout,
  maxAttempts,
}: ClientOptions): DynamoDBDocumentClient => {
  const client = new DynamoDBClient({
    maxAttempts,
    requestHandler: { requestTimeout, connectionTimeout: 1000, throwOnRequestTimeout: true },
  });
  // It copies every item that comes or goes for a logger that there is not.
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client);
};

/** Where the launches are, and the client that reaches it. */
export interface LaunchTable {
  client: DynamoDBDocumentClient;
  tableName: string;
  /** Ends batches that are under way, waits between their tries included. */
  signal?: AbortSignal;
}
