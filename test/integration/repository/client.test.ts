import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTableClient } from '../../../domain/launches/repository/client.ts';
import { LaunchReader } from '../../../domain/launches/repository/launch-reader.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../../local/dynamodb/local-client.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import type { RelayMode, TableRelay } from '../../helpers/table-relay.ts';
import { startTableRelay } from '../../helpers/table-relay.ts';

const BOUNDS = { requestTimeout: 200, maxAttempts: 2 };

let db: TestDynamoDB;
let relay: TableRelay;
beforeAll(async () => {
  db = await startEmbeddedDynamoDB();
  relay = await startTableRelay(db.endpoint);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: relay.endpoint,
    AWS_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
  });
});
afterAll(async () => {
  await relay.stop();
  await db.stop();
});

describe('the client of the table', () => {
  it.each<[RelayMode, string]>([
    ['hanging', 'TimeoutError'],
    ['refusing', 'Error'],
  ])(
    'fails in bounded time when the way there is %s, and recovers by itself',
    async (mode, name) => {
      const client = createTableClient(BOUNDS);
      const reader = new LaunchReader(
        { client, tableName: await db.createTable() },
        () => undefined,
      );
      relay.set(mode);
      const startedAt = performance.now();
      await expect(reader.getState('spacex')).rejects.toMatchObject({
        name: 'TableError',
        cause: { name, $metadata: { attempts: BOUNDS.maxAttempts } },
      });
      expect(performance.now() - startedAt).toBeLessThan(3000);
      relay.set('open');
      expect(await reader.getState('spacex')).toBeNull();
      client.destroy();
    },
  );
});
