import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as it is answered. */
export interface Asset {
  body: Buffer;
  /** Ending of the file's name, with its dot: what its media type follows from. */
  extension: string;
}

/** What the build made of `views/assets`; also the token it is injected under. */
export abstract class Assets {
  /** URL of an entry by the name it has in the sources, `main.css`. */
  abstract readonly urlOf: (entry: string) => string;
  /** Files with a hash in their name, which never change, by name. */
  abstract readonly hashed: ReadonlyMap<string, Asset>;
  /** Files that keep their name, by name: `favicon.svg`, `robots.txt`. */
  abstract readonly fixed: ReadonlyMap<string, Asset>;
}

const MANIFEST = 'manifest.json';

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.'));

const readFolder = (folder: string, names: readonly string[]): Map<string, Asset> =>
  new Map(
    names.map((name) => [
      name,
      { body: readFileSync(join(folder, name)), extension: extensionOf(name) },
    ]),
  );

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== MANIFEST)
    .map(({ name }) => name);

/**
 * Reads the built assets into memory: they are few, and asked for with every page.
 * @param viewsDir folder of the built views
 * @throws when the folder holds no built assets
 */
export const loadAssets = (viewsDir: string): Assets => {
  const folder = join(viewsDir, 'assets');
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Record<
    string,
    string
  >;
  const fixed = join(folder, 'static');
  return {
    urlOf: (entry) => {
      const name = manifest[entry];
      if (name === undefined) throw new Error(`${MANIFEST} does not name ${entry}`);
      return `/assets/${name}`;
    },
    hashed: readFolder(folder, filesIn(folder)),
    fixed: readFolder(fixed, filesIn(fixed)),
  };
};

/** Paths of all the files there are. */
export const assetPaths = ({ hashed, fixed }: Assets): ReadonlySet<string> =>
  new Set([
    ...[...hashed.keys()].map((name) => `/assets/${name}`),
    ...[...fixed.keys()].map((name) => `/${name}`),
  ]);
