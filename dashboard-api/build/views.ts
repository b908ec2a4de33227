import { build as bundle } from 'esbuild';
import type { Metafile } from 'esbuild';
import { basename, join } from 'node:path';
import type { Output } from './output.ts';
import { apexchartsStyleHashes } from './style-hashes.ts';

/** Scripts and style sheets that pages link. */
const ENTRIES = ['first.ts', 'main.ts', 'main.css'];
/** Parts of the views that the server reads as they are. */
const TEMPLATES = ['layouts', 'partials', 'pages', 'locales'];

/** `main.ts` → `main.js`: the name a template knows a bundle by. */
const logicalName = (entry: string): string => basename(entry).replace(/\.ts$/, '.js');

const manifestOf = ({ outputs }: Metafile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outputs).flatMap(([path, { entryPoint }]) =>
      entryPoint === undefined ? [] : [[logicalName(entryPoint), basename(path)]],
    ),
  );

const bundleAssets = async (root: string, output: Output): Promise<void> => {
  const assets = join(root, 'views/assets');
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: ENTRIES.map((entry) => join(assets, entry)),
    outdir: join(output.folder, 'views/assets'),
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    loader: { '.svg': 'file', '.woff2': 'file' },
    legalComments: 'eof',
    logLevel: 'silent',
    metafile: true,
    write: false,
  });
  const manifest = manifestOf(metafile);
  await Promise.all(
    outputFiles.map((file) =>
      output.write(join('views/assets', basename(file.path)), file.contents),
    ),
  );
  await output.write('views/assets/manifest.json', JSON.stringify(manifest));
};

/**
 * Fills `views/`: templates and words, bundles under names made from their content with the `manifest.json`
 * that leads from `main.js` to `main-<hash>.js`, static files, and `csp.json` with the styles to allow.
 */
export const buildViews = async (root: string, output: Output): Promise<void> => {
  const writeHashes = async (): Promise<void> => {
    const styleHashes = await apexchartsStyleHashes(root);
    await output.write('views/csp.json', JSON.stringify({ styleHashes }));
  };
  await Promise.all([
    bundleAssets(root, output),
    writeHashes(),
    output.copy(join(root, 'views/assets/static'), 'views/assets/static'),
    ...TEMPLATES.map((part) => output.copy(join(root, 'views', part), join('views', part))),
  ]);
};
