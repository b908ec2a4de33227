/** Builds the dashboard into `dist/`: `node dashboard-api/build.ts`. */
import { join, resolve } from 'node:path';
import { compileServer } from './build/compile.ts';
import { Output } from './build/output.ts';
import { buildViews } from './build/views.ts';

const PROJECT_FOLDER = resolve(import.meta.dirname, '..');

/**
 * Compiles the server and bundles the views. `dist/` holds all the dashboard needs beside its dependencies;
 * it starts with `node dist/dashboard-api/main.js`.
 * @param folder where it goes
 * @throws Error naming the file that cannot be compiled
 */
export const build = async (folder = join(PROJECT_FOLDER, 'dist')): Promise<void> => {
  const output = new Output(folder);
  await Promise.all([compileServer(PROJECT_FOLDER, output), buildViews(PROJECT_FOLDER, output)]);
  await output.prune();
};

if (import.meta.main) {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`The dashboard cannot be built: ${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
