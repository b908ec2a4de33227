import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../dashboard-api/build.ts';
import type { LaunchSource } from '../../domain/launches/keys.ts';
import type { LaunchTable } from '../../domain/launches/repository/client.ts';
import type { Answer } from '../../functions/ingest-launches/answer.ts';
import { ingest } from '../../functions/ingest-launches/ingest.ts';
import { startDashboard } from './dashboard.ts';
import { call, contextOf, startIngestionFixture } from './ingestion.ts';

/** The recordings end the day before. */
export const TODAY = '2026-05-16';

/** The whole system: recorded launch APIs, read by the function into a table, shown by the dashboard. */
export interface TestSite {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** The table behind it, both sources filled. */
  table: LaunchTable;
  /** Makes the dashboard take over what changed in the table, as it does by itself every 15 s. */
  refresh: () => Promise<void>;
  /** JSON of a path of the API. */
  api: (path: string) => Promise<Record<string, unknown>>;
  /** Runs the function on the site's table. */
  ingest: (event: unknown) => Promise<Answer>;
  stop: () => Promise<void>;
}

const SOURCES: readonly LaunchSource[] = ['launch-library', 'spacex'];

/** @param variables the dashboard's environment, over one in which it is {@link TODAY} */
export const startSite = async (variables: Record<string, string> = {}): Promise<TestSite> => {
  const [fixture, folder] = await Promise.all([
    startIngestionFixture(),
    mkdtemp(join(tmpdir(), 'dashboard-')),
  ]);
  const { table, tableName, ingestion } = await fixture.fresh({ now: `${TODAY}T12:00:00.000Z` });
  const fill = SOURCES.map(async (source) => {
    const { statusCode, body } = await call(ingestion, { backfill: true, source });
    if (statusCode !== 200) throw new Error(`${source}: ${JSON.stringify(body)}`);
  });
  await Promise.all([...fill, build(folder)]);
  const dashboard = await startDashboard(fixture.db.endpoint, tableName, {
    VIEWS_DIR: join(folder, 'views'),
    AS_OF: TODAY,
    ...variables,
  });
  return {
    url: dashboard.url,
    table,
    refresh: dashboard.refresh,
    api: async (path) => (await dashboard.get(`/api/v1${path}`)).json() as Promise<never>,
    ingest: (event) => ingest(ingestion, event, contextOf(60_000)),
    stop: async () => {
      await dashboard.stop();
      await fixture.stop();
      await rm(folder, { recursive: true });
    },
  };
};
