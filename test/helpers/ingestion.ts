import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { createClock } from '../../domain/launches/clock.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import { stateKey } from '../../domain/launches/keys.ts';
import type { Launch } from '../../domain/launches/launch.ts';
import { parseLaunch } from '../../domain/launches/launch.ts';
import { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import { LaunchLibraryClient } from '../../domain/launches/sources/launch-library/client.ts';
import { SpacexClient } from '../../domain/launches/sources/spacex/client.ts';
import type { SourceState } from '../../domain/launches/state.ts';
import type { Ingestion } from '../../functions/ingest-launches/ingest.ts';
import { ingest } from '../../functions/ingest-launches/ingest.ts';
import { startLaunchLibraryServer, startSpacexServer } from '../../local/recorded-sources/index.ts';
import type { TestDynamoDB } from './embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from './embedded-dynamodb.ts';

/** Retries as in production, only sooner; a table in the same process may keep a source waiting. */
const QUICK = { timeout: 10_000, retries: 2, backoff: 5 };

export interface IngestionUnderTest {
  client: DynamoDBDocumentClient;
  tableName: string;
  spacexUrl?: string;
  launchLibraryUrl?: string;
  /** Instant at which the run's clock starts. */
  now?: string;
  token?: string | null;
  /** Milliseconds one try of a source may take; ten seconds without it. */
  sourceTimeout?: number;
}

const UNUSED = 'http://127.0.0.1:9';

/** The function as its handler puts it together, on a table and sources of the test's. */
export const ingestionOf = (setup: IngestionUnderTest): Ingestion => {
  const http = { ...QUICK, timeout: setup.sourceTimeout ?? QUICK.timeout };
  return {
    table: { client: setup.client, tableName: setup.tableName },
    sources: ['launch-library', 'spacex'],
    clients: {
      spacex: new SpacexClient(setup.spacexUrl ?? UNUSED, http),
      'launch-library': new LaunchLibraryClient(
        setup.launchLibraryUrl ?? UNUSED,
        () => Promise.resolve(setup.token ?? null),
        http,
      ),
    },
    clock: createClock(setup.now),
    rolesClaim: 'roles',
    details: true,
  };
};

/** What Lambda says of the time a function has left. */
export const contextOf = (millis: number) => ({ getRemainingTimeInMillis: () => millis });

/** Calls the function and parses the body of its answer. */
export const call = async (
  ingestion: Ingestion,
  event: unknown,
  remaining = 60_000,
): Promise<{
  statusCode: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}> => {
  const { statusCode, headers, body } = await ingest(ingestion, event, contextOf(remaining));
  return { statusCode, headers, body: JSON.parse(body) as Record<string, unknown> };
};

const refuse = (reason: string): never => {
  throw new Error(reason);
};

type StoredTable = Pick<IngestionUnderTest, 'client' | 'tableName'>;

/** Every item in the table but the state items, by id and date, as stored. Only a test scans. */
export const storedItems = async ({
  client,
  tableName,
}: StoredTable): Promise<Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: tableName, ExclusiveStartKey: start, ConsistentRead: true }),
    );
    items.push(...(page.Items ?? []).filter(({ id }) => !String(id).startsWith('source#')));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  const key = ({ id, launch_date }: Record<string, unknown>) => `${id} ${launch_date}`;
  return items.sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Every launch in the table, by id and date. */
export const storedLaunches = async (table: StoredTable): Promise<Launch[]> =>
  (await storedItems(table)).map((item) => {
    const parsed = parseLaunch(item);
    return parsed.ok ? parsed.value : refuse(parsed.reason);
  });

export const storedState = async (
  table: StoredTable,
  source: LaunchSource,
): Promise<SourceState | null> =>
  new LaunchReader(table, refuse).getState(source, { consistent: true });

/** Lets the lease of a run that died run out, as waiting would. */
export const expireLease = async (
  { client, tableName }: StoredTable,
  source: LaunchSource,
): Promise<void> => {
  await client.send(
    new UpdateCommand({
      TableName: tableName,
      Key: stateKey(source),
      UpdateExpression: 'SET #lease.expires_at = :past',
      ConditionExpression: 'attribute_exists(#lease.#owner)',
      ExpressionAttributeNames: { '#lease': 'lease', '#owner': 'owner' },
      ExpressionAttributeValues: { ':past': '2000-01-01T00:00:00.000Z' },
    }),
  );
};

/** A table and both launch APIs, for one test file. */
export interface IngestionFixture {
  db: TestDynamoDB;
  spacex: Awaited<ReturnType<typeof startSpacexServer>>;
  launchLibrary: Awaited<ReturnType<typeof startLaunchLibraryServer>>;
  /** The function on a new table; `options` as for {@link ingestionOf}. */
  fresh: (options?: Partial<IngestionUnderTest>) => Promise<{
    tableName: string;
    table: { client: DynamoDBDocumentClient; tableName: string };
    ingestion: Ingestion;
  }>;
  stop: () => Promise<void>;
}

export const startIngestionFixture = async (): Promise<IngestionFixture> => {
  const [db, spacex, launchLibrary] = await Promise.all([
    startEmbeddedDynamoDB(),
    startSpacexServer(),
    startLaunchLibraryServer(),
  ]);
  const urls = { spacexUrl: spacex.url, launchLibraryUrl: launchLibrary.url };
  return {
    db,
    spacex,
    launchLibrary,
    fresh: async (options = {}) => {
      const tableName = options.tableName ?? (await db.createTable());
      const table = { client: db.client, tableName };
      return { tableName, table, ingestion: ingestionOf({ ...urls, ...table, ...options }) };
    },
    stop: async () => {
      await Promise.all([db.stop(), spacex.close(), launchLibrary.close()]);
    },
  };
};
