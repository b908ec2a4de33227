import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleFunction } from '../../../infra/bundle.ts';
import { temporaryFolder } from '../../helpers/local-system.ts';
import type { Figure } from '../measuring/figures.ts';
import { median } from '../measuring/figures.ts';

const run = promisify(execFile);
const IMPORTS = 9;

/** What Lambda does at a cold start, timed. */
const IMPORTER = `
const startedAt = performance.now();
await import('./index.mjs');
console.log(performance.now() - startedAt);
process.exit(0);
`;

const coldImport = async (folder: string): Promise<number> => {
  const { stdout } = await run(process.execPath, ['importer.mjs'], {
    cwd: folder,
    env: { AWS_REGION: 'us-east-1', DYNAMODB_TABLE: 'launches' },
  });
  return Number(stdout);
};

/** Measures the file that is deployed: its size, and how long new processes take to import it. */
export const measureLambdaPackage = async (): Promise<Figure[]> => {
  const folder = await temporaryFolder();
  try {
    const text = bundleFunction('ingest-launches');
    await writeFile(join(folder.path, 'index.mjs'), text);
    await writeFile(join(folder.path, 'importer.mjs'), IMPORTER);
    const millis: number[] = [];
    for (let time = 0; time < IMPORTS; time += 1) millis.push(await coldImport(folder.path));
    return [
      {
        what: 'Lambda package: size',
        value: Buffer.byteLength(text) / 1000,
        unit: 'KB',
        goal: { most: 800 },
      },
      {
        what: 'Lambda package: cold import in a new process',
        value: median(millis),
        unit: 'ms',
        goal: { most: 250 },
      },
    ];
  } finally {
    await folder.remove();
  }
};
