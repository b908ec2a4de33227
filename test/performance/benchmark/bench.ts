import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTableProcess } from '../../../local/dynamodb/table-process.ts';
import type { BuiltDashboard } from '../../helpers/dashboard-process.ts';
import { buildDashboard } from '../../helpers/dashboard-process.ts';
import type { Figure } from '../measuring/figures.ts';
import type { LoadGenerator } from '../measuring/load/load.ts';
import { startLoadGenerator } from '../measuring/load/load.ts';
import { fillRecorded } from '../tables/recorded-table.ts';

/** What all parts of a run share. */
export interface Bench {
  built: BuiltDashboard;
  load: LoadGenerator;
  /** Endpoint of the embedded DynamoDB, a process of its own with its tables on disk. */
  endpoint: string;
  /** Name of the table that holds the recorded launches of both sources. */
  recorded: string;
  /** True: tables of a million launches too. */
  isLarge: boolean;
}

/** Some of the figures. */
export interface Part {
  /** As `--only` names it. */
  name: string;
  measure: (bench: Bench) => Promise<Figure[]>;
}

/** @returns what `use` does; everything is stopped and deleted afterwards */
export const withBench = async <T>(
  isLarge: boolean,
  use: (bench: Bench) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'benchmark-'));
  const table = await startTableProcess(folder);
  const load = await startLoadGenerator();
  const built = await buildDashboard(table.endpoint);
  try {
    const recorded = await fillRecorded(table.endpoint);
    return await use({ built, load, endpoint: table.endpoint, recorded, isLarge });
  } finally {
    await built.remove();
    await load.stop();
    await table.stop();
    await rm(folder, { recursive: true });
  }
};
