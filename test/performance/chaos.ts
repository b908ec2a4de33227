/**
 * Lets things go wrong on purpose, on this machine, and tells what held: `npm run chaos`, with `-- --json` as JSON,
 * with `-- --only <text>` the scenarios whose name holds the text. Exits with 1 when one does not hold.
 */
import { parseArgs } from 'node:util';
import '../helpers/quiet-logs.js';
import { failingSources } from './chaos/failing-sources.ts';
import { killedIngestion } from './chaos/killed-ingestion.ts';
import { malformedDocuments } from './chaos/malformed-documents.ts';
import { overlappingIngestions } from './chaos/overlapping-ingestions.ts';
import type { ChaosResult } from './chaos/scenario.ts';
import { silentConnections } from './chaos/silent-connections.ts';
import { tableGone } from './chaos/table-gone.ts';
import { printTable, say } from './measuring/report.ts';

/** Of the table, under load. */
const OUTAGE = { seconds: 60, patience: 5, connections: 32 };

const SCENARIOS: Readonly<Record<string, () => Promise<ChaosResult>>> = {
  'ingestion killed': () => killedIngestion({ points: 100, seed: 1957 }),
  'overlapping ingestions': () => overlappingIngestions({ rounds: 20, seed: 1957 }),
  'failing sources': () => failingSources({ plans: 153, seed: 1957 }),
  'malformed documents': () => malformedDocuments({ documents: 1000, seed: 1957 }),
  'table refusing': () => tableGone({ mode: 'refusing', ...OUTAGE }),
  'table hanging': () => tableGone({ mode: 'hanging', ...OUTAGE }),
  'silent connections': () => silentConnections({ silent: 1000, seconds: 20, connections: 32 }),
};

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});

const run = async (): Promise<ChaosResult[]> => {
  const results: ChaosResult[] = [];
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    if (!name.includes(options.only)) continue;
    if (!options.json) say(`${name} …`);
    results.push(await scenario());
  }
  return results;
};

const results = await run();
if (options.json) say(JSON.stringify(results, null, 2));
else {
  printTable(results.map(({ scenario, holds }) => ({ scenario, holds })));
  for (const { scenario, details } of results) say(`${scenario}: ${JSON.stringify(details)}`);
}
process.exitCode = results.length > 0 && results.every(({ holds }) => holds) ? 0 : 1;
