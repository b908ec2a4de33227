import { join } from 'node:path';
import { buildSync } from 'esbuild';

const PROJECT_FOLDER = join(import.meta.dirname, '..');

/** Some dependencies are CommonJS and load Node's own modules by `require`, which ES modules lack. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles a Lambda function and all it needs into one ES module for Node 24. The same sources give the same
 * text wherever the project lies.
 * @param name folder in `functions/` whose `handler.ts` exports `handler`
 * @returns the module's text
 * @throws Error when a module cannot be resolved or compiled
 */
export const bundleFunction = (name: string): string => {
  const { outputFiles } = buildSync({
    absWorkingDir: PROJECT_FOLDER,
    entryPoints: [`functions/${name}/handler.ts`],
    bundle: true,
    write: false,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Packages that have ES modules beside CommonJS lose what is not used.
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    alias: { 'node:http': './infra/node-http.cjs' },
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`functions/${name} gave no bundle`);
  return file.text;
};
