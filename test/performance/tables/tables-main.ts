/**
 * The process of generated tables: `node tables-main.ts <folder> <JSON of PlannedTable[]>`, started with an IPC channel.
 * Makes and fills them, then serves them until its parent lets go of it.
 */
import { createLaunchesTable } from '../../../local/dynamodb/launches-table.ts';
import { localDocumentClient } from '../../../local/dynamodb/local-client.ts';
import { startEmbeddedServer } from '../../../local/dynamodb/embedded-server.ts';
import { StateStore } from '../../../domain/launches/repository/state-store.ts';
import { emptyState } from '../../../domain/launches/state.ts';
import { generatedLaunches } from '../measuring/generated-launches.ts';
import { fillStore } from './fill-store.ts';
import type { PlannedTable } from './planned-table.ts';
import { yearsOf } from './planned-table.ts';

/** Makes the tables, with the state items that a run of ingestion would leave. */
const createTables = async (folder: string, tables: readonly PlannedTable[]): Promise<void> => {
  const server = await startEmbeddedServer(folder);
  const client = localDocumentClient(server.endpoint);
  for (const { name, plans } of tables) {
    await createLaunchesTable(client, name);
    for (const plan of plans) {
      await new StateStore({ client, tableName: name }).save({
        ...emptyState(plan.source),
        revision: 1,
        years: yearsOf(plan),
        changed_years: Object.fromEntries(yearsOf(plan).map((year) => [year, 1])),
        last_success_at: '2026-01-01T01:00:00.000Z',
      });
    }
  }
  client.destroy();
  await server.close();
};

const [folder = '', json = '[]'] = process.argv.slice(2);
const tables = JSON.parse(json) as PlannedTable[];
await createTables(folder, tables);
for (const { name, plans } of tables) {
  for (const plan of plans) await fillStore(folder, name, generatedLaunches(plan));
}
const { endpoint } = await startEmbeddedServer(folder);
process.once('disconnect', () => process.exit());
process.send!(endpoint);
