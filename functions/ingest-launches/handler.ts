import { createClock } from '../../domain/launches/clock.ts';
import { createTableClient } from '../../domain/launches/repository/client.ts';
import { LaunchLibraryClient } from '../../domain/launches/sources/launch-library/client.ts';
import { SpacexClient } from '../../domain/launches/sources/spacex/client.ts';
import type { Answer } from './answer.ts';
import type { LambdaContext } from './deadline.ts';
import { readEnvironment } from './environment.ts';
import type { Ingestion } from './ingest.ts';
import { ingest } from './ingest.ts';
import { tokenReader } from './launch-library-token.ts';
import { inLogContext } from './log.ts';
import { startTracing } from './tracing/start.ts';

const environment = readEnvironment(process.env);
const tracing = await startTracing(environment);

/** Fields of every log line, named as in the dashboard's. */
const SERVICE = { service: 'ingest-launches', environment: environment.name };

// At module scope, so that invocations of one Lambda instance share connections.
const ingestion: Ingestion = {
  table: {
    client: createTableClient({ requestTimeout: 5000, maxAttempts: 4 }),
    tableName: environment.tableName,
  },
  sources: environment.sources,
  clients: {
    spacex: new SpacexClient(environment.spacexApiUrl),
    'launch-library': new LaunchLibraryClient(
      environment.launchLibraryApiUrl,
      tokenReader(environment),
    ),
  },
  clock: createClock(environment.startsAt ?? undefined),
  details: environment.name === 'dev',
};

/**
 * Lambda entry: collects launches of one source into the table.
 * @param event a schedule's, an HTTP API v2 event, or a direct call's fields
 */
export const handler = async (event: unknown, context?: LambdaContext): Promise<Answer> => {
  try {
    return await inLogContext(SERVICE, () => ingest(ingestion, event, context));
  } finally {
    // Lambda freezes the process as soon as it has the answer.
    await tracing.flush();
  }
};
