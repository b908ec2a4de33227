import { createClock } from '../../domain/launches/clock.ts';
import { createTableClient } from '../../domain/launches/repository/client.ts';
import { LaunchLibraryClient } from '../../domain/launches/sources/launch-library/client.ts';
import { SpacexClient } from '../../domain/launches/sources/spacex/client.ts';
import type { Answer } from './answer.ts';
import type { LambdaContext } from './deadline.ts';
import { readEnvironment } from './environment.ts';
import type { Ingestion } from './ingest.ts';
import { ingest } from './ingest.ts';

const environment = readEnvironment(process.env);

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
      environment.launchLibraryToken,
    ),
  },
  clock: createClock(environment.startsAt ?? undefined),
  rolesClaim: environment.rolesClaim,
  details: environment.name === 'dev',
};

/**
 * Lambda entry: collects launches of one source into the table.
 * @param event a schedule's, an HTTP API v2 event, or a direct call's fields
 */
export const handler = (event: unknown, context?: LambdaContext): Promise<Answer> =>
  ingest(ingestion, event, context);
